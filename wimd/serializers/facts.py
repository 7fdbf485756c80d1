"""The shapes of what is known about the person."""

from collections.abc import Iterable

from rest_framework import serializers

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.models import Fact, SourceKind
from mosaic.lexicon.about import about
from mosaic.lib.shapes import CodesShape
from wimd.queries.facts import SHOWN
from wimd.serializers.shape import Shape

LONGEST_LABEL = 200
MOST = 200


class EvidenceShape(serializers.Serializer[object]):
    """Literal words and where they stand."""

    source = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    source_id = serializers.UUIDField()
    quote = serializers.CharField()
    position = serializers.ListField(child=serializers.IntegerField())


class ReasonShape(serializers.Serializer[object]):
    """Why a skill counts as shown so strongly: a code, and years or a calendar year where one belongs to it."""

    code = serializers.CharField()
    amount = serializers.FloatField()


class MergedShape(serializers.Serializer[object]):
    """A fact that was merged into another."""

    id = serializers.UUIDField()
    label = serializers.CharField()  # type: ignore[assignment]  # as above


class FactShape(serializers.Serializer[Fact]):
    """One thing known about the person."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=[kind.value for kind in FactKind])
    label = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    lexicon_id = serializers.CharField(allow_blank=True)
    meaning = serializers.CharField(allow_blank=True)
    also_known_as = serializers.ListField(child=serializers.CharField())
    codes = CodesShape()
    polarity = serializers.ChoiceField(choices=[one.value for one in Polarity])
    status = serializers.CharField()
    strength = serializers.IntegerField()
    strength_reasons = ReasonShape(many=True)
    remark = serializers.CharField(allow_blank=True)
    evidence = EvidenceShape(many=True)
    merged = MergedShape(many=True)


class FactQuery(serializers.Serializer[object]):
    """What the list is narrowed to. `q` is looked for in labels and quotes."""

    kind = serializers.ChoiceField(choices=[kind.value for kind in FactKind], required=False)
    source = serializers.ChoiceField(choices=SourceKind.values, required=False)  # type: ignore[assignment]  # as above
    status = serializers.ChoiceField(choices=[one.value for one in SHOWN], required=False)
    q = serializers.CharField(required=False, allow_blank=True, max_length=200)
    cursor = serializers.CharField(required=False, allow_blank=True, max_length=200)
    limit = serializers.IntegerField(required=False, min_value=1, max_value=MOST, default=MOST)


class FactList(serializers.Serializer[object]):
    """What is known about the person."""

    facts = FactShape(many=True)
    total = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class FactInput(serializers.Serializer[object]):
    """A statement of the person about themselves."""

    kind = serializers.ChoiceField(choices=[kind.value for kind in FactKind])
    label = serializers.CharField(min_length=1, max_length=LONGEST_LABEL)  # type: ignore[assignment]  # as above
    polarity = serializers.ChoiceField(choices=[one.value for one in Polarity], default=Polarity.HAS.value)
    lexicon_id = serializers.CharField(required=False, allow_blank=True, max_length=80)


class MergeInput(serializers.Serializer[object]):
    """The fact that speaks for both from now on: of the same kind, both standing."""

    into = serializers.CharField(max_length=80)


class MeantQuery(serializers.Serializer[object]):
    """Words to look up, and the kind of fact they are meant for."""

    kind = serializers.ChoiceField(choices=[kind.value for kind in FactKind])
    label = serializers.CharField(min_length=1, max_length=LONGEST_LABEL)  # type: ignore[assignment]  # as above


class MeantShape(serializers.Serializer[object]):
    """An entry of the lexicon that the words may mean."""

    lexicon_id = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # as above
    meaning = serializers.CharField()


class MeantList(serializers.Serializer[object]):
    """Entries to choose from; none for kinds of which there is no list."""

    suggestions = MeantShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class FactChange(serializers.Serializer[object]):
    """New words for a fact, or a confirmation."""

    label = serializers.CharField(min_length=1, max_length=LONGEST_LABEL, required=False)  # type: ignore[assignment]  # as above
    status = serializers.ChoiceField(choices=["confirmed"], required=False)


def fact_shape(fact: Fact) -> Shape:
    """Return a fact; the strength of a skill goes from 1 to 4 and has its reasons, other facts have none (0)."""
    strength = fact.strength
    evidence = [
        {
            "source": one.source_kind,
            "source_id": str(one.source_id),
            "quote": one.quote,
            "position": [one.start, one.end],
        }
        for one in fact.evidence.all()
    ]
    return {
        "id": str(fact.pk),
        "kind": fact.kind,
        "label": fact.label,
        "lexicon_id": fact.lexicon_id,
        **_entry_shape(fact.lexicon_id),
        "polarity": fact.polarity,
        "status": fact.status,
        "strength": strength.level if strength else 0,
        "strength_reasons": [{"code": code, "amount": amount} for code, amount in strength.reasons] if strength else [],
        "remark": fact.remark,
        "evidence": evidence,
        "merged": [{"id": str(part.pk), "label": part.label} for part in fact.parts.all()],
    }


def _entry_shape(lexicon_id: str) -> Shape:
    """Return what the lexicon says about the entry a fact names."""
    found = about(lexicon_id)
    return {"meaning": found.meaning, "also_known_as": list(found.names), "codes": found.codes}


def facts_shape(facts: Iterable[Fact]) -> list[Shape]:
    """Return facts as a list."""
    return [fact_shape(fact) for fact in facts]
