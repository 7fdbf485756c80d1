"""A file on its way from the request to a row."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from mosaic.lib import crypto
from mosaic.lib.pace import paced
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from wimd.domain.files import HEAD, FileSort, sort_of
from wimd.models import Upload

BLOCK = 256 * 1024
LONGEST_NAME = 200


class AlreadyKept(Exception):
    """The same bytes were kept in between."""

    def __init__(self, upload: Upload) -> None:
        super().__init__()
        self.upload = upload


@dataclass(frozen=True, slots=True)
class Received:
    """What is known of a file before it is kept."""

    filename: str
    size: int
    sort: FileSort
    content_type: str
    sha256: str
    fingerprint: str


def receive(person: Person, file: "UploadedFile[bytes]") -> Received | None:
    """Look at a file's bytes once; None when nobody here can read its kind."""
    head = file.read(HEAD)
    found = sort_of(head, file.name or "")
    if found is None:
        return None
    plain, size = hashlib.sha256(), 0
    for chunk in chunks_of(file):
        plain.update(chunk)
        size += len(chunk)
    sha256 = plain.hexdigest()
    return Received(name_of(file), size, *found, sha256, crypto.fingerprint(person.key(), sha256))


def name_of(file: "UploadedFile[bytes]") -> str:
    """Return a file's name as it is kept."""
    return normalised(file.name or "").replace("\n", " ").strip()[:LONGEST_NAME]


def chunks_of(file: "UploadedFile[bytes]") -> Iterator[bytes]:
    """Yield a file's bytes from the beginning, never all at once, and at a pace that lets others work."""
    file.seek(0)
    yield from paced(iter(lambda: file.read(BLOCK), b""))


def store(person: Person, received: Received, name: str) -> Upload:
    """Make the row of a file whose bytes are stored under `name`. Raises AlreadyKept."""
    try:
        with transaction.atomic():
            return Upload.objects.create(
                person=person,
                filename=received.filename,
                name=name,
                size=received.size,
                content_type=received.content_type,
                kind=received.sort.value,
                fingerprint=received.fingerprint,
                sha256=received.sha256,
            )
    except IntegrityError as error:
        raise AlreadyKept(Upload.objects.get(person=person, fingerprint=received.fingerprint)) from error
