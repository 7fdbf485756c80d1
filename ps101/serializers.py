"""The shapes of the discovery part of the API."""

from django.db.models import QuerySet
from rest_framework import serializers

from mosaic.facts.models import Fact
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.extraction import CONTEXT_LISTS
from ps101.domain.flow import LONGEST_ANSWER, Flow, Prompt
from ps101.models import Answer, Context, Journey

Shape = dict[str, object]


class PromptShape(serializers.Serializer[Prompt]):
    """One question."""

    key = serializers.CharField()
    text = serializers.CharField()
    hint = serializers.CharField()
    example = serializers.CharField()
    min_chars = serializers.IntegerField()
    required = serializers.BooleanField()  # type: ignore[assignment]  # the contract names the field so
    rating = serializers.BooleanField()
    minutes = serializers.FloatField()


class StepShape(serializers.Serializer[object]):
    """Questions that belong together."""

    key = serializers.CharField()
    title = serializers.CharField()
    purpose = serializers.CharField()
    prompts = PromptShape(many=True)


class CountsShape(serializers.Serializer[object]):
    """Numbers derived from the flow."""

    steps = serializers.IntegerField()
    prompts = serializers.IntegerField()
    minutes = serializers.FloatField()


class FlowShape(serializers.Serializer[object]):
    """A flow."""

    key = serializers.CharField()
    version = serializers.IntegerField()
    title = serializers.CharField()
    purpose = serializers.CharField()
    counts = CountsShape()
    steps = StepShape(many=True)


class FlowList(serializers.Serializer[object]):
    """The flows a journey can take."""

    flows = FlowShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class ProgressShape(serializers.Serializer[object]):
    """How much is answered."""

    answered = serializers.IntegerField()
    total = serializers.IntegerField()


class CurrentPrompt(PromptShape):
    """The question in front of the person."""

    step = serializers.CharField()
    number = serializers.CharField()


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


class JourneyList(serializers.Serializer[object]):
    """A person's journeys."""

    journeys = JourneyShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class JourneyStart(serializers.Serializer[object]):
    """Which flow to begin or to turn into."""

    flow = serializers.ChoiceField(choices=["fast_track", "discovery"])


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


class ProposalShape(serializers.Serializer[object]):
    """A small experiment; `suggested` marks a smallest version that is ours."""

    idea = serializers.CharField()
    smallest_version = serializers.CharField()
    suggested = serializers.BooleanField(default=False)


class ContextShape(serializers.Serializer[object]):
    """What was understood."""

    status = serializers.ChoiceField(choices=["none", "pending", "ready", "failed"])
    problem_definition = serializers.CharField(allow_blank=True)
    passions = serializers.ListField(child=serializers.CharField())
    skills = serializers.ListField(child=serializers.CharField())
    secret_powers = serializers.ListField(child=serializers.CharField())
    proposed_experiments = ProposalShape(many=True)
    internal_obstacles = serializers.ListField(child=serializers.CharField())
    external_obstacles = serializers.ListField(child=serializers.CharField())
    key_quotes = serializers.ListField(child=serializers.CharField())
    provisional = serializers.BooleanField()
    confirmed = serializers.BooleanField()
    source = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    flow = serializers.CharField(allow_null=True)
    flow_version = serializers.IntegerField(allow_null=True)
    extracted_at = serializers.DateTimeField(allow_null=True)
    next = serializers.CharField(allow_null=True)


class ContextChange(serializers.Serializer[object]):
    """A person's corrections: a list holds what stays and what is added, everything else in it goes."""

    problem_definition = serializers.CharField(required=False, max_length=1000)
    passions = serializers.ListField(child=serializers.CharField(max_length=200), required=False, max_length=100)
    skills = serializers.ListField(child=serializers.CharField(max_length=200), required=False, max_length=200)
    secret_powers = serializers.ListField(child=serializers.CharField(max_length=200), required=False, max_length=100)
    internal_obstacles = serializers.ListField(
        child=serializers.CharField(max_length=200), required=False, max_length=100
    )
    external_obstacles = serializers.ListField(
        child=serializers.CharField(max_length=200), required=False, max_length=100
    )
    confirmed = serializers.BooleanField(required=False)


def flow_shape(flow: Flow) -> Shape:
    """Return a flow with its counts."""
    counts = {"steps": len(flow.steps), "prompts": len(flow.prompts), "minutes": flow.minutes}
    return FlowShape(
        {
            "key": flow.key,
            "version": flow.version,
            "title": flow.title,
            "purpose": flow.purpose,
            "counts": counts,
            "steps": flow.steps,
        }
    ).data


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
    }


def _current(journey: Journey, flow: Flow, prompt: Prompt | None) -> Shape | None:
    if prompt is None or journey.status == Journey.Status.COMPLETED:
        return None
    return {**PromptShape(prompt).data, "step": flow.step_of(prompt.key).key, "number": flow.number_of(prompt.key)}


def context_shape(person: Person, context: Context | None) -> Shape:
    """Return what was understood, the lists from the facts that stand."""
    read = context if context and context.extracted_at else None
    return {
        "status": _status(context),
        "problem_definition": read.problem_definition if read else "",
        **{
            name: _labels(queries.context_facts_of(person, *found)) if read else []
            for name, found in CONTEXT_LISTS.items()
        },
        "proposed_experiments": read.proposed_experiments if read else [],
        "key_quotes": read.key_quotes if read else [],
        "provisional": read.is_provisional if read else True,
        "confirmed": bool(read and read.confirmed_at),
        "source": read.source if read else "built-in",
        "flow": read.journey.flow.key if read else None,
        "flow_version": read.journey.flow.version if read else None,
        "extracted_at": read.extracted_at if read else None,
        "next": None if read else "POST /ps101/journeys",
    }


def _status(context: Context | None) -> str:
    if context is None:
        return "none"
    return {"done": "ready", "failed": "failed"}.get(context.state, "pending")


def _labels(facts: QuerySet[Fact]) -> list[str]:
    return [fact.label for fact in facts]
