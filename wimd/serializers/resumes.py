"""The shapes of a résumé that was read, and of corrections to it."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from wimd.domain.corrected import corrected
from wimd.domain.corrections import Revised
from wimd.words.fields import field_label

MOST_CHANGES = 500


class SpanShape(serializers.Serializer[object]):
    """A stretch of the file's text."""

    start = serializers.IntegerField()
    end = serializers.IntegerField()


class FieldShape(serializers.Serializer[object]):
    """One value of a résumé: what stands now, what was read, and where; null for nothing."""

    path = serializers.CharField(help_text="`work/0/position`; numbers stay the same until the file is read again")
    label = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    value = serializers.CharField(allow_null=True)
    read = serializers.CharField(allow_null=True)
    edited = serializers.BooleanField()
    span = SpanShape(allow_null=True)


class ResumeShape(serializers.Serializer[object]):
    """What a machine reads in a résumé, with the person's corrections."""

    version = serializers.IntegerField(help_text="send it with a correction")
    document = serializers.DictField(help_text="JSON Resume, corrected")
    fields = FieldShape(many=True)  # type: ignore[assignment]  # the contract names the field so


@extend_schema_field(
    {
        "oneOf": [
            {"type": "string"},
            {"type": "array", "items": {"type": "string"}},
            {
                "type": "object",
                "additionalProperties": {"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
            },
        ],
        "nullable": True,
    }
)
class ChangeValue(serializers.JSONField):
    """A text ("" leaves the value or the entry out), lines, the fields of an entry, or null for what was read."""


class ChangeInput(serializers.Serializer[object]):
    """New words for one place: a field, the lines of one, an entry (`work/0`), or `work` to add an entry."""

    path = serializers.CharField(max_length=120)
    value = ChangeValue(allow_null=True)


class CorrectionInput(serializers.Serializer[object]):
    """Corrections, all or none; `version` is the one that was seen."""

    version = serializers.IntegerField(min_value=0)
    changes = serializers.ListField(child=ChangeInput(), allow_empty=False, max_length=MOST_CHANGES)


def resume_shape(revised: Revised, version: int) -> dict[str, object]:
    """Return a résumé that was read, as it stands."""
    fields = [
        {
            "path": one.path,
            "label": str(field_label(one.part, one.kind)),
            "value": one.value,
            "read": one.read,
            "edited": one.is_edited,
            "span": {"start": one.span[0], "end": one.span[1]} if one.span else None,
        }
        for one in revised.all()
    ]
    return {"version": version, "document": corrected(revised).document, "fields": fields}
