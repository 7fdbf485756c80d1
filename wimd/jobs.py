"""Reading files: in a process of its own, then into facts."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mosaic.documents.child import read_bytes
from mosaic.documents.model import Document, FileKind, Outcome
from mosaic.facts import services as facts
from mosaic.facts.domain.reading import read_own_words, read_resume
from mosaic.facts.models import SourceKind
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib import work
from mosaic.people import files
from mosaic.people.models import Person
from wimd.domain.resumes import ReadResume, resume_in
from wimd.models import Upload

MEDIA = {Upload.Kind.AUDIO: FileKind.AUDIO, Upload.Kind.VIDEO: FileKind.VIDEO}


def read(upload_id: UUID) -> None:
    """Read a file's text and what it says about the person. Doing it twice changes nothing."""
    upload = work.claim(Upload, upload_id)
    if upload is None:
        return
    document = _document(upload)
    found = (
        resume_in(document, today=timezone.localdate(), region=upload.person.region)
        if document.outcome is Outcome.READ
        else None
    )
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=upload.person_id)
        if work.still_mine(upload):
            _store(upload, document, found)


def _document(upload: Upload) -> Document:
    """Return a file as read; sound and pictures in motion wait for a provider."""
    media = MEDIA.get(Upload.Kind(upload.kind))
    if media:
        return Document(kind=media, outcome=Outcome.NEEDS_TRANSCRIPTION)
    return read_bytes(b"".join(files.read(upload.person_id, upload.name)))


def _store(upload: Upload, document: Document, found: ReadResume | None) -> None:
    """Keep what was read, learn from it, and settle the row."""
    upload.outcome, upload.read_at = document.outcome, timezone.now()
    upload.text, upload.words = document.text, document.words
    upload.pages = document.pages or None
    if found:
        upload.kind = Upload.Kind.RESUME
        upload.resume = {"document": dict(found.document), "spans": found.spans}
    upload.save()
    if document.outcome is not Outcome.READ:
        work.fail(upload, document.outcome)
        return
    read = read_resume if found else read_own_words
    learned = read(document.text, today=timezone.localdate())
    facts.learn(upload.person, facts.Source(SourceKind.UPLOAD, upload.pk, document.text), learned)
    note(upload.person, Happened.FILE_READ, upload, kind=upload.kind, facts=len(learned))
    work.finish(upload)
