"""What of the coach and the files goes along when somebody takes everything."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.template.defaultfilters import filesizeformat
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from pydantic import TypeAdapter

from mosaic.lexicon.store import lexicon
from mosaic.lib.work import WorkState
from mosaic.people.archive import registry
from mosaic.people.archive.registry import Told
from mosaic.people.archive.tables import Table
from mosaic.people.models import Person
from wimd import queries
from wimd.domain.checkins import monday_of
from wimd.domain.delta.keeping import Kept
from wimd.domain.feedback import Question
from wimd.models import Analysis, CheckIn, Conversation, Feedback, SkillBridge, Target, Turn, Upload


@dataclass(frozen=True)
class ReadResume:
    """What was recognised as a résumé, or nothing."""

    document: dict[str, object] = field(default_factory=dict)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class ResumeEdits:
    """What the person changed about it, or nothing."""

    values: dict[str, str] = field(default_factory=dict)
    order: dict[str, list[int]] = field(default_factory=dict)


def register() -> None:
    """Register it."""
    for table in (UPLOADS, CONVERSATIONS, TURNS, CHECKINS, FEEDBACK, TARGETS, BRIDGES, ANALYSES):
        registry.register(table)


def _told_files(person: Person) -> Iterator[Told]:
    for upload in queries.uploads_of(person):
        yield Told(upload.filename, ((_("size"), filesizeformat(upload.size)), (_("text"), upload.text)))


def _told_turns(person: Person) -> Iterator[Told]:
    for turn in queries.turns_of(person):
        speaker = _("you") if turn.speaker == Turn.Speaker.PERSON else _("the coach")
        yield Told("", ((speaker, turn.text),))


def _told_checkins(person: Person) -> Iterator[Told]:
    for checkin in queries.checkins_of(person):
        said = (
            (_("what moved"), checkin.moved),
            (_("what got in the way"), checkin.hindered),
            (_("the one small thing"), checkin.next_step),
            (_("energy, of 5"), str(checkin.energy or "")),
        )
        yield Told(date_format(monday_of(checkin.week)), tuple(one for one in said if one[1]))


def _told_feedback(person: Person) -> Iterator[Told]:
    feedback = queries.feedback_of(person)
    if feedback:
        ratings = feedback.ratings if isinstance(feedback.ratings, dict) else {}
        numbers = tuple((name, str(number)) for name, number in ratings.items())
        yield Told("", (*numbers, (_("in your words"), feedback.words)))


def _told_targets(person: Person) -> Iterator[Told]:
    for target in queries.targets_of(person):
        work = lexicon().occupations.get(target.occupation)
        yield Told(target.label, ((_("kind of work"), work.label),) if work else ())


UPLOADS = Table(
    "uploads", "upload", _("files"), Upload,
    folder="uploads",
    left_out=frozenset({"attempts", "queued_at", "claimed_until", "waits_since"}),
    settled={"state": {WorkState.RUNNING.value: WorkState.QUEUED.value}},
    shapes={"resume": TypeAdapter(ReadResume), "resume_edits": TypeAdapter(ResumeEdits)},
    tell=_told_files,
)  # fmt: skip
CONVERSATIONS = Table("conversations", "conversation", _("conversations"), Conversation)
TURNS = Table(
    "turns", "turn", _("messages"), Turn,
    # The marks of its sentences name facts by their ids here, which nobody else knows.
    left_out=frozenset({"client_id", "state", "claimed_until", "spoken", "sentences", "said"}),
    tell=_told_turns,
)  # fmt: skip
CHECKINS = Table("checkins", "checkin", _("weekly check-ins"), CheckIn, tell=_told_checkins)
# Its sums were counted where it was said; elsewhere, or a second time, it is in none.
FEEDBACK = Table(
    "feedback", "feedback", _("what you said of Mosaic"), Feedback,
    left_out=frozenset({"counted_on"}), shapes={"ratings": TypeAdapter(dict[Question, int])}, tell=_told_feedback,
)  # fmt: skip
TARGETS = Table(
    "targets", "target", _("what you aim at"), Target,
    shapes={"skills": TypeAdapter(list[str])}, tell=_told_targets,
)  # fmt: skip
BRIDGES = Table("skill_bridges", "bridge", _("what you set out to do about skills"), SkillBridge)
ANALYSES = Table(
    "analyses", "analysis", _("how your delta stood"), Analysis,
    inner={"document": (("sides", "*", "now", "*"), ("sides", "*", "wanted", "*"))},
    shapes={"document": TypeAdapter(Kept)},
)  # fmt: skip
