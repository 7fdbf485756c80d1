"""The shapes of what was understood."""

from django.db.models import QuerySet
from rest_framework import serializers

from mosaic.facts.models import Fact
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.extraction import CONTEXT_LISTS
from ps101.models import Context
from ps101.serializers.flows import Shape


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
