"""The shapes of the résumé part of the API."""

from rest_framework import serializers

from mosaic.people.models import Person
from resume import queries
from resume.domain.changes import Change
from resume.domain.compare import Difference
from resume.domain.pointers import JSON
from resume.domain.suggest import Suggestion, suggestions
from resume.models import Version
from resume.services import LONGEST_NAME, LONGEST_TEXT, text_of
from resume.words import change_title, section_label, state_label, suggestion_words, where_words

Shape = dict[str, object]
BUILT_IN = "built-in"
MOST_HIGHLIGHTS = 20


class RewriteInput(serializers.Serializer[object]):
    """What to write a résumé from: a file, a text, or what is known; and for which posting."""

    job_id = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=64)
    upload_id = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=64)
    source_resume = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=LONGEST_TEXT)
    version_name = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=LONGEST_NAME)


class CustomizeInput(serializers.Serializer[object]):
    """Which posting, and which résumé: a version, a text, or the latest one."""

    job_id = serializers.CharField(max_length=64)
    resume = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=LONGEST_TEXT)
    version_id = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=64)
    highlight_skills = serializers.ListField(
        child=serializers.CharField(max_length=100), required=False, max_length=MOST_HIGHLIGHTS
    )
    version_name = serializers.CharField(required=False, allow_null=True, allow_blank=True, max_length=LONGEST_NAME)


class EditInput(serializers.Serializer[object]):
    """An edited document or text, or another name."""

    document = serializers.JSONField(required=False)
    resume = serializers.CharField(required=False, max_length=LONGEST_TEXT)
    version_name = serializers.CharField(required=False, max_length=LONGEST_NAME)


class AskedShape(serializers.Serializer[object]):
    """The line of a posting that is answered."""

    id = serializers.CharField()
    quote = serializers.CharField()


class SourceShape(serializers.Serializer[object]):
    """Where words come from: a fact, a file, something done, or the résumé itself."""

    kind = serializers.ChoiceField(choices=["fact", "upload", "experience", "resume"])
    id = serializers.CharField(allow_null=True)
    quote = serializers.CharField()


class ChangeShape(serializers.Serializer[object]):
    """What was done for a posting, why, and on which words it stands."""

    id = serializers.CharField()
    what = serializers.CharField()
    title = serializers.CharField()
    where = serializers.CharField()
    before = serializers.ListField(child=serializers.CharField())
    after = serializers.ListField(child=serializers.CharField())
    requirement = AskedShape(allow_null=True)
    source = SourceShape(allow_null=True)  # type: ignore[assignment]  # the contract names the field so
    can_be_undone = serializers.BooleanField()


class SuggestionShape(serializers.Serializer[object]):
    """What could be better, and why; nothing of it is applied."""

    id = serializers.CharField()
    where = serializers.CharField()
    what = serializers.CharField()
    why = serializers.CharField()
    fix = serializers.CharField(allow_null=True)


class VersionLine(serializers.Serializer[object]):
    """A version in a list."""

    version_id = serializers.CharField()
    version_name = serializers.CharField()
    number = serializers.IntegerField()
    cause = serializers.ChoiceField(choices=Version.Cause.choices)
    parent_id = serializers.CharField(allow_null=True)
    job_id = serializers.CharField(allow_null=True)
    job_label = serializers.CharField(allow_blank=True)
    language = serializers.CharField()
    created_at = serializers.DateTimeField()
    contains_removed = serializers.BooleanField()


class VersionList(serializers.Serializer[object]):
    """A person's versions, the latest first."""

    versions = VersionLine(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class VersionShape(VersionLine):
    """A version with its document."""

    resume = serializers.CharField()
    document = serializers.JSONField()
    suggestions = SuggestionShape(many=True)
    changes = ChangeShape(many=True)
    source = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so


class VersionMade(VersionShape):
    """A version just made, with the session it belongs to."""

    session_id = serializers.CharField(allow_null=True)
    not_evidenced = serializers.ListField(child=serializers.CharField())


class PartShape(serializers.Serializer[object]):
    """Some words and what became of them."""

    op = serializers.ChoiceField(choices=["equal", "insert", "delete"])
    text = serializers.CharField()


class DifferenceShape(serializers.Serializer[object]):
    """One place that differs."""

    section = serializers.CharField()
    where = serializers.CharField()
    pointer = serializers.CharField()
    state = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a field named label, not DRF's caption
    parts = PartShape(many=True)


class Comparison(serializers.Serializer[object]):
    """What differs between two versions."""

    # `from` is a word of Python, so the fields are added by name.
    differences = DifferenceShape(many=True)

    def get_fields(self) -> dict[str, serializers.Field]:  # type: ignore[type-arg]
        """Add the two versions under the contract's names."""
        return {"from": VersionLine(), "to": VersionLine(), **super().get_fields()}


def version_line(version: Version, *, contains_removed: bool) -> Shape:
    """Return a version without its document."""
    return {
        "version_id": str(version.pk),
        "version_name": version.name,
        "number": version.number,
        "cause": version.cause,
        "parent_id": str(version.parent_id) if version.parent_id else None,
        "job_id": str(version.job) if version.job else None,
        "job_label": version.job_label,
        "language": version.resume.language,
        "created_at": version.created_at,
        "contains_removed": contains_removed,
    }


def version_shape(person: Person, version: Version) -> Shape:
    """Return a version with its document, text, changes and what could be better."""
    document = queries.sourced(version).document
    return {
        **version_line(version, contains_removed=version.pk in queries.holding_removed(person, [version])),
        "resume": text_of(version),
        "document": document,
        "suggestions": [
            _suggestion(document, one) for one in suggestions(document, queries.sources_of(person, version))
        ],
        "changes": [_change(version, one) for one in queries.changes_of(version)],
        "source": BUILT_IN,
    }


def difference_shape(document: JSON, one: Difference) -> Shape:
    """Return one place that differs."""
    return {
        "section": one.section,
        "where": where_words(document, one.pointer),
        "pointer": one.pointer,
        "state": one.state.value,
        "label": state_label(one.state),
        "parts": [{"op": part.op.value, "text": _part_text(one, part.text)} for part in one.parts],
    }


def _part_text(one: Difference, text: str) -> str:
    return section_label(text) if one.section == "meta" else text


def _suggestion(document: JSON, one: Suggestion) -> Shape:
    what, why = suggestion_words(one.what, one.words)
    return {
        "id": one.id,
        "where": where_words(document, one.pointer),
        "what": what,
        "why": why,
        "fix": one.fix or None,
    }


def _change(version: Version, change: Change) -> Shape:
    ground = queries.ground_of(version)
    first = change.sources[0] if change.sources else None
    named = {"fact": first.fact_id, "upload": first.upload_id, "experience": first.experience_id} if first else {}
    kind, source_id = next(((kind, pk) for kind, pk in named.items() if pk), ("resume", None))
    return {
        "id": change.id,
        "what": change.what.value,
        "title": change_title(change),
        "where": where_words(ground.document if ground else {}, change.pointer),
        "before": list(change.before),
        "after": list(change.after),
        "requirement": {"id": change.requirement.id, "quote": change.requirement.quote} if change.requirement else None,
        "source": {"kind": kind, "id": source_id, "quote": first.quote} if first else None,
        "can_be_undone": change.can_be_undone,
    }
