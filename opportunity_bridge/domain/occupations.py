"""Kinds of work somebody could reach from here: what carries over, what is missing, and a first small test."""

from dataclasses import dataclass
from enum import StrEnum

from mosaic.facts.domain.profile import Known, Profile
from mosaic.lexicon.occupation_fit import MOST, OccupationFit, nearest
from mosaic.lexicon.occupation_fit import Gain as AspectGain
from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.fit import Label, label_of
from opportunity_bridge.domain.reach import Credit

Gain = AspectGain[Known]


class FirstTest(StrEnum):
    """The smallest way of finding out."""

    TRY_SKILL = "try_skill"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class Carried:
    """An essential skill that somebody brings along, and by what."""

    skill: str
    credit: Credit


@dataclass(frozen=True, slots=True)
class Reachable:
    """An occupation with its fit from 0 to 100, where every point comes from, and a first step."""

    id: str
    score: int
    label: Label
    gains: tuple[Gain, ...]
    carries: tuple[Carried, ...]
    missing: tuple[str, ...]
    licences: tuple[str, ...]
    first_test: FirstTest
    test_skill: str
    algorithm: str


def reachable(profile: Profile, *, most: int = MOST) -> tuple[Reachable, ...]:
    """Return the occupations within reach, the best first; somebody's own work is not among them."""
    return tuple(_with_first_step(one) for one in nearest(profile, most=most))


def _with_first_step(found: OccupationFit[Known]) -> Reachable:
    carries = [Carried(skill, credit) for skill, credit in found.carries.items()]
    return Reachable(
        id=found.id,
        score=found.score,
        label=label_of(found.score),
        gains=found.gains,
        carries=tuple(sorted(carries, key=lambda one: (-one.credit.amount, one.skill))),
        missing=found.missing,
        licences=lexicon().occupations[found.id].licences,
        first_test=FirstTest.TRY_SKILL if found.missing else FirstTest.TALK,
        test_skill=found.missing[0] if found.missing else "",
        algorithm=found.algorithm,
    )
