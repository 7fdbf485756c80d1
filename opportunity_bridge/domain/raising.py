"""What would raise a fit: each step with what it brings, found by reckoning again with the fact added."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from mosaic.facts.domain.profile import Known, Profile
from opportunity_bridge.domain.fit import Fit, Weights, fit
from opportunity_bridge.domain.ledger import Judged, Verdict
from opportunity_bridge.domain.parts import USUAL, Part
from opportunity_bridge.domain.postings import Posting
from opportunity_bridge.domain.requirements import Kind, Requirement

MOST = 4
SUPPOSED = UUID(int=0)


class Step(StrEnum):
    """What somebody can do: say that they have it, put into words how they do it, or get it."""

    SAY = "say"
    SHOW = "show"
    LEARN = "learn"


class Effort(StrEnum):
    """About how long a step takes."""

    ONE_CLICK = "one_click"
    TWO_HOURS = "two_hours"
    WEEKS = "weeks"


EFFORTS = {Step.SAY: Effort.ONE_CLICK, Step.SHOW: Effort.TWO_HOURS, Step.LEARN: Effort.WEEKS}
PROFILE_PARTS = {
    Kind.SKILL: "skills",
    Kind.LICENCE: "licences",
    Kind.LANGUAGE: "languages",
    Kind.EDUCATION: "education",
}


@dataclass(frozen=True, slots=True)
class Raise:
    """A step, the requirement it is about, and the points it would bring."""

    step: Step
    effort: Effort
    requirement: Requirement
    gain: int


class Side(StrEnum):
    """Who has not said what a part needs."""

    PERSON = "person"
    POSTING = "posting"
    BOTH = "both"
    NEITHER = "neither"


def raises_of(
    profile: Profile, posting: Posting, now: Fit, weights: Weights = USUAL, region: str = ""
) -> tuple[Raise, ...]:
    """Return the steps that would raise a fit most, the easier of equals first.

    The best step that takes one click is always among them, because it is the likeliest to be taken.
    """
    if now.score is None:
        return ()
    found = []
    for judged in now.ledger:
        step = _step_for(judged)
        if step:
            after = fit(supposing(profile, judged.requirement), posting, weights, region).score or 0
            found.append(Raise(step, EFFORTS[step], judged.requirement, after - now.score))
    order = list(Step)
    found.sort(key=lambda one: (-one.gain, order.index(one.step), one.requirement.start, one.requirement.ids))
    worth_it = [one for one in found if one.gain > 0]
    quick = next((one for one in worth_it if one.step is Step.SAY), None)
    if quick is None or quick in worth_it[:MOST]:
        return tuple(worth_it[:MOST])
    return (*worth_it[: MOST - 1], quick)


def supposing(profile: Profile, requirement: Requirement) -> Profile:
    """Return a profile that also meets a requirement."""
    part = PROFILE_PARTS[requirement.kind]
    level = f" {requirement.level}" if requirement.level else ""
    fact = Known(SUPPOSED, requirement.ids[0], f"{requirement.ids[0]}{level}", (), True)
    return replace(profile, **{part: (*getattr(profile, part), fact)})


def _step_for(judged: Judged) -> Step | None:
    if judged.requirement.kind not in PROFILE_PARTS or judged.verdict is Verdict.MET:
        return None
    if judged.requirement.kind is not Kind.SKILL:
        return Step.SAY if judged.verdict is Verdict.UNKNOWN else Step.LEARN
    return Step.LEARN if judged.verdict is Verdict.MISSING else Step.SHOW


def silences(profile: Profile, posting: Posting, now: Fit) -> Iterator[tuple[Part, Side]]:
    """Yield the parts that are left out, and who has not said what they need."""
    for one in now.contributions:
        if not one.known:
            said, stated = _person_says(profile, one.part), _posting_says(posting, one.part)
            yield one.part, _SIDES[said, stated]


_SIDES = {
    (False, False): Side.BOTH,
    (False, True): Side.PERSON,
    (True, False): Side.POSTING,
    (True, True): Side.NEITHER,
}


def _person_says(profile: Profile, part: Part) -> bool:
    said = {
        Part.SKILLS: profile.skills or profile.roles,
        Part.ROLE: profile.roles or profile.roles_wanted or profile.skills,
        Part.VALUES: profile.values,
        Part.INTERESTS: profile.roles_wanted or profile.skills_wanted or profile.goals or profile.interests,
        Part.PLACE: profile.location or profile.home or profile.remote,
        Part.PAY: profile.pay,
    }
    return bool(said[part])


def _posting_says(posting: Posting, part: Part) -> bool:
    stated: dict[Part, object] = {
        Part.SKILLS: posting.skills,
        Part.ROLE: posting.occupations,
        Part.VALUES: posting.signals,
        Part.INTERESTS: posting.occupations or posting.skills,
        Part.PLACE: posting.location or posting.remote != "unknown",
        Part.PAY: posting.pay,
    }
    return bool(stated[part])
