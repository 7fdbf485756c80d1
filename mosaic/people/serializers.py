"""The shapes of the session part of the API."""

from zoneinfo import available_timezones

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from mosaic.lib.countries import countries
from mosaic.people.models import AIMode, Person


class SessionStarted(serializers.Serializer[dict[str, object]]):
    """A new session, or an old one asked about again."""

    session_id = serializers.CharField(allow_null=True)
    user_id = serializers.UUIDField()
    expires_at = serializers.DateTimeField()


class StorageUse(serializers.Serializer[dict[str, int]]):
    """Bytes used and allowed."""

    used = serializers.IntegerField()
    limit = serializers.IntegerField()


class AIState(serializers.Serializer[dict[str, object]]):
    """What the person allows."""

    consent = serializers.BooleanField()
    mode = serializers.ChoiceField(choices=AIMode.choices)


class RecoveryState(serializers.Serializer[dict[str, object]]):
    """When the code was made that works now; empty without one."""

    made_at = serializers.DateTimeField(allow_null=True)


class SessionSummary(serializers.Serializer[dict[str, object]]):
    """What is here of a person and until when."""

    user_id = serializers.UUIDField()
    created_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()
    days_left = serializers.IntegerField()
    timezone = serializers.CharField()
    region = serializers.CharField(allow_blank=True)
    language = serializers.CharField()
    counts = serializers.DictField(child=serializers.IntegerField())
    storage = StorageUse()
    recovery_code = RecoveryState()
    ai = AIState()


class ErasureReceipt(serializers.Serializer[dict[str, object]]):
    """What was erased and when."""

    erased_at = serializers.DateTimeField()
    rows = serializers.IntegerField()
    files = serializers.IntegerField()


class ArchiveInput(serializers.Serializer[object]):
    """An exported archive."""

    file = serializers.FileField()


class Imported(serializers.Serializer[dict[str, object]]):
    """What an archive brought."""

    session_id = serializers.CharField(allow_null=True)
    user_id = serializers.UUIDField()
    rows = serializers.IntegerField()
    files = serializers.IntegerField()


class PlaceChange(serializers.ModelSerializer[Person]):
    """Time zone, region and language."""

    timezone = serializers.CharField(required=False, max_length=64)
    region = serializers.CharField(required=False, allow_blank=True, max_length=2)
    language = serializers.ChoiceField(choices=settings.LANGUAGES, required=False)

    class Meta:
        model = Person
        fields = ("timezone", "region", "language")

    def validate_region(self, value: str) -> str:
        """Accept country codes only."""
        if value and value not in countries():
            raise serializers.ValidationError(_("This is not a country code."), code="unknown_region")
        return value

    def validate_timezone(self, value: str) -> str:
        """Accept IANA names only."""
        if value not in available_timezones():
            raise serializers.ValidationError(
                _("This is not a time zone such as Europe/Berlin."), code="unknown_timezone"
            )
        return value
