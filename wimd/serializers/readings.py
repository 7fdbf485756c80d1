"""The shapes of the three readings."""

from datetime import datetime, timedelta

from rest_framework import serializers

from mosaic.people.models import Person
from wimd import queries
from wimd.domain.metrics import Metric, Reading, readings
from wimd.serializers.shape import Shape

WEEKS = 6


class MetricsShape(serializers.Serializer[object]):
    """Three readings from 0 to 100."""

    clarity = serializers.IntegerField()
    action = serializers.IntegerField()
    momentum = serializers.IntegerField()


def metrics_shape(person: Person, now: datetime) -> Shape:
    """Return the three numbers."""
    return {metric.value: reading.value for metric, reading in _readings(person, now).items()}


def metrics_detail(person: Person, now: datetime) -> Shape:
    """Return the numbers, what earned them, what raises them, and their last six weeks."""
    things, steps = queries.things_of(person), queries.steps_of(person)
    current = readings(things, steps, now)
    weeks = (now - timedelta(weeks=back) for back in range(WEEKS, 0, -1))
    history = [{"at": at, **_values(readings(things, steps, at))} for at in weeks]
    return {
        "metrics": _values(current),
        "explanation": {metric.value: _explained(reading) for metric, reading in current.items()},
        "history": [*history, {"at": now, **_values(current)}],
    }


def _readings(person: Person, now: datetime) -> dict[Metric, Reading]:
    return readings(queries.things_of(person), queries.steps_of(person), now)


def _values(current: dict[Metric, Reading]) -> dict[str, int]:
    return {metric.value: reading.value for metric, reading in current.items()}


def _explained(reading: Reading) -> Shape:
    return {
        "points": [
            {"fact": one.fact, "points": one.points, "count": one.count, "when": one.when} for one in reading.points
        ],
        "next": [{"step": one.step, "points": one.points} for one in reading.next],
    }
