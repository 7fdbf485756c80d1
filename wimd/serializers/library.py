"""The shapes of the prompt library."""

from rest_framework import serializers


class PromptSetShape(serializers.Serializer[object]):
    """The library in use."""

    active = serializers.CharField(allow_null=True)
    count = serializers.IntegerField()
    tags = serializers.DictField(child=serializers.IntegerField())
