"""What the bridge's part of the API answers, as the schema describes it."""

from rest_framework import serializers

from mosaic.lib.shapes import CodesShape
from opportunity_bridge.models import ApplicationEvent


class PayShape(serializers.Serializer[object]):
    """Pay as the posting states it."""

    min = serializers.DecimalField(max_digits=12, decimal_places=2)
    max = serializers.DecimalField(max_digits=12, decimal_places=2)
    currency = serializers.CharField()
    period = serializers.CharField()


class ContributionShape(serializers.Serializer[object]):
    """One part of a score: points of at most `weight`."""

    part = serializers.CharField()
    weight = serializers.IntegerField()
    points = serializers.IntegerField()
    known = serializers.BooleanField()


class OpportunityShape(serializers.Serializer[object]):
    """A posting as one person sees it."""

    job_id = serializers.CharField()
    role = serializers.CharField()
    company = serializers.CharField()
    location = serializers.CharField()
    remote = serializers.CharField()
    pay = PayShape(allow_null=True)
    fit_score = serializers.IntegerField(allow_null=True)
    label = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    coverage = serializers.IntegerField()
    contributions = ContributionShape(many=True)
    skills_match = serializers.ListField(child=serializers.CharField())
    skills_missing = serializers.ListField(child=serializers.CharField())
    values_match = serializers.ListField(child=serializers.CharField())
    blockers = serializers.ListField(child=serializers.CharField())
    source = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    sample = serializers.BooleanField()
    state = serializers.CharField(allow_null=True)
    posted_at = serializers.DateField(allow_null=True)
    closes_on = serializers.DateField(allow_null=True)
    url = serializers.CharField()


class EdgeShape(serializers.Serializer[object]):
    """One fact that speaks for a kind of work, where it leads and what it brings; `amount` is in thousandths."""

    fact = serializers.UUIDField()
    quote = serializers.CharField()
    via = serializers.CharField()
    to = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    amount = serializers.IntegerField()
    points = serializers.IntegerField()


class GainShape(serializers.Serializer[object]):
    """One aspect of an occupation's fit; its points add up from the edges, the score from the points."""

    part = serializers.CharField()
    weight = serializers.IntegerField()
    points = serializers.IntegerField()
    edges = EdgeShape(many=True)


class OccupationShape(serializers.Serializer[object]):
    """A kind of work within reach."""

    id = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    meaning = serializers.CharField()
    isco = serializers.CharField()
    codes = CodesShape()
    algorithm = serializers.CharField()
    fit = serializers.IntegerField()
    band = serializers.CharField()
    contributions = GainShape(many=True)
    carries_over = serializers.ListField(child=serializers.DictField())
    missing = serializers.ListField(child=serializers.DictField())
    licences = serializers.ListField(child=serializers.CharField())
    first_test = serializers.DictField()


class AlternativesShape(serializers.Serializer[object]):
    """What is near when nothing fits."""

    occupations = OccupationShape(many=True)


class OpportunityList(serializers.Serializer[object]):
    """A page of the list. `missing` names the kinds of facts that would say more."""

    opportunities = OpportunityShape(many=True)
    total = serializers.IntegerField()
    missing = serializers.ListField(child=serializers.CharField())
    alternatives = AlternativesShape()
    cursor = serializers.CharField(allow_null=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class MatchList(serializers.Serializer[object]):
    """What somebody saved."""

    matches = OpportunityShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class OccupationList(serializers.Serializer[object]):
    """Kinds of work within reach."""

    occupations = OccupationShape(many=True)
    missing = serializers.ListField(child=serializers.CharField())
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class InterestShape(serializers.Serializer[object]):
    """What somebody decided about a posting."""

    job_id = serializers.CharField()
    state = serializers.CharField(allow_null=True)


class RequirementShape(serializers.Serializer[object]):
    """One thing asked for."""

    kind = serializers.CharField()
    ask = serializers.CharField()
    name = serializers.CharField()
    ids = serializers.ListField(child=serializers.CharField())
    quote = serializers.CharField()
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class JobDetail(serializers.Serializer[object]):
    """A posting with everything known about it and its fit."""

    job = serializers.DictField()
    fit = serializers.DictField()


class EventShape(serializers.ModelSerializer[ApplicationEvent]):
    """One thing that happened."""

    number = serializers.IntegerField()
    at = serializers.DateTimeField(source="created_at")
    words = serializers.CharField()

    class Meta:
        model = ApplicationEvent
        fields = ("number", "change", "stage", "words", "at")


class ApplicationShape(serializers.Serializer[object]):
    """An application."""

    id = serializers.CharField()
    job_id = serializers.CharField(allow_null=True)
    role = serializers.CharField()
    company = serializers.CharField()
    sample = serializers.BooleanField()
    stage = serializers.CharField()
    notes = serializers.CharField()
    applied_at = serializers.DateTimeField(allow_null=True)
    next_action = serializers.CharField(allow_null=True)
    due = serializers.DateField(allow_null=True)
    enclosure = serializers.DictField(allow_null=True)
    checksum = serializers.CharField()
    events = EventShape(many=True)


class EventList(serializers.Serializer[object]):
    """Everything that happened to an application."""

    events = EventShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class StatusShape(serializers.Serializer[object]):
    """Where somebody stands."""

    applied = OpportunityShape(many=True)
    available = OpportunityShape(many=True)
    applications = ApplicationShape(many=True)
