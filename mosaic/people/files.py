"""A person's files: sealed under their key, below one folder of the storage, gone with them."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO
from uuid import UUID, uuid4

from django.core.files.base import File
from django.core.files.storage import default_storage

from mosaic.lib import squeeze
from mosaic.lib.crypto import CHUNK, seal_chunks, unseal_chunks
from mosaic.people import keyring

ROOT = "persons"
"""The folder of the storage under which every person has one."""


class Stream(File[bytes]):
    """Chunks on their way into the storage; never whole in memory."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        """Take any iterable of bytes."""
        super().__init__(None, name="stream")
        self._pieces = chunks

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Yield the pieces once."""
        yield from self._pieces


def folder_of(person_id: UUID) -> str:
    """Return the folder that holds everything of one person."""
    return f"{ROOT}/{person_id}"


def write(person_id: UUID, chunks: Iterable[bytes]) -> str:
    """Compress where it pays, seal and store a file under a random name; return the name to read it by."""
    pieces, ending = squeeze.where_it_pays(chunks)
    sealed = seal_chunks(keyring.key_of(person_id), pieces)
    return default_storage.save(f"{folder_of(person_id)}/{uuid4().hex}{ending}", Stream(sealed))


def read(person_id: UUID, name: str) -> Iterator[bytes]:
    """Yield the plain bytes of a file. Raises SealBroken, FileNotFoundError, Damaged."""
    with default_storage.open(name, "rb") as file:
        plain = unseal_chunks(keyring.key_of(person_id), _blocks(file))
        yield from squeeze.opened(plain) if name.endswith(squeeze.ENDING) else plain


def is_there(name: str) -> bool:
    """Whether the storage still has a file."""
    return default_storage.exists(name)


def lost(person_id: UUID) -> str:
    """Return a name that nothing lies under, for a file known to be gone."""
    return f"{folder_of(person_id)}/{uuid4().hex}"


def remove(name: str) -> None:
    """Delete one file; one that is gone already is fine."""
    default_storage.delete(name)


def remove_all(person_id: UUID) -> int:
    """Delete every file of a person and return how many there were."""
    folder = folder_of(person_id)
    if not default_storage.exists(folder):
        return 0
    _, names = default_storage.listdir(folder)
    for name in names:
        default_storage.delete(f"{folder}/{name}")
    default_storage.delete(folder)
    return len(names)


def _blocks(file: BinaryIO | File[bytes]) -> Iterator[bytes]:
    while block := file.read(CHUNK):
        yield block
