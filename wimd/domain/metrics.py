"""Clarity, action, momentum: three numbers from 0 to 100, each the sum of named points.

Every point names one thing that is known or was done; each kind counts up to a number, so repeating or padding
earns nothing, and what was taken back counts as never done. Replaying the same steps gives the same numbers.
"""

from collections.abc import Container, Mapping, Sequence
from datetime import UTC, datetime, tzinfo

from mosaic.journal.domain.names import Happened
from wimd.domain.momentum import REAL, momentum
from wimd.domain.points import Known, Metric, Next, Point, Reading, Thing
from wimd.domain.steps import Step, standing

__all__ = ["ACTION", "ALGORITHM", "CLARITY", "Known", "Metric", "Next", "Point", "Reading", "Step", "Thing", "readings"]

ALGORITHM = "metrics-3"
MOST_NEXT = 3
# Points for one, and how many of a kind count.
CLARITY: Mapping[str, tuple[int, int]] = {
    Known.PROBLEM: (15, 1),
    Known.WANTED: (10, 1),
    Known.VALUE: (5, 3),
    Known.GOAL: (5, 2),
    Known.SKILL: (2, 5),
    Known.STRENGTH: (5, 1),
    Known.OBSTACLE: (5, 1),
    Known.TARGET: (10, 1),
    Known.AGREED: (5, 1),
    Known.CONFIRMED: (10, 1),
    Known.WHOLE_JOURNEY: (5, 1),
}
ACTION: Mapping[str, tuple[int, int]] = {
    Happened.EXPERIMENT_DESIGNED: (6, 1),
    Happened.EXPERIMENT_STARTED: (4, 1),
    Happened.EXPERIMENT_REVIEWED: (8, 2),
    Happened.ACTION_DONE: (3, 4),
    Happened.APPLIED: (6, 3),
    Happened.VERSION_MADE: (5, 2),
    Known.TALK: (5, 2),
    Happened.JOURNEY_COMPLETED: (8, 1),
    Happened.REMINDER_DONE: (2, 3),
    Happened.JOB_SAVED: (2, 3),
    Happened.FILE_READ: (4, 1),
}
# A posting somebody brought is one they keep, and one that is kept is something to aim at.
SAVED = (Happened.JOB_SAVED, Happened.JOB_ADDED)


def readings(
    things: Sequence[Thing],
    steps: Sequence[Step],
    now: datetime,
    zone: tzinfo = UTC,
    doable: Container[str] | None = None,
) -> dict[Metric, Reading]:
    """Return the three readings as of `now`, with days as `zone` has them; what came later does not count.

    `doable` names what the person can do at this moment; what raises a reading is said of that alone.
    """
    done = standing(steps, now)
    kept = [_point(Happened.JOB_SAVED, one.at, one.subject) for one in done if one.name in SAVED]
    known = [_point(one.known, one.since, one.subject) for one in things if _stands(one, now)]
    target = [_point(Known.TARGET, one.when, one.subject, Happened.JOB_SAVED) for one in kept]
    did = [_point(one.name, one.at, one.subject, one.detail) for one in done if one.name not in SAVED]
    return {
        Metric.CLARITY: _summed(Metric.CLARITY, CLARITY, [*known, *target], doable),
        Metric.ACTION: _summed(Metric.ACTION, ACTION, [*known, *did, *kept], doable),
        Metric.MOMENTUM: momentum((one for one in done if one.name in REAL), now, zone),
    }


def _point(fact: str, when: datetime, subject: str, detail: str = "") -> Point:
    return Point(fact, 0, when, subject, detail)


def _stands(thing: Thing, now: datetime) -> bool:
    return thing.since <= now and (thing.until is None or thing.until > now)


def _summed(
    metric: Metric, worth: Mapping[str, tuple[int, int]], found: Sequence[Point], doable: Container[str] | None
) -> Reading:
    points, ahead = [], []
    for name, (each, most) in worth.items():
        counted = sorted((one for one in found if one.fact == name), key=_order)[:most]
        points += [Point(name, each, one.when, one.subject, one.detail) for one in counted]
        if len(counted) < most and (doable is None or name in doable):
            ahead.append(Next(str(name), each))
    ahead.sort(key=lambda one: -one.points)
    return Reading(metric, sum(point.points for point in points), tuple(points), tuple(ahead[:MOST_NEXT]))


def _order(point: Point) -> tuple[datetime, str, str]:
    return point.when, point.subject, point.detail
