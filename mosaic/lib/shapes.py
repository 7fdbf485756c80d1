"""Shapes that several parts of the API answer with."""

from rest_framework import serializers


class CodesShape(serializers.Serializer[object]):
    """Identifiers in official classifications; those that are not known are left out."""

    isco = serializers.ListField(child=serializers.CharField(), required=False)
    esco = serializers.ListField(child=serializers.CharField(), required=False)
    onet = serializers.ListField(child=serializers.CharField(), required=False)
