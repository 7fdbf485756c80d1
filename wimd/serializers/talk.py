"""The shapes of talking with the coach."""

from rest_framework import serializers

from mosaic.people.consent import waiting_about
from wimd import links
from wimd.domain.coach import Kind
from wimd.models import Turn
from wimd.serializers.readings import MetricsShape
from wimd.serializers.shape import Shape


class WimdInput(serializers.Serializer[object]):
    """Something said to the coach."""

    prompt = serializers.CharField(min_length=1, max_length=5000, trim_whitespace=True)
    session_id = serializers.CharField(required=False, allow_null=True, allow_blank=True)
    context = serializers.DictField(required=False)  # type: ignore[assignment]  # the contract names the field so
    client_id = serializers.UUIDField(required=False)


class StartInput(serializers.Serializer[object]):
    """Which flow to do as a talk."""

    flow = serializers.ChoiceField(choices=["discovery", "fast_track"], default="discovery")
    session_id = serializers.CharField(required=False, allow_null=True, allow_blank=True)


class ChoiceShape(serializers.Serializer[object]):
    """A button under an answer."""

    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    url = serializers.CharField()
    flow = serializers.CharField(allow_blank=True)
    says = serializers.CharField(allow_blank=True)


class NextShape(serializers.Serializer[object]):
    """The one way on."""

    label = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    url = serializers.CharField()


class CardShape(serializers.Serializer[object]):
    """Something beside an answer: a help line, or a skill that was noticed."""

    kind = serializers.CharField()
    title = serializers.CharField()
    detail = serializers.CharField()


class ApprovalShape(serializers.Serializer[object]):
    """A masked text that waits for the person's yes; the built-in answer stands until then, and after a no."""

    id = serializers.UUIDField()
    provider = serializers.CharField()
    purpose = serializers.CharField()


class ResultShape(serializers.Serializer[object]):
    """The coach's answer."""

    turn_id = serializers.UUIDField()
    state = serializers.ChoiceField(choices=Turn.State.choices)
    message = serializers.CharField()
    kind = serializers.ChoiceField(choices=[kind.value for kind in Kind])
    choices = ChoiceShape(many=True)
    next = NextShape(allow_null=True)
    source = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    degraded = serializers.BooleanField()
    approval = ApprovalShape(allow_null=True)
    cards = CardShape(many=True)


class WimdAnswer(serializers.Serializer[object]):
    """What `POST /wimd` says."""

    session_id = serializers.CharField(allow_null=True)
    result = ResultShape()
    metrics = MetricsShape()


class TurnShape(serializers.ModelSerializer[Turn]):
    """One thing said."""

    number = serializers.IntegerField()
    text = serializers.CharField(source="so_far", help_text="what can be read by now")

    class Meta:
        model = Turn
        fields = ("id", "number", "speaker", "text", "kind", "source", "degraded", "state", "created_at")


class TurnList(serializers.Serializer[object]):
    """A conversation, the newest turn last."""

    turns = TurnShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


def result_shape(turn: Turn) -> Shape:
    """Return a coach's turn as the answer of `POST /wimd`."""
    choices = links.choices_of(turn)
    return {
        "turn_id": str(turn.pk),
        "state": turn.state,
        "message": turn.so_far,
        "kind": turn.kind,
        "choices": choices,
        "next": {"label": choices[0]["label"], "url": choices[0]["url"]} if choices else None,
        "source": turn.source,
        "degraded": turn.degraded,
        "approval": _approval(turn),
        "cards": links.cards_of(turn),
    }


def _approval(turn: Turn) -> Shape | None:
    waiting = waiting_about(turn.person, [turn.pk]).get(turn.pk)
    return {"id": str(waiting.pk), "provider": waiting.provider, "purpose": waiting.purpose} if waiting else None
