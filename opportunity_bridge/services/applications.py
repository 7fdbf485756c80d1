"""Applying, as the person logs it, and what becomes of it. Nothing here is sent to anybody."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mosaic.journal.domain.names import Due, Happened
from mosaic.journal.services import drop_reminders, note, remind
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from mosaic.people.services import keep_content
from opportunity_bridge import queries
from opportunity_bridge.domain.stages import OPEN, Change, Stage, Step, can_move, fold, standing
from opportunity_bridge.models import Application, ApplicationEvent, Job

FOLLOW_UP = timedelta(days=7)
LONGEST_NOTES = 5000


@dataclass(frozen=True, slots=True)
class Enclosure:
    """What goes along with an application, frozen: its name, its text, its document, and which version it was."""

    label: str
    text: str
    document: Mapping[str, object]
    version: UUID | None = None


class StageRefused(Exception):
    """A move that says nothing new, or back to before the application."""


class AnotherUnderWay(Exception):
    """A closed application cannot be opened again while another one for the same posting is under way."""


@transaction.atomic
def apply(person: Person, job: Job, *, notes: str = "", enclosure: Enclosure | None = None) -> Application:
    """Log an application and freeze what it was made of. While one is under way, asking again returns it."""
    Person.objects.select_for_update().get(pk=person.pk)
    application = queries.open_application_of(person, job)
    if application and application.stage != Stage.SAVED:
        return application
    application = application or Application(person=person, job=job)
    _freeze(application, job, enclosure)
    application.notes = normalised(notes).strip()[:LONGEST_NOTES] or application.notes
    application.applied_at = timezone.now()
    _append(application, Change.MOVED, Stage.APPLIED)
    note(person, Happened.APPLIED, application, job=str(job.pk), field=job.field, enclosed=enclosure is not None)
    return application


@transaction.atomic
def move_stage(person: Person, application: Application, *, stage: Stage, words: str = "") -> Application:
    """Note where an application stands now. Raises StageRefused and AnotherUnderWay."""
    locked = _locked(person, application)
    if not can_move(Stage(locked.stage), stage):
        raise StageRefused
    _append(locked, Change.MOVED, stage, words)
    note(person, Happened.STAGE_CHANGED, locked, stage=stage)
    return locked


@transaction.atomic
def undo(person: Person, application: Application) -> Application:
    """Take back the last move that still counts. Raises StageRefused when there is none, and AnotherUnderWay."""
    locked = _locked(person, application)
    counting = standing(queries.steps_in(locked))
    if len(counting) == 1:
        raise StageRefused
    _append(locked, Change.UNDONE, counting[-1])
    note(person, Happened.STAGE_UNDONE, locked, stage=locked.stage)
    return locked


@transaction.atomic
def set_notes(person: Person, application: Application, *, notes: str) -> Application:
    """Keep what somebody notes about an application."""
    locked = _locked(person, application)
    locked.notes = normalised(notes).strip()[:LONGEST_NOTES]
    locked.save(update_fields=["notes"])
    keep_content(person)
    return locked


def checksum_of(posting: object, enclosure: object) -> str:
    """Return the SHA-256 of what was frozen, over JSON with sorted keys."""
    plain = json.dumps({"posting": posting, "enclosure": enclosure}, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def _locked(person: Person, application: Application) -> Application:
    return queries.applications_of(person).select_for_update(of=("self",)).get(pk=application.pk)


def _freeze(application: Application, job: Job, enclosure: Enclosure | None) -> None:
    words = job.words
    application.posting = {
        "role": words.role,
        "company": words.company,
        "location": words.location,
        "url": words.url,
        "text": words.text,
        "source": job.source,
        "sample": job.is_sample,
        "posted_on": job.posted_on.isoformat() if job.posted_on else None,
    }
    application.enclosure = _plain(enclosure)
    application.enclosure_version = enclosure.version if enclosure else None
    application.checksum = checksum_of(application.posting, application.enclosure)


def _plain(enclosure: Enclosure | None) -> dict[str, object] | None:
    if enclosure is None:
        return None
    version = str(enclosure.version) if enclosure.version else None
    return {
        "label": enclosure.label,
        "text": enclosure.text,
        "document": dict(enclosure.document),
        "version": version,
    }


def _append(application: Application, change: Change, stage: Stage, words: str = "") -> None:
    """Append an event and let the stage follow from all of them."""
    steps = queries.steps_in(application) if not application._state.adding else []
    application.stage = fold([*steps, Step(change, stage)])
    _require_the_only_one(application)
    application.changed_at = timezone.now()
    application.save()
    ApplicationEvent.objects.create(
        person_id=application.person_id,
        application=application,
        number=len(steps) + 1,
        change=change,
        stage=stage,
        words=normalised(words).strip()[:LONGEST_NOTES],
    )
    _remind(application)


def _require_the_only_one(application: Application) -> None:
    if application.stage not in (Stage.SAVED, *OPEN) or application.job is None:
        return
    other = queries.open_application_of(application.person, application.job)
    if other and other.pk != application.pk:
        raise AnotherUnderWay


def _remind(application: Application) -> None:
    """Make it due to ask how things stand a week after the last move, while it is under way."""
    person = application.person
    if application.stage in OPEN:
        remind(person, Due.FOLLOW_UP, application, timezone.localdate() + FOLLOW_UP)
    else:
        drop_reminders(person, application.pk)
