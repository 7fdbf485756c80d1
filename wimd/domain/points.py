"""What readings are made of: things known, points earned, and what raises a reading next."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Metric(StrEnum):
    """The three readings."""

    CLARITY = "clarity"
    ACTION = "action"
    MOMENTUM = "momentum"


class Known(StrEnum):
    """Kinds of things that are known, or came of a talk."""

    PROBLEM = "problem"
    WANTED = "wanted"
    VALUE = "value"
    GOAL = "goal"
    SKILL = "skill"
    STRENGTH = "strength"
    OBSTACLE = "obstacle"
    TARGET = "target"
    AGREED = "agreed"
    CONFIRMED = "confirmed"
    WHOLE_JOURNEY = "whole_journey"
    TALK = "talk"


class Moving(StrEnum):
    """What momentum counts, and what raises it."""

    ACTIVE_DAY = "active_day"
    ANY_STEP = "any_step"
    ANOTHER_DAY = "another_day"
    NEXT_WEEK = "next_week"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something known since a moment, and until it was taken away again; `subject` is its id."""

    known: Known
    since: datetime
    subject: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """Points earned by one thing: what kind of thing, its id, and when it came."""

    fact: str
    points: int
    when: datetime
    subject: str = ""
    detail: str = ""


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
