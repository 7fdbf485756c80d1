"""The shapes of the WIMD part of the API."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from rest_framework import serializers

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.models import Fact
from mosaic.lexicon.about import about
from mosaic.lib.shapes import CodesShape
from mosaic.lib.work import WorkState
from mosaic.people.consent import waiting_about
from mosaic.people.models import Person
from wimd import links, queries
from wimd.domain.coach import Kind
from wimd.domain.metrics import Metric, Reading, readings
from wimd.models import Turn, Upload
from wimd.sentences import message_of
from wimd.serializers.resumes import ResumeShape, resume_shape

Shape = dict[str, object]
WEEKS = 6
STATUSES = {
    WorkState.QUEUED: "stored",
    WorkState.RUNNING: "reading",
    WorkState.DONE: "ready",
    WorkState.FAILED: "failed",
}


class WimdInput(serializers.Serializer[object]):
    """Something said to the coach."""

    prompt = serializers.CharField(min_length=1, max_length=5000, trim_whitespace=True)
    session_id = serializers.CharField(required=False, allow_null=True, allow_blank=True)
    context = serializers.DictField(required=False)  # type: ignore[assignment]  # the contract names the field so
    client_id = serializers.UUIDField(required=False)


class StartInput(serializers.Serializer[object]):
    """Which flow to do as a talk."""

    flow = serializers.ChoiceField(choices=["discovery", "fast_track"], default="discovery")
    session_id = serializers.CharField(required=False, allow_null=True, allow_blank=True)


class ChoiceShape(serializers.Serializer[object]):
    """A button under an answer."""

    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    url = serializers.CharField()
    flow = serializers.CharField(allow_blank=True)
    says = serializers.CharField(allow_blank=True)


class NextShape(serializers.Serializer[object]):
    """The one way on."""

    label = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    url = serializers.CharField()


class CardShape(serializers.Serializer[object]):
    """Something beside an answer: a help line, or a skill that was noticed."""

    kind = serializers.CharField()
    title = serializers.CharField()
    detail = serializers.CharField()


class ApprovalShape(serializers.Serializer[object]):
    """A masked text that waits for the person's yes; the built-in answer stands until then, and after a no."""

    id = serializers.UUIDField()
    provider = serializers.CharField()
    purpose = serializers.CharField()


class ResultShape(serializers.Serializer[object]):
    """The coach's answer."""

    message = serializers.CharField()
    kind = serializers.ChoiceField(choices=[kind.value for kind in Kind])
    choices = ChoiceShape(many=True)
    next = NextShape(allow_null=True)
    source = serializers.CharField()  # type: ignore[assignment]  # the contract names the field so
    degraded = serializers.BooleanField()
    approval = ApprovalShape(allow_null=True)
    cards = CardShape(many=True)


class MetricsShape(serializers.Serializer[object]):
    """Three readings from 0 to 100."""

    clarity = serializers.IntegerField()
    action = serializers.IntegerField()
    momentum = serializers.IntegerField()


class WimdAnswer(serializers.Serializer[object]):
    """What `POST /wimd` says."""

    session_id = serializers.CharField(allow_null=True)
    result = ResultShape()
    metrics = MetricsShape()


class TurnShape(serializers.ModelSerializer[Turn]):
    """One thing said."""

    number = serializers.IntegerField()
    text = serializers.CharField()

    class Meta:
        model = Turn
        fields = ("id", "number", "speaker", "text", "kind", "source", "degraded", "created_at")


class TurnList(serializers.Serializer[object]):
    """A conversation, the newest turn last."""

    turns = TurnShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class FileShape(serializers.Serializer[Upload]):
    """A file and how reading it went."""

    id = serializers.UUIDField()
    filename = serializers.CharField()
    size = serializers.IntegerField()
    content_type = serializers.CharField()
    sha256 = serializers.CharField()
    status = serializers.ChoiceField(choices=list(STATUSES.values()))
    kind = serializers.ChoiceField(choices=Upload.Kind.choices)
    pages = serializers.IntegerField(allow_null=True)
    words = serializers.IntegerField(allow_null=True)
    message = serializers.CharField()


class FileList(serializers.Serializer[object]):
    """A person's files."""

    uploads = FileShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class UploadInput(serializers.Serializer[object]):
    """A file in a form."""

    file = serializers.FileField(allow_empty_file=False)
    session_id = serializers.CharField(required=False, allow_blank=True)


class UploadAnswer(serializers.Serializer[object]):
    """A kept file."""

    session_id = serializers.CharField(allow_null=True)
    file = FileShape()


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


class FileDetail(serializers.Serializer[object]):
    """A file, its text, what was found in it, and the résumé read in it, null for another document."""

    file = FileShape()
    text = serializers.CharField()
    facts = FactShape(many=True)
    resume = ResumeShape(allow_null=True)


class FactList(serializers.Serializer[object]):
    """What is known about the person."""

    facts = FactShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class FactInput(serializers.Serializer[object]):
    """A statement of the person about themselves."""

    kind = serializers.ChoiceField(choices=[kind.value for kind in FactKind])
    label = serializers.CharField(min_length=1, max_length=200)  # type: ignore[assignment]  # as above
    polarity = serializers.ChoiceField(choices=[one.value for one in Polarity], default=Polarity.HAS.value)
    lexicon_id = serializers.CharField(required=False, allow_blank=True, max_length=80)


class FactChange(serializers.Serializer[object]):
    """New words for a fact, or a confirmation."""

    label = serializers.CharField(min_length=1, max_length=200, required=False)  # type: ignore[assignment]  # as above
    status = serializers.ChoiceField(choices=["confirmed"], required=False)


class PromptSetShape(serializers.Serializer[object]):
    """The library in use."""

    active = serializers.CharField(allow_null=True)
    count = serializers.IntegerField()
    tags = serializers.DictField(child=serializers.IntegerField())


def result_shape(turn: Turn) -> Shape:
    """Return a coach's turn as the answer of `POST /wimd`."""
    choices = links.choices_of(turn)
    return {
        "message": turn.text,
        "kind": turn.kind,
        "choices": choices,
        "next": {"label": choices[0]["label"], "url": choices[0]["url"]} if choices else None,
        "source": turn.source,
        "degraded": turn.degraded,
        "approval": _approval(turn),
        "cards": links.cards_of(turn),
    }


def _approval(turn: Turn) -> Shape | None:
    waiting = waiting_about(turn.person, [turn.pk]).get(turn.pk)
    return {"id": str(waiting.pk), "provider": waiting.provider, "purpose": waiting.purpose} if waiting else None


def file_shape(upload: Upload) -> Shape:
    """Return a file and how reading it went."""
    return {
        "id": str(upload.pk),
        "filename": upload.filename,
        "size": upload.size,
        "content_type": upload.content_type,
        "sha256": upload.sha256,
        "status": STATUSES[WorkState(upload.state)],
        "kind": upload.kind,
        "pages": upload.pages,
        "words": upload.words,
        "message": message_of(upload),
    }


def file_detail(person: Person, upload: Upload) -> Shape:
    """Return a file with its text, what was found in it, and what a machine reads, field by field."""
    facts = queries.facts_in(upload)
    revised = queries.revised_of(upload)
    return {
        "file": file_shape(upload),
        "text": upload.text,
        "facts": facts_shape(facts),
        "resume": resume_shape(revised, upload.resume_version) if revised else None,
    }


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
    }


def _entry_shape(lexicon_id: str) -> Shape:
    """Return what the lexicon says about the entry a fact names."""
    found = about(lexicon_id)
    return {"meaning": found.meaning, "also_known_as": list(found.names), "codes": found.codes}


def metrics_shape(person: Person, now: datetime) -> Shape:
    """Return the three numbers."""
    return {metric.value: reading.value for metric, reading in _readings(person, now).items()}


def metrics_detail(person: Person, now: datetime) -> Shape:
    """Return the numbers, what earned them, what raises them, and their last six weeks."""
    things, steps = queries.things_of(person), queries.steps_of(person)
    current = readings(things, steps, now)
    weeks = (now - timedelta(weeks=back) for back in range(WEEKS, 0, -1))
    history = [{"at": at, **_values(readings(things, steps, at))} for at in weeks]
    return {
        "metrics": _values(current),
        "explanation": {metric.value: _explained(reading) for metric, reading in current.items()},
        "history": [*history, {"at": now, **_values(current)}],
    }


def _readings(person: Person, now: datetime) -> dict[Metric, Reading]:
    return readings(queries.things_of(person), queries.steps_of(person), now)


def _values(current: dict[Metric, Reading]) -> dict[str, int]:
    return {metric.value: reading.value for metric, reading in current.items()}


def _explained(reading: Reading) -> Shape:
    return {
        "points": [
            {"fact": one.fact, "points": one.points, "count": one.count, "when": one.when} for one in reading.points
        ],
        "next": [{"step": one.step, "points": one.points} for one in reading.next],
    }


def facts_shape(facts: Iterable[Fact]) -> list[Shape]:
    """Return facts as a list."""
    return [fact_shape(fact) for fact in facts]
