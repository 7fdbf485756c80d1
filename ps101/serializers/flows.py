"""The shapes of flows."""

from rest_framework import serializers

from ps101.domain.flow import Flow, Prompt

Shape = dict[str, object]


class PromptShape(serializers.Serializer[Prompt]):
    """One question."""

    key = serializers.CharField()
    text = serializers.CharField()
    hint = serializers.CharField()
    example = serializers.CharField()
    purpose = serializers.CharField(allow_blank=True)
    min_chars = serializers.IntegerField()
    required = serializers.BooleanField()  # type: ignore[assignment]  # the contract names the field so
    rating = serializers.BooleanField()
    minutes = serializers.FloatField()
    tools = serializers.ListField(child=serializers.CharField())


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
