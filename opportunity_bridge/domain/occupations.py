"""Kinds of work somebody could reach from here: what carries over, what is missing, and a first small test."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mosaic.facts.domain.profile import Known, Profile
from mosaic.lexicon.entries import Occupation
from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.fit import Label, apportioned, label_of
from opportunity_bridge.domain.kinship import closeness
from opportunity_bridge.domain.parts import MILLION, NOT_FOUND
from opportunity_bridge.domain.reach import FULL, Credit, Reach, reach_of

ESSENTIAL, OPTIONAL = 100, 35
MOST = 12


class Aspect(StrEnum):
    """What an occupation's fit is made of."""

    SKILLS = "skills"
    DIRECTION = "direction"
    VALUES = "values"


WEIGHTS = {Aspect.SKILLS: 60, Aspect.DIRECTION: 25, Aspect.VALUES: 15}


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
class Gain:
    """One aspect's points of at most `weight`."""

    aspect: Aspect
    weight: int
    points: int


@dataclass(frozen=True, slots=True)
class Reachable:
    """An occupation with its fit from 0 to 100 and the reasons."""

    id: str
    score: int
    label: Label
    gains: tuple[Gain, ...]
    carries: tuple[Carried, ...]
    missing: tuple[str, ...]
    licences: tuple[str, ...]
    values: tuple[Known, ...]
    first_test: FirstTest
    test_skill: str


def reachable(profile: Profile, *, most: int = MOST) -> tuple[Reachable, ...]:
    """Return the occupations within reach, the best first; somebody's own work is not among them."""
    reach = reach_of(profile)
    if not reach:
        return ()
    own = {fact.lexicon_id for fact in profile.roles}
    found = [_reach_one(profile, reach, one) for one in lexicon().occupations.values() if one.id not in own]
    found.sort(key=lambda one: (-one.score, -len(one.carries), one.id))
    return tuple(one for one in found if one.carries)[:most]


def _reach_one(profile: Profile, reach: Reach, occupation: Occupation) -> Reachable:
    carries = tuple(Carried(one, reach[one]) for one in occupation.essential if one in reach)
    missing = tuple(one for one in occupation.essential if one not in reach)
    values = tuple(fact for fact in profile.values if fact.lexicon_id in occupation.values)
    shares = _shares(profile, reach, occupation, values)
    counted = [WEIGHTS[aspect] for aspect, _ in shares]
    earned = [WEIGHTS[aspect] * share for aspect, share in shares]
    score = (200 * sum(earned) + sum(counted) * MILLION) // (2 * sum(counted) * MILLION)
    gains = zip(shares, apportioned(100, counted), apportioned(score, earned), strict=True)
    return Reachable(
        id=occupation.id,
        score=score,
        label=label_of(score),
        gains=tuple(Gain(aspect, weight, points) for (aspect, _), weight, points in gains),
        carries=tuple(sorted(carries, key=lambda one: (-one.credit.amount, one.skill))),
        missing=missing,
        licences=occupation.licences,
        values=values,
        first_test=FirstTest.TRY_SKILL if missing else FirstTest.TALK,
        test_skill=missing[0] if missing else "",
    )


def _shares(
    profile: Profile, reach: Reach, occupation: Occupation, values: tuple[Known, ...]
) -> list[tuple[Aspect, int]]:
    """Return the known aspects and their shares in millionths."""
    asked = [(one, ESSENTIAL) for one in occupation.essential] + [(one, OPTIONAL) for one in occupation.optional]
    shares = [(Aspect.SKILLS, _shown(reach, asked))]
    wanted = [fact.lexicon_id for fact in (profile.roles_wanted or profile.roles) if fact.lexicon_id]
    if wanted:
        shares.append((Aspect.DIRECTION, max(closeness(one, occupation.id) for one in wanted) * MILLION // FULL))
    if profile.values:
        stated = len({fact.lexicon_id for fact in profile.values if fact.lexicon_id}) or 1
        shares.append((Aspect.VALUES, min(len(values), stated) * MILLION // stated))
    return shares


def _shown(reach: Reach, asked: Iterable[tuple[str, int]]) -> int:
    """Return how much of what is done in the work somebody shows; what is not found counts for three fifths."""
    credits_of = [(weight, reach[one].amount if one in reach else 0) for one, weight in asked]
    shown = sum(weight * amount for weight, amount in credits_of)
    whole = sum(weight * (NOT_FOUND + (FULL - NOT_FOUND) * amount // FULL) for weight, amount in credits_of)
    return shown * MILLION // whole
