"""Momentum: how lately and how regularly something real was done.

The first day of a week on which something real was done brings the most, a second and a third less, each halved
every `HALF_LIFE`; so one step a week for a month is worth more than four days in one week.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo

from mosaic.journal.domain.names import Happened
from wimd.domain.points import Metric, Moving, Next, Point, Reading
from wimd.domain.steps import Step

HALF_LIFE = timedelta(days=7)
DAY_POINTS = (30, 15, 10)
WHOLE = 100
# What makes a day count for momentum: something written, tried or sent. A click, a talk or a look does not.
REAL = frozenset(
    (
        Happened.ANSWER_GIVEN,
        Happened.JOURNEY_COMPLETED,
        Happened.EXPERIMENT_DESIGNED,
        Happened.EXPERIMENT_STARTED,
        Happened.EXPERIMENT_REVIEWED,
        Happened.ACTION_DONE,
        Happened.EXPERIENCE_TOLD,
        Happened.VERSION_MADE,
        Happened.APPLIED,
        Happened.STAGE_CHANGED,
        Happened.JOB_ADDED,
        Happened.REMINDER_DONE,
        Happened.CHECKED_IN,
    )
)


def momentum(steps: Iterable[Step], now: datetime, zone: tzinfo) -> Reading:
    """Count the first step of a day, and up to three days of a week."""
    first: dict[date, Step] = {}
    for step in steps:
        first.setdefault(step.at.astimezone(zone).date(), step)
    in_week: dict[tuple[int, int], int] = {}
    points = []
    for day, step in first.items():
        number = in_week.get(_week(day), 0)
        in_week[_week(day)] = number + 1
        worth = _worth(DAY_POINTS[number], now - step.at) if number < len(DAY_POINTS) else 0
        if worth:
            points.append(Point(Moving.ACTIVE_DAY, worth, step.at, step.subject, step.name))
    value = min(WHOLE, sum(point.points for point in points))
    today = now.astimezone(zone).date()
    ahead = _ahead(value, in_week.get(_week(today), 0), is_done=today in first)
    return Reading(Metric.MOMENTUM, value, tuple(reversed(points)), ahead)


def _ahead(value: int, days: int, *, is_done: bool) -> tuple[Next, ...]:
    """Return what raises momentum: a step today, on another day, or in another week."""
    if value == WHOLE:
        return ()
    if days >= len(DAY_POINTS):
        return (Next(Moving.NEXT_WEEK, min(DAY_POINTS[0], WHOLE - value)),)
    step = Moving.ANOTHER_DAY if is_done else Moving.ANY_STEP
    return (Next(step, min(DAY_POINTS[days], WHOLE - value)),)


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _worth(points: int, age: timedelta) -> int:
    share: float = 0.5 ** (age / HALF_LIFE)
    return round(points * share)
