"""The six parts of a fit. Each looks at its own inputs; an input nobody knows takes its weight with it.

Shares and knownness count in millionths, as whole numbers, so that no order of adding changes a result.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mosaic.lexicon.kinship import closeness
from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.inputs import Input, pay_inputs, place_inputs
from opportunity_bridge.domain.ledger import Judged, Standpoint, Verdict, weight_of
from opportunity_bridge.domain.postings import Posting
from opportunity_bridge.domain.reach import FULL, best_of
from opportunity_bridge.domain.requirements import Kind
from opportunity_bridge.domain.titles import skill_level

MILLION = 1_000_000


class Part(StrEnum):
    """What a fit is made of, in the order it is shown."""

    SKILLS = "skills"
    ROLE = "role"
    VALUES = "values"
    INTERESTS = "interests"
    PLACE = "place"
    PAY = "pay"


USUAL = {Part.SKILLS: 40, Part.ROLE: 20, Part.VALUES: 15, Part.INTERESTS: 10, Part.PLACE: 10, Part.PAY: 5}
# One firm requirement and a duty are enough to judge skills by; a posting that names less says less.
ENOUGH_ASKED = 150
# Words never show everything: what is not found in them counts for three fifths of its weight.
NOT_FOUND = 600
ASKED = (Kind.SKILL, Kind.LICENCE, Kind.EDUCATION, Kind.LANGUAGE)

FROM_EXPERIENCE, TOWARDS_WISH, LEVEL, YEARS = 10, 18, 4, 4
LEVEL_SHARES = (FULL, 700, 350, 100)


@dataclass(frozen=True, slots=True)
class Share:
    """How well one part fits, and how much of it is known; both in millionths."""

    part: Part
    share: int
    known: int


def shares_of(view: Standpoint, posting: Posting, ledger: tuple[Judged, ...]) -> tuple[Share, ...]:
    """Return all six parts."""
    return (
        _skills(view, ledger),
        _share(Part.ROLE, _role(view, posting, ledger)),
        _share(Part.VALUES, _values(view, posting)),
        _share(Part.INTERESTS, _interests(view, posting)),
        _share(Part.PLACE, place_inputs(view, posting)),
        _share(Part.PAY, pay_inputs(view, posting)),
    )


def _share(part: Part, inputs: Iterable[Input]) -> Share:
    """Return the weighted mean of what is known."""
    rows = list(inputs)
    known = [(one.weight, one.value) for one in rows if one.value is not None]
    weight = sum(each for each, _ in known)
    if not weight:
        return Share(part, 0, 0)
    value = sum(each * value for each, value in known) * MILLION // (weight * FULL)
    return Share(part, value, weight * MILLION // sum(one.weight for one in rows))


def _skills(view: Standpoint, ledger: tuple[Judged, ...]) -> Share:
    """Judge everything asked for. A posting that names little leaves most of this part unknown."""
    if not view.shows_skills:
        return Share(Part.SKILLS, 0, 0)
    asked = [(weight_of(one.requirement), one) for one in ledger if one.requirement.kind in ASKED]
    known = [(weight, one.credit) for weight, one in asked if one.verdict is not Verdict.UNKNOWN]
    weight = sum(each for each, _ in known)
    if not weight:
        return Share(Part.SKILLS, 0, 0)
    shown = sum(each * credit for each, credit in known)
    whole = sum(each * (NOT_FOUND + (FULL - NOT_FOUND) * credit // FULL) for each, credit in known)
    return Share(Part.SKILLS, shown * MILLION // whole, min(MILLION, weight * MILLION // ENOUGH_ASKED))


def _role(view: Standpoint, posting: Posting, ledger: tuple[Judged, ...]) -> Iterable[Input]:
    """Compare kinds of work: what somebody did, what they want to move towards, level and years."""
    profile = view.profile
    roles = [fact.lexicon_id for fact in profile.roles if fact.lexicon_id]
    wanted = [fact.lexicon_id for fact in profile.roles_wanted if fact.lexicon_id]
    if roles or profile.skills:
        yield Input(FROM_EXPERIENCE, _experience(view, roles, posting))
    if wanted:
        yield Input(TOWARDS_WISH, _closest(wanted, posting))
    if not roles and not wanted and not profile.skills:
        yield Input(FROM_EXPERIENCE, None)
    yield Input(LEVEL, _level(view, posting))
    for one in ledger:
        if one.requirement.kind is Kind.YEARS and one.verdict is not Verdict.UNKNOWN:
            yield Input(YEARS, one.credit)


def _closest(occupations: Iterable[str], posting: Posting) -> int | None:
    if not posting.occupations:
        return None
    return max(closeness(one, there) for one in occupations for there in posting.occupations)


def _experience(view: Standpoint, roles: list[str], posting: Posting) -> int | None:
    """Return how close somebody's own work is, or how much of what is done daily in this one they can show.

    Unpaid work has no title, so skills alone can stand for it.
    """
    closest = _closest(roles, posting) if roles else 0
    if closest is None:
        return None
    essential = [skill for one in posting.occupations[:1] for skill in lexicon().occupations[one].essential]
    shown = [best_of((skill,), view.reach) for skill in essential]
    return max(closest, sum(credit.amount for credit in shown if credit) // len(essential)) if essential else None


def _level(view: Standpoint, posting: Posting) -> int | None:
    """Compare levels: by the ladder where both names say one, else by what the kinds of work usually ask."""
    if view.wishes.level and posting.level:
        own = max(rung.rank for rung, _ in view.wishes.level)
        there = lexicon().seniority[posting.level].rank
    else:
        levels = [skill_level(fact.lexicon_id) for fact in view.profile.roles if fact.lexicon_id]
        if not levels or not posting.occupations:
            return None
        own, there = max(levels), skill_level(posting.occupations[0])
    return LEVEL_SHARES[min(abs(own - there), len(LEVEL_SHARES) - 1)]


def _values(view: Standpoint, posting: Posting) -> Iterable[Input]:
    """Hold each stated value against the posting's words; what it does not speak of is unknown."""
    spoken = {(signal.value, signal.opposed) for signal in posting.signals}
    for value in sorted({fact.lexicon_id for fact in view.profile.values if fact.lexicon_id}):
        against, with_it = (value, True) in spoken, (value, False) in spoken
        yield Input(1, 0 if against else FULL if with_it else None)


def _interests(view: Standpoint, posting: Posting) -> Iterable[Input]:
    """Compare with what somebody wants to become and to learn, what they love, and what they want to keep away from."""
    wanted = [fact.lexicon_id for fact in view.profile.roles_wanted if fact.lexicon_id]
    wanted += [occupation for occupation, _ in view.wishes.headed_for]
    skills = {fact.lexicon_id for fact in view.profile.skills_wanted if fact.lexicon_id}
    skills |= {skill for skill, _ in view.wishes.drawn_to}
    yield Input(2, _closest(wanted, posting) if wanted else None)
    if skills & posting.skills:
        yield Input(1, FULL)
    if {skill for skill, _ in view.wishes.kept_from} & posting.skills:
        yield Input(1, 0)
