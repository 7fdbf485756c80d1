"""The shapes of the delta, as the API's schema tells them."""

from rest_framework import serializers

from ps101.domain.experiments import Status
from wimd.domain.delta import Bridge, Dimension
from wimd.domain.delta.model import Rule, Standing, TargetKind

DIMENSIONS = [one.value for one in Dimension]


class LineShape(serializers.Serializer[object]):
    """One thing on a side of a dimension."""

    fact_id = serializers.UUIDField(allow_null=True)
    label = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    quote = serializers.CharField(allow_blank=True)
    source = serializers.CharField(allow_blank=True)  # type: ignore[assignment]  # as above
    source_id = serializers.UUIDField(allow_null=True)


class EvidenceLineShape(LineShape):
    """A quote with the side it stands on."""

    side = serializers.ChoiceField(choices=["now", "wanted"])


class RuleShape(serializers.Serializer[object]):
    """How a gap was found: a code, its numbers, and a sentence."""

    code = serializers.ChoiceField(choices=[one.value for one in Rule])
    numbers = serializers.DictField(child=serializers.IntegerField())
    words = serializers.CharField()


class MissingShape(serializers.Serializer[object]):
    """What is not known, and the question that would tell."""

    code = serializers.CharField()
    words = serializers.CharField()
    question = serializers.CharField()


class TestShape(serializers.Serializer[object]):
    """The smallest test that would move a dimension."""

    code = serializers.CharField()
    words = serializers.CharField()
    minutes = serializers.IntegerField()
    experiment_id = serializers.UUIDField(allow_null=True)


class DimensionShape(serializers.Serializer[object]):
    """One dimension; the gap goes from 0 to 4, null while it is unknown."""

    key = serializers.ChoiceField(choices=DIMENSIONS)
    name = serializers.CharField()
    now = LineShape(many=True)
    wanted = LineShape(many=True)
    gap = serializers.IntegerField(allow_null=True, min_value=0, max_value=4)
    rule = RuleShape(allow_null=True)
    missing = MissingShape(many=True)
    evidence = EvidenceLineShape(many=True)
    smallest_test = TestShape(allow_null=True)


class EntryShape(serializers.Serializer[object]):
    """One skill of the target."""

    skill = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # as above
    standing = serializers.ChoiceField(choices=[one.value for one in Standing])
    essential = serializers.BooleanField()
    strength = serializers.IntegerField()
    credit = serializers.IntegerField()
    reason = serializers.CharField(allow_blank=True)
    quote = serializers.CharField(allow_blank=True)
    fact_id = serializers.UUIDField(allow_null=True)
    bridge = serializers.ChoiceField(choices=[one.value for one in Bridge], allow_null=True)


class TargetShape(serializers.Serializer[object]):
    """What the delta stands against."""

    kind = serializers.ChoiceField(choices=[one.value for one in TargetKind])
    label = serializers.CharField()  # type: ignore[assignment]  # as above
    occupation = serializers.CharField(allow_blank=True)


class DeltaShape(serializers.Serializer[object]):
    """Nine dimensions, the target, and its skills."""

    algorithm = serializers.CharField()
    target = TargetShape(allow_null=True)
    dimensions = DimensionShape(many=True)
    skills = EntryShape(many=True)


class CarriedShape(serializers.Serializer[object]):
    """A skill that carries over to another kind of work, in hundredths, and by which words."""

    skill = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # as above
    credit = serializers.IntegerField()
    quote = serializers.CharField()


class NamedShape(serializers.Serializer[object]):
    """An entry of the lexicon."""

    id = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # as above


class KindOfWorkShape(NamedShape):
    """A kind of work beyond one's own."""

    fit_score = serializers.IntegerField()
    carries = CarriedShape(many=True)
    missing = NamedShape(many=True)
    first_test = serializers.CharField()


class OwnExperimentShape(serializers.Serializer[object]):
    """A small experiment of the person."""

    id = serializers.UUIDField()
    title = serializers.CharField()
    status = serializers.ChoiceField(choices=[one.value for one in Status])


class MoveShape(serializers.Serializer[object]):
    """A dimension as it stood; null is unknown."""

    key = serializers.ChoiceField(choices=DIMENSIONS)
    gap = serializers.IntegerField(allow_null=True)


class HistoryShape(serializers.Serializer[object]):
    """The delta as it stood at a time."""

    at = serializers.DateTimeField()
    algorithm = serializers.CharField()
    target = TargetShape(allow_null=True)
    dimensions = MoveShape(many=True)


class AnalysisShape(serializers.Serializer[object]):
    """What is known of somebody's way, put together."""

    delta = DeltaShape()
    summary = serializers.CharField()
    strengths = LineShape(many=True)
    obstacles = LineShape(many=True)
    occupations = KindOfWorkShape(many=True)
    experiments = OwnExperimentShape(many=True)


class AnalysisAnswer(serializers.Serializer[object]):
    """What `GET /wimd/analysis` says."""

    analysis = AnalysisShape()
    history = HistoryShape(many=True)
    computed_at = serializers.DateTimeField(allow_null=True)
    source = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so


class TargetInput(serializers.Serializer[object]):
    """A kind of work of the lexicon, words of one's own, or a posting one keeps; none of them leaves the target."""

    occupation = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=80)
    label = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=200)  # type: ignore[assignment]  # as above
    saved = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=40)


class SavedShape(TargetShape):
    """A posting one keeps."""

    id = serializers.UUIDField()
    job_id = serializers.UUIDField()


class TargetAnswer(serializers.Serializer[object]):
    """What the delta stands against, what else is kept to aim at, and kinds of work by these words."""

    target = TargetShape(allow_null=True)
    saved = SavedShape(many=True)
    occupations = NamedShape(many=True)


class BridgeInput(serializers.Serializer[object]):
    """What somebody sets out to do about a skill; null takes it back."""

    choice = serializers.ChoiceField(choices=[one.value for one in Bridge], allow_null=True)


class TestInput(serializers.Serializer[object]):
    """The dimension whose smallest test is to be an experiment."""

    dimension = serializers.ChoiceField(choices=DIMENSIONS)
