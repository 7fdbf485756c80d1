"""The shapes of what somebody has done."""

from collections.abc import Iterable

from rest_framework import serializers

from mosaic.facts.models import Evidence
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.experiences import LONGEST_DID, LONGEST_NAME, Kind
from ps101.models import Experience
from ps101.serializers.flows import Shape

KINDS = [one.value for one in Kind]


class ExperienceInput(serializers.Serializer[object]):
    """What somebody has done; moments are written `2019` or `2019-04`."""

    kind = serializers.ChoiceField(choices=KINDS)
    title = serializers.CharField(max_length=LONGEST_NAME)
    place = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_NAME)
    began = serializers.CharField(required=False, allow_blank=True, max_length=20)
    ended = serializers.CharField(required=False, allow_blank=True, max_length=20)
    is_ongoing = serializers.BooleanField(required=False)
    did = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_DID)


class ExperienceChange(ExperienceInput):
    """A change; what is not named stays. With `version`, the one it was written over, nothing of another window is lost."""

    version = serializers.IntegerField(required=False, min_value=1)


class ShownShape(serializers.Serializer[object]):
    """One thing an experience shows, with its literal words in it."""

    id = serializers.UUIDField()
    kind = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field of the same name
    lexicon_id = serializers.CharField(allow_blank=True)
    polarity = serializers.CharField()
    status = serializers.CharField()
    how = serializers.CharField(allow_blank=True)
    quotes = serializers.ListField(child=serializers.CharField())


class ExperienceShape(serializers.ModelSerializer[Experience]):
    """Something somebody has done, and what it shows."""

    title = serializers.CharField()
    place = serializers.CharField()
    did = serializers.CharField()
    facts = ShownShape(many=True)

    class Meta:
        model = Experience
        fields = ("id", "kind", "title", "place", "began", "ended", "is_ongoing", "did", "version", "facts")


class ExperienceList(serializers.Serializer[object]):
    """What somebody has done; `questions_due` says whether the two short questions are next."""

    experiences = ExperienceShape(many=True)
    questions_due = serializers.BooleanField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


def experience_shapes(person: Person, experiences: Iterable[Experience]) -> list[Shape]:
    """Return experiences with what each of them shows."""
    rows = list(experiences)
    shown = queries.shown_by(person, rows)
    return [_shape(one, shown.get(one.pk, [])) for one in rows]


def _shape(experience: Experience, shown: list[Evidence]) -> Shape:
    names = ("kind", "title", "place", "began", "ended", "is_ongoing", "did", "version")
    facts = {evidence.fact_id: evidence.fact for evidence in shown}
    quotes = {pk: [one for one in shown if one.fact_id == pk] for pk in facts}
    return {
        "id": str(experience.pk),
        **{name: getattr(experience, name) for name in names},
        "facts": [
            {
                "id": str(pk),
                **{name: getattr(fact, name) for name in ("kind", "label", "lexicon_id", "polarity", "status")},
                "how": quotes[pk][0].how,
                "quotes": list(dict.fromkeys(one.quote for one in quotes[pk])),
            }
            for pk, fact in facts.items()
        ],
    }
