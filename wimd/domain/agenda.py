"""What is worth asking about: what nobody knows yet and what an answer would change among the results shown.

The coach and the short form ask from the same list. Each item names the results that rest on it, parts of a fit and
dimensions of the delta, so that nothing is asked for its own sake.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Item(StrEnum):
    """What the agenda holds, in the order in which it is gone through."""

    VALUES = "values"
    GOALS = "goals"
    SKILLS = "skills"
    CHALLENGES = "challenges"
    PLACE = "place"
    PAY = "pay"
    HOURS = "hours"
    PERMISSION = "permission"
    PEOPLE = "people"
    TIME_AND_MONEY = "time_and_money"


class Result(StrEnum):
    """What people see that rests on facts: parts of a fit, conditions in front of it, dimensions of the delta."""

    FIT_SKILLS = "fit.skills"
    FIT_ROLE = "fit.role"
    FIT_VALUES = "fit.values"
    FIT_INTERESTS = "fit.interests"
    FIT_PLACE = "fit.place"
    FIT_PAY = "fit.pay"
    FIT_CONDITIONS = "fit.conditions"
    DELTA_ROLE = "delta.role"
    DELTA_SKILLS = "delta.skills"
    DELTA_MEANING = "delta.meaning"
    DELTA_PAY = "delta.pay"
    DELTA_PLACE = "delta.place"
    DELTA_CONFIDENCE = "delta.confidence"
    DELTA_NETWORK = "delta.network"
    DELTA_RUNWAY = "delta.runway"


EVERYTHING = frozenset(Result)
# A part of a fit weighs what it weighs there, of 100. A dimension is one of nine, and a condition stands in front
# of few postings.
OF_A_DIMENSION, OF_CONDITIONS = 10, 5
WEIGHTS: Mapping[Result, int] = {
    **{result: OF_A_DIMENSION for result in Result if result.startswith("delta.")},
    Result.FIT_SKILLS: 40,
    Result.FIT_ROLE: 20,
    Result.FIT_VALUES: 15,
    Result.FIT_INTERESTS: 10,
    Result.FIT_PLACE: 10,
    Result.FIT_PAY: 5,
    Result.FIT_CONDITIONS: OF_CONDITIONS,
}
CHANGES: Mapping[Item, tuple[Result, ...]] = {
    Item.VALUES: (Result.FIT_VALUES, Result.DELTA_MEANING),
    Item.GOALS: (Result.FIT_ROLE, Result.FIT_INTERESTS, Result.DELTA_ROLE),
    Item.SKILLS: (Result.FIT_SKILLS, Result.DELTA_SKILLS),
    Item.CHALLENGES: (Result.DELTA_CONFIDENCE,),
    Item.PLACE: (Result.FIT_PLACE, Result.DELTA_PLACE),
    Item.PAY: (Result.FIT_PAY, Result.FIT_CONDITIONS, Result.DELTA_PAY),
    Item.HOURS: (Result.FIT_CONDITIONS, Result.DELTA_PLACE),
    Item.PERMISSION: (Result.FIT_CONDITIONS,),
    Item.PEOPLE: (Result.DELTA_NETWORK,),
    Item.TIME_AND_MONEY: (Result.DELTA_RUNWAY,),
}
# How many of a kind a result needs before one more changes little; one of everything else.
ENOUGH: Mapping[Item, int] = {Item.SKILLS: 3}


@dataclass(frozen=True, slots=True)
class Known:
    """How many standing facts there are for each item."""

    values: int = 0
    goals: int = 0
    skills: int = 0
    challenges: int = 0
    place: int = 0
    pay: int = 0
    hours: int = 0
    permission: int = 0
    people: int = 0
    time_and_money: int = 0

    def of(self, item: Item) -> int:
        """Return the count of one item."""
        counts: dict[Item, int] = {
            Item.VALUES: self.values, Item.GOALS: self.goals, Item.SKILLS: self.skills,
            Item.CHALLENGES: self.challenges, Item.PLACE: self.place, Item.PAY: self.pay, Item.HOURS: self.hours,
            Item.PERMISSION: self.permission, Item.PEOPLE: self.people, Item.TIME_AND_MONEY: self.time_and_money,
        }  # fmt: skip
        return counts[item]


def open_items(known: Known, shown: Collection[Result] = EVERYTHING) -> tuple[Item, ...]:
    """Return what is unknown and would change a result that is shown, what changes most first."""
    worths = {item: worth(item, known, shown) for item in Item}
    return tuple(sorted((item for item in Item if worths[item]), key=lambda item: -worths[item]))


def worth(item: Item, known: Known, shown: Collection[Result] = EVERYTHING) -> float:
    """Return how much an answer would change: the weights of what rests on it, as far as it is still missing."""
    enough = ENOUGH.get(item, 1)
    missing = max(0, enough - known.of(item)) / enough
    return missing * sum(WEIGHTS[result] for result in changed_by(item) if result in shown)


def changed_by(item: Item) -> tuple[Result, ...]:
    """Return the results that rest on an item."""
    return CHANGES[item]
