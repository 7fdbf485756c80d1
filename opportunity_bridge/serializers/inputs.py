"""What the bridge's part of the API takes."""

from rest_framework import serializers

from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.reasons import Reason
from opportunity_bridge.domain.stages import Stage
from opportunity_bridge.services.applications import LONGEST_NOTES
from opportunity_bridge.services.postings import LONGEST, LONGEST_LINE
from opportunity_bridge.services.weights import MOST

MOST_ITEMS = 100


class OpportunityQuery(serializers.Serializer[object]):
    """How to narrow the list."""

    q = serializers.CharField(required=False, allow_blank=True, max_length=200)
    field = serializers.CharField(required=False, allow_blank=True, max_length=60)
    remote = serializers.ChoiceField(choices=[one.value for one in Remote], required=False, allow_blank=True)
    source = serializers.CharField(required=False, allow_blank=True, max_length=40)  # type: ignore[assignment]  # the contract names it so
    min_fit = serializers.IntegerField(required=False, min_value=0, max_value=100)
    limit = serializers.IntegerField(required=False, min_value=1, max_value=MOST_ITEMS)
    cursor = serializers.CharField(required=False, allow_blank=True, max_length=400)


class PostingInput(serializers.Serializer[object]):
    """A posting to keep: its text, or a page's HTML."""

    text = serializers.CharField(required=False, allow_blank=True, max_length=2 * LONGEST)
    html = serializers.CharField(required=False, allow_blank=True)
    url = serializers.CharField(required=False, allow_blank=True, max_length=2000)
    role = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_LINE)
    company = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_LINE)
    location = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_LINE)


class WeightsInput(serializers.Serializer[object]):
    """How much each part counts; `reset` goes back to the usual weights."""

    skills = serializers.IntegerField(required=False, min_value=0, max_value=MOST)
    role = serializers.IntegerField(required=False, min_value=0, max_value=MOST)
    values = serializers.IntegerField(required=False, min_value=0, max_value=MOST)
    interests = serializers.IntegerField(required=False, min_value=0, max_value=MOST)
    place = serializers.IntegerField(required=False, min_value=0, max_value=MOST)
    pay = serializers.IntegerField(required=False, min_value=0, max_value=MOST)
    reset = serializers.BooleanField(required=False)


class WeightsShape(serializers.Serializer[object]):
    """How much each part counts now."""

    weights = serializers.DictField(child=serializers.IntegerField())
    usual = serializers.BooleanField()


class HideInput(serializers.Serializer[object]):
    """Why a posting is put out of sight."""

    reason = serializers.ChoiceField(
        choices=[(one.value, one.value) for one in Reason], required=False, allow_blank=True
    )


class ApplicationChange(serializers.Serializer[object]):
    """A move, new notes, or taking the last move back."""

    stage = serializers.ChoiceField(choices=[one.value for one in Stage if one is not Stage.SAVED], required=False)
    words = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_NOTES)
    notes = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_NOTES)
    undo = serializers.BooleanField(required=False)
