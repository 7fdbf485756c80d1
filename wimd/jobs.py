"""Reading files: in a process of its own, then into facts."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mosaic.documents.child import read_bytes
from mosaic.documents.model import REPAIRED, Document, Outcome
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib import room, work
from mosaic.people import files
from mosaic.people.models import Person
from wimd import hearing, learning, queries
from wimd.domain.corrected import corrected
from wimd.domain.corrections import Read
from wimd.domain.learning import learned
from wimd.domain.rereading import carried
from wimd.domain.resumes import ReadResume, resume_in
from wimd.models import GONE, Upload

LEASE = timedelta(minutes=6)
"""A provider may listen to a recording for five."""


def read(upload_id: UUID) -> None:
    """Read a file's text and what it says about the person. Doing it twice changes nothing."""
    upload = work.claim(Upload, upload_id, lease=LEASE)
    if upload is None:
        return
    try:
        document = _document(upload)
    except FileNotFoundError:
        work.fail(upload, GONE)
        return
    except hearing.NoRoom:
        if not room.wait(upload):
            work.fail(upload, Outcome.NOT_TRANSCRIBED)
        return
    found = (
        resume_in(document, today=timezone.localdate(), region=upload.person.region)
        if document.outcome is Outcome.READ and not hearing.is_recording(upload)
        else None
    )
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=upload.person_id)
        if work.still_mine(upload):
            _store(upload, document, found)


def _document(upload: Upload) -> Document:
    """Return a file as read."""
    if hearing.is_recording(upload):
        return hearing.heard(upload)
    return read_bytes(b"".join(files.read(upload.person_id, upload.name)))


def _store(upload: Upload, document: Document, found: ReadResume | None) -> None:
    """Keep what was read, learn from it, and settle the row."""
    upload.outcome = REPAIRED if REPAIRED in document.notes else document.outcome
    upload.read_at = timezone.now()
    if document.outcome is Outcome.READ or not upload.text:
        _replace(upload, document, found)
    upload.save()
    if document.outcome is not Outcome.READ:
        work.fail(upload, document.outcome)
        return
    said = learned(document.text, queries.revised_of(upload), today=timezone.localdate())
    known = learning.keep(upload, said)
    note(upload.person, Happened.FILE_READ, upload, kind=upload.kind, facts=known)
    work.finish(upload)


def _replace(upload: Upload, document: Document, found: ReadResume | None) -> None:
    """Put what was read in the place of what was read before; what the person changed about it stays theirs."""
    before, read = queries.revised_of(upload), found.as_json() if found else {}
    upload.text, upload.words = document.text, document.words
    upload.pages = document.pages or None
    if found:
        upload.kind = Upload.Kind.RESUME
    elif before and before.edits:
        # The words a person corrected stay theirs, also when nothing is recognised around them any more.
        read = {"document": corrected(before).document, "spans": {}, "breaks": []}
    if before and before.edits:
        upload.resume_edits = carried(before.edits, before.read, Read.of(read, len(document.text))).as_json()
    if read != upload.resume:
        upload.resume, upload.resume_version = read, upload.resume_version + 1
