"""The shapes of what was gained, of a commitment, and of two runs side by side."""

from django.utils import timezone
from rest_framework import serializers

from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.experiments import LONGEST_TITLE, LONGEST_WORDS
from ps101.domain.mastery import Change, Gain, suggest, whole_change
from ps101.domain.momentum import Effort, momentum
from ps101.models import Commitment, Experiment
from ps101.queries import gains, results
from ps101.serializers.experiments import CommitmentShape, ReflectionShape
from ps101.serializers.flows import Shape


class CommitmentInput(serializers.Serializer[object]):
    """What somebody commits to; nobody is told."""

    week = serializers.CharField(max_length=LONGEST_WORDS)
    holding = serializers.CharField(required=False, allow_blank=True, default="", max_length=LONGEST_WORDS)
    telling = serializers.CharField(required=False, allow_blank=True, default="", max_length=LONGEST_TITLE)
    day = serializers.DateField()


class QuoteShape(serializers.Serializer[object]):
    """Literal words, and what they are from."""

    quote = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    said_at = serializers.DateTimeField()


class GainedShape(serializers.Serializer[object]):
    """A skill that something tried showed; `new` when nothing showed it earlier."""

    label = serializers.CharField()  # type: ignore[assignment]  # a field of the same name
    new = serializers.BooleanField()
    confirmed = serializers.BooleanField()
    evidence = QuoteShape(many=True)


class ConfidenceChangeShape(serializers.Serializer[object]):
    """Confidence before and after; null is not known."""

    about = serializers.ChoiceField(choices=["journey", "experiment"])
    id = serializers.UUIDField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field of the same name
    before = serializers.IntegerField(allow_null=True)
    after = serializers.IntegerField(allow_null=True)
    day = serializers.DateField()


class ConfidenceShape(serializers.Serializer[object]):
    """The first number known, the last one after something was tried, and each change."""

    before = serializers.IntegerField(allow_null=True)
    after = serializers.IntegerField(allow_null=True)
    changes = ConfidenceChangeShape(many=True)


class TriedShape(serializers.Serializer[object]):
    """An experiment that was looked back at."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    hypothesis = serializers.CharField()
    success_metric = serializers.CharField()
    status = serializers.CharField()
    reflection = ReflectionShape()


class EffortShape(serializers.Serializer[object]):
    """A kind of step: how many in the first seven days, and in the last seven; null while the first are not over."""

    kind = serializers.ChoiceField(choices=[one.value for one in Effort])
    first = serializers.IntegerField()
    latest = serializers.IntegerField(allow_null=True)


class MomentumShape(serializers.Serializer[object]):
    """The start beside now."""

    began = serializers.DateField(allow_null=True)
    efforts = EffortShape(many=True)


class NextExperimentShape(serializers.Serializer[object]):
    """First words for POST /ps101/experiments, all of them the person's own."""

    title = serializers.CharField(allow_blank=True)
    hypothesis = serializers.CharField(allow_blank=True)
    follows = serializers.UUIDField(allow_null=True)


class MasteryShape(serializers.Serializer[object]):
    """What was gained."""

    skills = GainedShape(many=True)
    said_new = serializers.CharField(allow_blank=True)
    confidence = ConfidenceShape()
    experiments = TriedShape(many=True)
    momentum = MomentumShape()
    suggestion = NextExperimentShape(allow_null=True)
    commitment = CommitmentShape(allow_null=True)


def mastery_shape(person: Person) -> Shape:
    """Return what was gained and learned, how it compares with the start, and what is next."""
    commitment = results.latest_commitment_of(person)
    suggestion = suggest(gains.lesson_of(person), gains.wish_of(person))
    tried = [one for one in queries.experiments_of(person) if hasattr(one, "reflection")]
    return {
        "skills": [_gain(one) for one in gains.gains_of(person)],
        "said_new": gains.new_of(person),
        "confidence": _confidence(gains.changes_of(person)),
        "experiments": [_tried(one) for one in tried],
        "momentum": _momentum(person),
        "suggestion": NextExperimentShape(suggestion).data if suggestion else None,
        "commitment": commitment_shape(commitment) if commitment else None,
    }


def commitment_shape(commitment: Commitment) -> Shape:
    """Return a commitment."""
    return dict(CommitmentShape(commitment).data)


def _gain(gain: Gain) -> Shape:
    quotes = [{"quote": one.text, "source": one.source, "said_at": one.said_at} for one in gain.quotes]
    return {"label": gain.label, "new": gain.is_new, "confirmed": gain.is_confirmed, "evidence": quotes}


def _confidence(changes: list[Change]) -> Shape:
    before, after = whole_change(changes)
    return {"before": before, "after": after, "changes": ConfidenceChangeShape(changes, many=True).data}


def _tried(one: Experiment) -> Shape:
    return dict(TriedShape(one).data)


def _momentum(person: Person) -> Shape:
    found = momentum(gains.steps_of(person), timezone.localdate())
    latest = found.latest
    efforts = [
        {
            "kind": effort.value,
            "first": found.first.get(effort, 0),
            "latest": latest.get(effort, 0) if latest is not None else None,
        }
        for effort in Effort
    ]
    return {"began": found.began, "efforts": efforts}
