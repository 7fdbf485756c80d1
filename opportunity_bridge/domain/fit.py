"""How well a posting and a person fit, with the reason for every point. Pure: same input, same output."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mosaic.facts.domain.profile import Known, Profile
from mosaic.lexicon.apportion import apportioned
from opportunity_bridge.domain.blockers import Block, Blocker, blockers_of
from opportunity_bridge.domain.ledger import Judged, Standpoint, ledger_of, standpoint_of
from opportunity_bridge.domain.parts import MILLION, USUAL, Part, Share, shares_of
from opportunity_bridge.domain.postings import PARSER, Posting
from opportunity_bridge.domain.requirements import Ask, Kind, Requirement
from opportunity_bridge.domain.signals import Signal

ALGORITHM = f"fit-3/{PARSER}"
LEAST_COVERAGE = 40
# Nothing outweighs what stands in front, another country least of all; a value spoken against and a duty
# to keep away from are not bought off by skills.
BLOCKED_AT = 45
ABROAD_AT = 30
OPPOSED_AT = 74

Weights = Mapping[Part, int]


class Label(StrEnum):
    """What a score means."""

    STRONG = "strong"
    GOOD = "good"
    STRETCH = "stretch"
    FAR = "far"
    NONE_YET = "none_yet"


BANDS = ((75, Label.STRONG), (60, Label.GOOD), (40, Label.STRETCH))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A stated value that the posting speaks against."""

    fact: Known
    signal: Signal


@dataclass(frozen=True, slots=True)
class Avoided:
    """A duty that somebody wants to keep away from, and the requirement it is a part of."""

    fact: Known
    requirement: Requirement


@dataclass(frozen=True, slots=True)
class Contribution:
    """One part of the score: `points` of at most `weight`; weights of known parts add up to 100."""

    part: Part
    weight: int
    points: int
    known: bool


@dataclass(frozen=True, slots=True)
class Fit:
    """A score from 0 to 100 or None, how much of it is known in per cent, and everything it rests on."""

    score: int | None
    coverage: int
    label: Label
    contributions: tuple[Contribution, ...]
    ledger: tuple[Judged, ...]
    blockers: tuple[Blocker, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    agreements: tuple[Conflict, ...] = ()
    avoided: tuple[Avoided, ...] = ()
    uncapped: int = 0
    algorithm: str = field(default=ALGORITHM)

    @property
    def order(self) -> int:
        """What a list is sorted by, the largest first; nothing known comes last.

        The score alone decides, because it is what people see beside each posting. Among equals the one of which
        more is known comes first, and among those that were capped the one that fits better otherwise.
        """
        if self.score is None:
            return -1
        return (self.score * 101 + self.coverage) * 101 + self.uncapped


def fit(profile: Profile, posting: Posting, weights: Weights = USUAL, region: str = "") -> Fit:
    """Return how a posting fits a person; `region` settles names that several places have."""
    return fit_from(standpoint_of(profile, region), posting, weights)


def fit_from(view: Standpoint, posting: Posting, weights: Weights = USUAL) -> Fit:
    """Return how a posting fits a person whose profile was prepared before."""
    ledger = ledger_of(view, posting)
    shares = shares_of(view, posting, ledger)
    blockers = tuple(blockers_of(view, posting, ledger))
    conflicts, agreements = _value_pairs(view, posting, opposed=True), _value_pairs(view, posting, opposed=False)
    avoided = _avoided(view, posting)
    counted = [weights[one.part] * one.known for one in shares]
    coverage = sum(counted) * 100 // (sum(weights.values()) * MILLION) if any(counted) else 0
    uncapped = _score(shares, counted)
    score = min(uncapped, _cap(blockers, against=bool(conflicts or avoided))) if coverage >= LEAST_COVERAGE else None
    return Fit(
        score=score,
        coverage=coverage,
        label=label_of(score),
        contributions=_contributions(shares, counted, score),
        ledger=ledger,
        blockers=blockers,
        conflicts=conflicts,
        agreements=agreements,
        avoided=avoided,
        uncapped=uncapped,
    )


def label_of(score: int | None) -> Label:
    """Return what a score means."""
    if score is None:
        return Label.NONE_YET
    return next((label for least, label in BANDS if score >= least), Label.FAR)


def _score(shares: tuple[Share, ...], counted: list[int]) -> int:
    """Return the weighted mean of the known parts in per cent, halves rounded up."""
    total = sum(counted) or 1
    weighed = sum(weight * one.share for weight, one in zip(counted, shares, strict=True))
    return (200 * weighed + total * MILLION) // (2 * total * MILLION)


def _cap(blockers: tuple[Blocker, ...], *, against: bool) -> int:
    """Return the most a score can be with what stands in front and against."""
    if any(one.block is Block.ABROAD for one in blockers):
        return ABROAD_AT
    return BLOCKED_AT if blockers else OPPOSED_AT if against else 100


def _contributions(shares: tuple[Share, ...], counted: list[int], score: int | None) -> tuple[Contribution, ...]:
    """Share the score out by largest remainder, so that the points add up to it exactly."""
    weights = apportioned(100, counted)
    earned = [weight * one.share for weight, one in zip(counted, shares, strict=True)]
    points = apportioned(score or 0, earned)
    return tuple(
        Contribution(one.part, weight, point, known=one.known > 0)
        for one, weight, point in zip(shares, weights, points, strict=True)
    )


def _avoided(view: Standpoint, posting: Posting) -> tuple[Avoided, ...]:
    """Return the duties of a posting that somebody wants to keep away from; one of several alternatives leaves a way out."""
    needs = [one for one in posting.requirements if one.kind is Kind.SKILL and one.ask is not Ask.NICE]
    pairs = ((fact, need) for skill, fact in view.wishes.kept_from for need in needs if need.ids == (skill,))
    return tuple({need.ids: Avoided(fact, need) for fact, need in pairs}.values())


def _value_pairs(view: Standpoint, posting: Posting, *, opposed: bool) -> tuple[Conflict, ...]:
    """Return the stated values a posting speaks against, or those it speaks for without also speaking against them."""
    against = {signal.value for signal in posting.signals if signal.opposed}
    signals = {
        signal.value: signal
        for signal in reversed(posting.signals)
        if signal.opposed is opposed and (opposed or signal.value not in against)
    }
    facts = sorted(view.profile.values, key=lambda fact: (fact.lexicon_id, str(fact.fact_id)))
    return tuple(Conflict(fact, signals[fact.lexicon_id]) for fact in facts if fact.lexicon_id in signals)
