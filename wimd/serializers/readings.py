"""The shapes of the three readings."""

from collections.abc import Mapping
from datetime import datetime

from rest_framework import serializers

from mosaic.people.models import Person
from wimd import earned
from wimd.domain.metrics import ALGORITHM, Metric, Reading
from wimd.earned import Names
from wimd.serializers.shape import Shape


class MetricsShape(serializers.Serializer[object]):
    """Three readings from 0 to 100."""

    clarity = serializers.IntegerField()
    action = serializers.IntegerField()
    momentum = serializers.IntegerField()


class PointShape(serializers.Serializer[object]):
    """Points, and the one thing that earned them: what kind, its name, in whose words, since when, and where."""

    fact = serializers.CharField()
    points = serializers.IntegerField()
    when = serializers.DateTimeField()
    words = serializers.CharField()
    label = serializers.CharField(allow_blank=True)  # type: ignore[assignment]  # named as facts name it
    quote = serializers.CharField(allow_blank=True)
    url = serializers.CharField()


class AheadShape(serializers.Serializer[object]):
    """What raises a reading next, by how much, and where it is done."""

    step = serializers.CharField()
    points = serializers.IntegerField()
    words = serializers.CharField()
    url = serializers.CharField()


class ReadingShape(serializers.Serializer[object]):
    """Everything behind one number."""

    points = PointShape(many=True)
    next = AheadShape(many=True)


class ExplanationShape(serializers.Serializer[object]):
    """Everything behind the three numbers."""

    clarity = ReadingShape()
    action = ReadingShape()
    momentum = ReadingShape()


class MomentShape(MetricsShape):
    """The readings as they were at a moment."""

    at = serializers.DateTimeField()


class MetricsAnswer(serializers.Serializer[object]):
    """What `GET /wimd/metrics` says; `algorithm` names the formula."""

    metrics = MetricsShape()
    explanation = ExplanationShape()
    history = MomentShape(many=True)
    algorithm = serializers.CharField()


def metrics_shape(person: Person, now: datetime) -> Shape:
    """Return the three numbers."""
    return {metric.value: number for metric, number in earned.numbers(person, now).items()}


def metrics_detail(person: Person, now: datetime) -> Shape:
    """Return the numbers, what earned them, what raises them, and their last twelve weeks."""
    found, history = earned.with_history(person, now)
    names = Names(person)
    return {
        "metrics": _values(found),
        "explanation": {metric.value: _explained(names, reading) for metric, reading in found.items()},
        "history": [{"at": at, **_values(then)} for at, then in history],
        "algorithm": ALGORITHM,
    }


def _values(current: Mapping[Metric, Reading]) -> dict[str, object]:
    return {metric.value: reading.value for metric, reading in current.items()}


def _explained(names: Names, reading: Reading) -> Shape:
    return {
        "points": [PointShape(names.earned(point)).data for point in reading.points],
        "next": [AheadShape(earned.ahead(names.person, one)).data for one in reading.next],
    }
