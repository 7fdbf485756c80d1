"""What a person can do with their files."""

from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from mosaic.facts import services as facts
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib import work
from mosaic.lib.lane import stepped_out
from mosaic.lib.uploads import FileTooLarge, OversizeFile
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


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that was brought; not new when the same bytes were here already."""

    upload: Upload
    is_new: bool


def add_file(person: Person, *, file: "UploadedFile[bytes]") -> Brought:
    """Keep a file and have it read. The same bytes twice are one file.

    Raises UnsupportedFile, FileTooLarge, QuotaExceeded, StorageFull.
    """
    if isinstance(file, OversizeFile):
        raise FileTooLarge(file.limit)
    with stepped_out():
        received = incoming.receive(person, file)
    if received is None:
        raise UnsupportedFile
    known = _known(person, received)
    if known and files.is_there(known.name):
        return Brought(known, is_new=False)
    _require_room(person, received.size - (known.size if known else 0))
    if received.size > stored.bytes_free():
        raise StorageFull
    with stepped_out():
        name = files.write(person.pk, incoming.chunks_of(file))
    if known:
        return Brought(_bring_back(person, known, received, name), is_new=True)
    try:
        return Brought(_keep_file(person, received, name), is_new=True)
    except incoming.AlreadyKept as error:
        files.remove(name)
        return Brought(error.upload, is_new=False)
    except QuotaExceeded:
        files.remove(name)
        raise


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
    """Make the row. Files that come at the same moment are counted one after the other."""
    Person.objects.select_for_update().get(pk=person.pk)
    if _known(person, received) is None:
        _require_room(person, received.size)
    upload = incoming.store(person, received, name)
    note(person, Happened.FILE_ADDED, upload, kind=upload.kind)
    transaction.on_commit(partial(tasks.read_upload.delay, str(upload.pk)))
    return upload


def _require_room(person: Person, more: int) -> None:
    """Raise QuotaExceeded where so many bytes more do not fit."""
    free = settings.PERSON_LIMIT - queries.bytes_of(person)
    if more > free:
        raise QuotaExceeded(max(0, free))


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
