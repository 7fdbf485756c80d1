"""Clarity, action, momentum: three numbers from 0 to 100, each the sum of named points.

Every point comes from something that happened or is known; each kind of thing is capped, so repeating or
padding earns nothing. Momentum halves every seven days without a step: a day on which something real
happened is worth `DAY_POINTS · 2^(−age/HALF_LIFE)`. Replaying the same steps gives the same numbers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mosaic.journal.domain.names import Happened

ALGORITHM = "metrics-2"
HALF_LIFE = timedelta(days=7)
DAY_POINTS = 25
WHOLE = 100


class Metric(StrEnum):
    """The three readings."""

    CLARITY = "clarity"
    ACTION = "action"
    MOMENTUM = "momentum"


class Known(StrEnum):
    """What clarity counts: kinds of things that are known."""

    PROBLEM = "problem"
    WANTED = "wanted"
    VALUE = "value"
    SKILL = "skill"
    STRENGTH = "strength"
    OBSTACLE = "obstacle"
    CONFIRMED = "confirmed"
    TARGET = "target"
    WHOLE_JOURNEY = "whole_journey"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something known since a moment."""

    known: Known
    since: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened."""

    name: Happened
    at: datetime
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """Points earned by one kind of thing: how many of it counted, and the last time one came."""

    fact: str
    points: int
    count: int
    when: datetime


@dataclass(frozen=True, slots=True)
class Next:
    """What raises a reading next, and by how much."""

    step: str
    points: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One number with everything that earned it."""

    metric: Metric
    value: int
    points: tuple[Point, ...]
    next: tuple[Next, ...]


# Points for one, and how many of a kind count.
CLARITY: Mapping[str, tuple[int, int]] = {
    Known.PROBLEM: (15, 1),
    Known.WANTED: (10, 1),
    Known.VALUE: (5, 3),
    Known.SKILL: (2, 5),
    Known.STRENGTH: (10, 1),
    Known.OBSTACLE: (10, 1),
    Known.CONFIRMED: (10, 1),
    Known.TARGET: (10, 1),
    Known.WHOLE_JOURNEY: (10, 1),
}
ACTION: Mapping[str, tuple[int, int]] = {
    Happened.JOURNEY_COMPLETED: (10, 1),
    Happened.EXPERIMENT_DESIGNED: (6, 1),
    Happened.EXPERIMENT_REVIEWED: (8, 2),
    Happened.ACTION_DONE: (3, 4),
    Happened.FILE_READ: (6, 1),
    Happened.JOB_SAVED: (2, 3),
    Happened.VERSION_MADE: (6, 2),
    Happened.APPLIED: (8, 3),
    Happened.REMINDER_DONE: (2, 4),
}
# What counts as a real step of a day; talking and looking do not.
REAL = frozenset(
    (
        Happened.ANSWER_GIVEN,
        Happened.JOURNEY_COMPLETED,
        Happened.CONTEXT_CONFIRMED,
        Happened.EXPERIMENT_DESIGNED,
        Happened.EXPERIMENT_STARTED,
        Happened.EXPERIMENT_REVIEWED,
        Happened.OBSTACLE_MET,
        Happened.ACTION_DONE,
        Happened.EXPERIENCE_TOLD,
        Happened.FILE_READ,
        Happened.FILE_CORRECTED,
        Happened.FACT_CONFIRMED,
        Happened.FACT_ADDED,
        Happened.JOB_SAVED,
        Happened.VERSION_MADE,
        Happened.APPLIED,
        Happened.STAGE_CHANGED,
        Happened.REMINDER_DONE,
    )
)
MOST_NEXT = 3


def readings(things: Sequence[Thing], steps: Sequence[Step], now: datetime) -> dict[Metric, Reading]:
    """Return the three readings as of `now`; later things and steps do not count."""
    known = [(thing.known.value, thing.since) for thing in things if thing.since <= now]
    done = [(step.name.value, step.at) for step in _once_each(steps) if step.at <= now]
    return {
        Metric.CLARITY: _summed(Metric.CLARITY, CLARITY, known),
        Metric.ACTION: _summed(Metric.ACTION, ACTION, done),
        Metric.MOMENTUM: _momentum(steps, now),
    }


def _once_each(steps: Sequence[Step]) -> Iterator[Step]:
    """Yield each kind of step once per thing it was about: applying to one job twice is one."""
    seen: set[tuple[str, str]] = set()
    for step in sorted(steps, key=lambda step: step.at):
        if (step.name, step.subject) not in seen:
            seen.add((step.name, step.subject))
            yield step


def _summed(metric: Metric, worth: Mapping[str, tuple[int, int]], happened: list[tuple[str, datetime]]) -> Reading:
    points, ahead = [], []
    for name, (each, most) in worth.items():
        times = sorted(when for one, when in happened if one == name)[:most]
        if times:
            points.append(Point(name, each * len(times), len(times), times[-1]))
        if len(times) < most:
            ahead.append(Next(name, each))
    ahead.sort(key=lambda one: -one.points)
    return Reading(metric, sum(point.points for point in points), tuple(points), tuple(ahead[:MOST_NEXT]))


def _momentum(steps: Sequence[Step], now: datetime) -> Reading:
    days: dict[datetime, datetime] = {}
    for step in steps:
        if step.name in REAL and step.at <= now:
            day = step.at.replace(hour=0, minute=0, second=0, microsecond=0)
            days[day] = max(days.get(day, step.at), step.at)
    points = [Point("active_day", _worth(now - last), 1, last) for last in sorted(days.values(), reverse=True)]
    points = [point for point in points if point.points]
    value = min(WHOLE, sum(point.points for point in points))
    ahead = () if value == WHOLE else (Next("any_step", min(DAY_POINTS, WHOLE - value)),)
    return Reading(Metric.MOMENTUM, value, tuple(points), ahead)


def _worth(age: timedelta) -> int:
    share: float = 0.5 ** (age / HALF_LIFE)
    return round(DAY_POINTS * share)
