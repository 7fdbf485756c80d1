"""The shapes of what was understood."""

from typing import cast

from rest_framework import serializers

from mosaic.people.consent import waiting_about
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.extraction import CONTEXT_LISTS
from ps101.models import Context, EarlierContext
from ps101.queries.contexts import Lists
from ps101.serializers.flows import Shape


class ProposalShape(serializers.Serializer[object]):
    """A small experiment; `suggested` marks a smallest version that is ours."""

    idea = serializers.CharField()
    smallest_version = serializers.CharField()
    suggested = serializers.BooleanField(default=False)


class QuotedShape(serializers.Serializer[object]):
    """Literal words, and the prompt they answer; nothing for words from elsewhere."""

    quote = serializers.CharField()
    prompt_key = serializers.CharField(allow_null=True)


class ListedShape(serializers.Serializer[object]):
    """A line of a list and the words it stands on."""

    label = serializers.CharField()  # type: ignore[assignment]  # the name of the thing
    quotes = QuotedShape(many=True)


class ListsShape(serializers.Serializer[object]):
    """The words behind each line of each list."""

    passions = ListedShape(many=True)
    skills = ListedShape(many=True)
    secret_powers = ListedShape(many=True)
    internal_obstacles = ListedShape(many=True)
    external_obstacles = ListedShape(many=True)


class EarlierShape(serializers.Serializer[object]):
    """An earlier reading, whole."""

    extracted_at = serializers.DateTimeField()
    source = serializers.CharField()  # type: ignore[assignment]  # as below
    provisional = serializers.BooleanField()
    flow = serializers.CharField(allow_null=True)
    flow_version = serializers.IntegerField(allow_null=True)
    model = serializers.CharField(allow_blank=True)
    prompt = serializers.CharField(allow_blank=True)
    confirmed = serializers.BooleanField()
    document = serializers.DictField()


class ReadAlongShape(serializers.Serializer[object]):
    """A text that waits for the person's yes."""

    id = serializers.UUIDField()
    provider = serializers.CharField()
    purpose = serializers.CharField()


class WaitShape(serializers.Serializer[object]):
    """A model's reading that waits because the share for models is used up; by `until` it is given up."""

    since = serializers.DateTimeField()
    again_at = serializers.DateTimeField()
    until = serializers.DateTimeField()


class LeftOutShape(serializers.Serializer[object]):
    """What the person left out of the lists that are no facts."""

    proposed_experiments = ProposalShape(many=True)
    key_quotes = serializers.ListField(child=serializers.CharField())


class ContextShape(serializers.Serializer[object]):
    """What was understood. `degraded`: a model was wanted and could not be had; `improving`: one reads just now.

    `waits_for_room`: one will read as soon as there is room for it; what stands is whole without.
    """

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
    model = serializers.CharField(allow_blank=True)
    prompt = serializers.CharField(allow_blank=True)
    degraded = serializers.BooleanField()
    improving = serializers.BooleanField()
    waits_for_room = WaitShape(allow_null=True)
    approval = ReadAlongShape(allow_null=True)
    flow = serializers.CharField(allow_null=True)
    flow_version = serializers.IntegerField(allow_null=True)
    extracted_at = serializers.DateTimeField(allow_null=True)
    evidence = ListsShape()
    left_out = LeftOutShape()
    history = EarlierShape(many=True)
    next = serializers.CharField(allow_null=True)


def context_shape(person: Person, context: Context | None) -> Shape:
    """Return what was understood, the lists from the facts that stand."""
    read = context if context and context.extracted_at else None
    lists = cast(Lists, queries.lists_of(person)) if read else {name: [] for name in CONTEXT_LISTS}
    return {
        "status": _status(context),
        "problem_definition": read.problem_definition if read else "",
        **{name: [line["label"] for line in lines] for name, lines in lists.items()},
        "proposed_experiments": read.proposed_experiments if read else [],
        "key_quotes": read.key_quotes if read else [],
        **(_provenance(read) if read else _UNREAD),
        "improving": bool(read and queries.is_improving(read)),
        "waits_for_room": _wait(read) if read else None,
        "approval": _approval(read) if read else None,
        "evidence": lists,
        "left_out": _left_out(read),
        "history": [_earlier(person, one) for one in queries.earlier_contexts_of(person)],
        "next": None if read else "POST /ps101/journeys",
    }


_UNREAD: Shape = {
    "provisional": True, "confirmed": False, "source": "built-in", "model": "", "prompt": "", "degraded": False,
    "flow": None, "flow_version": None, "extracted_at": None,
}  # fmt: skip


def _provenance(read: Context | EarlierContext) -> Shape:
    flow, _, version = read.flow_name.partition("/")
    return {
        "provisional": read.is_provisional,
        "confirmed": bool(read.confirmed_at),
        "source": read.source,
        "model": read.model,
        "prompt": read.prompt,
        "flow": flow or read.journey.flow.key,
        "flow_version": int(version) if version else read.journey.flow.version,
        "extracted_at": read.extracted_at,
        **({"degraded": read.degraded} if isinstance(read, Context) else {}),
    }


def _earlier(person: Person, one: EarlierContext) -> Shape:
    document = one.document if isinstance(one.document, dict) else {}
    return {**_provenance(one), "document": queries.without_removed(person, document)}


def _left_out(read: Context | None) -> Shape:
    gone = {name: queries.left_out_of(read, name) if read else [] for name in ("experiments", "quotes")}
    return {
        "proposed_experiments": [
            {"idea": one.idea, "smallest_version": one.smallest_version, "suggested": one.is_suggested}
            for one in gone["experiments"]
        ],
        "key_quotes": [one.idea for one in gone["quotes"]],
    }


def _approval(read: Context) -> Shape | None:
    waiting = waiting_about(read.person, [read.pk]).get(read.pk)
    return {"id": str(waiting.pk), "provider": waiting.provider, "purpose": waiting.purpose} if waiting else None


def _wait(read: Context) -> Shape | None:
    wait = queries.wait_for_room(read)
    return wait._asdict() if wait else None


def _status(context: Context | None) -> str:
    if context is None:
        return "none"
    if queries.is_waiting(context):
        return "pending"
    return "failed" if context.state == "failed" and not queries.is_current(context) else "ready"
