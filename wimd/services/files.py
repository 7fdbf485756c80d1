"""What a person can do with their files."""

from functools import partial

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from mosaic.facts import services as facts
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib import work
from mosaic.people import files, stored
from mosaic.people.models import Person
from wimd import hearing, incoming, queries, tasks
from wimd.models import Upload
from wimd.queries import SOURCES


class UnsupportedFile(Exception):
    """A file nobody here can read."""


class QuotaExceeded(Exception):
    """All files of a person would be more than fits; `free` is what is left, in bytes."""

    def __init__(self, free: int) -> None:
        super().__init__(free)
        self.free = free


class StorageFull(Exception):
    """Everybody's files together would be more than this instance takes."""


def add_file(person: Person, *, file: "UploadedFile[bytes]") -> Upload:
    """Keep a file and have it read. The same bytes twice are one file. Raises UnsupportedFile, QuotaExceeded, StorageFull."""
    received = incoming.receive(person, file)
    if received is None:
        raise UnsupportedFile
    known = _known(person, received)
    if known and files.is_there(known.name):
        return known
    free = settings.PERSON_LIMIT - queries.bytes_of(person) + (known.size if known else 0)
    if received.size > free:
        raise QuotaExceeded(max(0, free))
    if received.size > stored.bytes_free():
        raise StorageFull
    name = files.write(person.pk, incoming.chunks_of(file))
    if known:
        return _bring_back(person, known, received, name)
    try:
        return _keep_file(person, received, name)
    except incoming.AlreadyKept as error:
        files.remove(name)
        return error.upload


@transaction.atomic
def remove_file(person: Person, upload: Upload) -> None:
    """Delete a file and everything that rested on its words alone."""
    for kind in SOURCES:
        facts.forget_source(person, kind, upload.pk)
    note(person, Happened.FILE_REMOVED, upload)
    name = upload.name
    upload.delete()
    transaction.on_commit(partial(files.remove, name))


@transaction.atomic
def read_again(person: Person, upload: Upload) -> Upload:
    """Have a file read once more."""
    work.requeue(upload)
    transaction.on_commit(partial(tasks.read_upload.delay, str(upload.pk)))
    return upload


@transaction.atomic
def have_written_down(person: Person, upload: Upload) -> Upload:
    """Let a provider hear this one recording, as it is. Raises NotAnswered where nobody can or may be asked."""
    hearing.agree(upload)
    return read_again(person, upload)


@transaction.atomic
def _keep_file(person: Person, received: incoming.Received, name: str) -> Upload:
    upload = incoming.store(person, received, name)
    note(person, Happened.FILE_ADDED, upload, kind=upload.kind)
    transaction.on_commit(partial(tasks.read_upload.delay, str(upload.pk)))
    return upload


def _known(person: Person, received: incoming.Received) -> Upload | None:
    """Return the file that is the same bytes; of one that an archive came without, only the plain hash is known."""
    uploads = queries.uploads_of(person)
    same = uploads.filter(fingerprint=received.fingerprint).first()
    return same or next((one for one in uploads.filter(size=received.size) if one.sha256 == received.sha256), None)


@transaction.atomic
def _bring_back(person: Person, upload: Upload, received: incoming.Received, name: str) -> Upload:
    """Put the bytes of a file that was lost back under its row, and have it read."""
    upload.name, upload.fingerprint = name, received.fingerprint
    upload.save(update_fields=["name", "fingerprint"])
    return read_again(person, upload)
