"""The shapes of the discovery part of the API."""

from rest_framework import serializers

from ps101 import queries
from ps101.domain.engine import Standing
from ps101.domain.experiments import Gate, missing_for
from ps101.domain.flow import LONGEST_ANSWER, Flow, Prompt
from ps101.models import Answer, Journey
from ps101.serializers.flows import PromptShape, Shape


class ProgressShape(serializers.Serializer[object]):
    """How much is answered."""

    answered = serializers.IntegerField()
    total = serializers.IntegerField()


class CurrentPrompt(PromptShape):
    """The question in front of the person."""

    step = serializers.CharField()
    number = serializers.CharField()


class GateShape(serializers.Serializer[object]):
    """What a step waits for, beside its answers."""

    step = serializers.CharField()
    gate = serializers.CharField()
    missing = serializers.ListField(child=serializers.CharField())


class WaitingShape(serializers.Serializer[object]):
    """The experiment a journey waits for, and the day it is looked back at."""

    experiment = serializers.UUIDField()
    until = serializers.DateField()


class JourneyShape(serializers.Serializer[Journey]):
    """A journey and where it stands."""

    id = serializers.UUIDField()
    flow = serializers.CharField()
    version = serializers.IntegerField()
    status = serializers.ChoiceField(choices=Journey.Status.choices)
    progress = ProgressShape()
    current_prompt = CurrentPrompt(allow_null=True)
    minutes_left = serializers.IntegerField()
    open = serializers.ListField(child=serializers.CharField())
    to_extend = serializers.ListField(child=serializers.CharField())
    gate = serializers.CharField(allow_null=True)
    gates = GateShape(many=True)
    waiting = WaitingShape(allow_null=True)


class JourneyList(serializers.Serializer[object]):
    """A person's journeys."""

    journeys = JourneyShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class JourneyStart(serializers.Serializer[object]):
    """Which flow to begin or to turn into."""

    flow = serializers.CharField(max_length=40, help_text="a key of `GET /ps101/flows`")


class AnswerInput(serializers.Serializer[object]):
    """An answer and the version it was written over."""

    text = serializers.CharField(allow_blank=True, trim_whitespace=False, max_length=2 * LONGEST_ANSWER)
    version = serializers.IntegerField(min_value=0)
    rating = serializers.IntegerField(required=False, allow_null=True)


class AnswerShape(serializers.ModelSerializer[Answer]):
    """A kept answer."""

    key = serializers.CharField(source="prompt_key")
    text = serializers.CharField()
    draft = serializers.CharField()
    rating = serializers.IntegerField(allow_null=True)
    version = serializers.IntegerField()

    class Meta:
        model = Answer
        fields = ("key", "text", "draft", "rating", "version", "saved_at")


class AnswerSaved(serializers.Serializer[object]):
    """A kept answer and where the journey stands now."""

    answer = AnswerShape()
    journey = JourneyShape()


def journey_shape(journey: Journey) -> Shape:
    """Return a journey and where it stands."""
    standing = queries.standing_in(journey)
    answered, total = standing.progress
    return {
        "id": str(journey.pk),
        "flow": journey.flow.key,
        "version": journey.flow.version,
        "status": journey.status,
        "progress": {"answered": answered, "total": total},
        "current_prompt": _current(journey, standing.flow, standing.current),
        "minutes_left": standing.minutes_left,
        "open": list(standing.open),
        "to_extend": list(standing.to_extend),
        **_gates(journey, standing),
    }


def _gates(journey: Journey, standing: Standing) -> Shape:
    """Return what steps wait for beside answers, the next first, and until when."""
    experiment = queries.experiment_in(journey) if standing.shut else None
    trial = queries.trial_of(experiment) if experiment else None
    gates = [
        {"step": step.key, "gate": step.gate, "missing": list(missing_for(step.gate, trial))}
        for step in standing.shut
        if step.gate
    ]
    following = standing.next
    waiting = queries.waiting_in(journey)
    return {
        "gate": following if isinstance(following, Gate) else None,
        "gates": gates,
        "waiting": {"experiment": str(waiting.pk), "until": waiting.review_on} if waiting else None,
    }


def _current(journey: Journey, flow: Flow, prompt: Prompt | None) -> Shape | None:
    if prompt is None or journey.status == Journey.Status.COMPLETED:
        return None
    return {**PromptShape(prompt).data, "step": flow.step_of(prompt.key).key, "number": flow.number_of(prompt.key)}
