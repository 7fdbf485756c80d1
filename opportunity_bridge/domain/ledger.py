"""Requirement by requirement: what a posting asks, what the person's words show, and how far that goes."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mosaic.facts.domain.profile import Known, Profile
from mosaic.lexicon.entries import Kind as SkillKind
from mosaic.lexicon.kinship import closeness
from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.circumstances import OFFICE_DAYS, WEEKLY, Remote
from opportunity_bridge.domain.conditions import RECORD_CHECK
from opportunity_bridge.domain.places import place_of
from opportunity_bridge.domain.postings import Posting
from opportunity_bridge.domain.reach import FULL, Credit, Reach, Via, best_of, reach_of
from opportunity_bridge.domain.requirements import Ask, Kind, Requirement
from opportunity_bridge.domain.wishes import LEVELS, Wishes, wishes_of


class Verdict(StrEnum):
    """How a requirement stands."""

    MET = "met"
    PARTLY = "partly"
    TRANSFERABLE = "transferable"
    MISSING = "missing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judged:
    """A requirement with its verdict, the credit in thousandths, and the fact behind it."""

    requirement: Requirement
    verdict: Verdict
    credit: int = 0
    fact: Known | None = None
    via: Via | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A profile prepared once for many postings."""

    profile: Profile
    reach: Reach
    wishes: Wishes

    @property
    def shows_skills(self) -> bool:
        """Whether enough is known that “nothing found” says something."""
        return bool(self.profile.skills or self.profile.roles)


def standpoint_of(profile: Profile, region: str = "") -> Standpoint:
    """Prepare a profile; `region` is the ISO code of the country somebody said they are in."""
    return Standpoint(profile, reach_of(profile), wishes_of(profile, region))


# Papers of one ladder: who names a lower one has told about this matter, so that a higher one is missing.
LICENCE_LADDERS = (
    ("driving-licence-b", "driving-licence-be", "driving-licence-c1", "driving-licence-c", "driving-licence-ce"),
    ("care-assistant-certificate", "practical-nurse-licence", "nursing-registration"),
)
RELOCATION = "relocation"
ENOUGH = 950
HALF = 500
SAME_WORK = 600
WEIGHTS = {Ask.MUST: 100, Ask.DUTY: 60, Ask.USUAL: 40, Ask.NICE: 30}


def weight_of(requirement: Requirement) -> int:
    """Return how much a requirement counts among what is asked.

    A soft skill counts half, and so do papers and languages: they open a door, they are not the work.
    """
    weight = WEIGHTS[requirement.ask]
    is_hard_skill = requirement.kind is Kind.SKILL and lexicon().skills[requirement.ids[0]].kind is not SkillKind.SOFT
    return weight if is_hard_skill else weight // 2


def ledger_of(view: Standpoint, posting: Posting) -> tuple[Judged, ...]:
    """Return every requirement with its verdict, in the order of the posting; what is usual comes last."""
    return tuple(_JUDGES[one.kind](view, posting, one) for one in posting.asked)


def _skill(view: Standpoint, posting: Posting, need: Requirement) -> Judged:
    credit = best_of(need.ids, view.reach)
    lacked = _lacked(need, view.profile.skills_lacked)
    if lacked and (credit is None or credit.via is not Via.SAME):
        return Judged(need, Verdict.MISSING, 0, lacked)
    if credit is None:
        return Judged(need, Verdict.MISSING if view.shows_skills else Verdict.UNKNOWN)
    return Judged(need, _by_credit(credit), credit.amount, credit.fact, credit.via, credit.source)


def _lacked(need: Requirement, facts: Iterable[Known]) -> Known | None:
    """Return the fact with which somebody says they lack all alternatives of a requirement."""
    said = {fact.lexicon_id: fact for fact in facts}
    return said[need.ids[0]] if all(one in said for one in need.ids) else None


def _by_credit(credit: Credit) -> Verdict:
    if credit.amount >= ENOUGH:
        return Verdict.MET
    return Verdict.TRANSFERABLE if credit.via is Via.RELATED else Verdict.PARTLY


def _licence(view: Standpoint, posting: Posting, need: Requirement) -> Judged:
    """Judge a licence. Only a lower one of the same ladder shows that this one is missing."""
    held = {fact.lexicon_id: fact for fact in view.profile.licences}
    for one in need.ids:
        for covering in _covering(one):
            if covering in held:
                return Judged(need, Verdict.MET, FULL, held[covering], Via.SAME, covering)
    lower = next((held[below] for one in need.ids for below in _below(one) if below in held), None)
    if lower is not None and RECORD_CHECK not in need.ids:
        return Judged(need, Verdict.MISSING, 0, lower)
    lacked = _lacked(need, view.profile.licences_lacked)
    if lacked is not None and not need.flexible:
        return Judged(need, Verdict.MISSING, 0, lacked)
    return Judged(need, Verdict.UNKNOWN)


def _covering(licence: str) -> tuple[str, ...]:
    """Return a licence and those above it on its ladder."""
    return next((ladder[ladder.index(licence) :] for ladder in LICENCE_LADDERS if licence in ladder), (licence,))


def _below(licence: str) -> tuple[str, ...]:
    return next((ladder[: ladder.index(licence)] for ladder in LICENCE_LADDERS if licence in ladder), ())


def _education(view: Standpoint, posting: Posting, need: Requirement) -> Judged:
    if not view.wishes.education:
        return Judged(need, Verdict.UNKNOWN)
    rung, fact = max(view.wishes.education, key=lambda one: (one[0].rank, str(one[1].fact_id)))
    if rung.rank >= lexicon().education[need.ids[0]].rank:
        return Judged(need, Verdict.MET, FULL, fact)
    return Judged(need, Verdict.PARTLY if need.flexible else Verdict.MISSING, HALF if need.flexible else 0, fact)


def _language(view: Standpoint, posting: Posting, need: Requirement) -> Judged:
    spoken = [(level, fact) for code, level, fact in view.wishes.languages if code in need.ids]
    if not spoken:
        lacked = _lacked(need, view.profile.languages_lacked)
        return Judged(need, Verdict.MISSING if lacked else Verdict.UNKNOWN, 0, lacked)
    level, fact = max(spoken, key=lambda one: (LEVELS.index(one[0]) if one[0] else -1, str(one[1].fact_id)))
    if not need.level or (level and LEVELS.index(level) >= LEVELS.index(need.level)):
        return Judged(need, Verdict.MET, FULL, fact)
    return Judged(need, Verdict.PARTLY, HALF, fact)


def _years(view: Standpoint, posting: Posting, need: Requirement) -> Judged:
    """Judge years by those somebody named for the same or close work, or for a skill at its core; others say nothing."""
    fitting = [
        (years, str(fact.fact_id), fact)
        for role, years, fact in view.wishes.years
        if any(closeness(role, one) >= SAME_WORK for one in posting.occupations)
    ]
    core = {skill for one in posting.occupations for skill in lexicon().occupations[one].essential}
    fitting += [(years, str(fact.fact_id), fact) for skill, years, fact in view.wishes.skill_years if skill in core]
    if not fitting:
        return Judged(need, Verdict.UNKNOWN)
    years, _, fact = max(fitting)
    if years >= need.amount:
        return Judged(need, Verdict.MET, FULL, fact)
    return Judged(need, Verdict.PARTLY, round(FULL * years / need.amount), fact)


def _hours(view: Standpoint, posting: Posting, need: Requirement) -> Judged:
    for code, fact in view.wishes.unwanted:
        if code in need.ids:
            return Judged(need, Verdict.MISSING, 0, fact)
    for most, fact in view.wishes.most_hours:
        if WEEKLY in need.ids:
            fits = need.amount <= most + 2
            return Judged(need, Verdict.MET if fits else Verdict.MISSING, FULL if fits else 0, fact)
    return Judged(need, Verdict.UNKNOWN)


def _place(view: Standpoint, posting: Posting, need: Requirement) -> Judged:
    if RELOCATION in need.ids and view.wishes.stays:
        return Judged(need, Verdict.MISSING, 0, view.wishes.stays[0])
    if OFFICE_DAYS not in need.ids or not view.wishes.remote:
        return Judged(need, Verdict.UNKNOWN)
    accepted, _, fact = view.wishes.remote[0]
    if accepted & {Remote.HYBRID, Remote.ONSITE}:
        return Judged(need, Verdict.MET, FULL, fact)
    return Judged(need, Verdict.MISSING, 0, fact)


def _permission(view: Standpoint, posting: Posting, need: Requirement) -> Judged:
    """Judge by a permission somebody stated for this country; without one it stays open, because it is never inferred."""
    country = place_of(posting.location).country.casefold()
    stated = {fact.aspect: fact for fact in view.profile.permission}
    lacked = {fact.aspect: fact for fact in view.profile.permission_lacked}
    if country and country in stated:
        return Judged(need, Verdict.MET, FULL, stated[country])
    if country and country in lacked and not need.flexible:
        return Judged(need, Verdict.MISSING, 0, lacked[country])
    return Judged(need, Verdict.UNKNOWN)


_JUDGES = {
    Kind.SKILL: _skill,
    Kind.LICENCE: _licence,
    Kind.EDUCATION: _education,
    Kind.LANGUAGE: _language,
    Kind.YEARS: _years,
    Kind.HOURS: _hours,
    Kind.PLACE: _place,
    Kind.PERMISSION: _permission,
}
