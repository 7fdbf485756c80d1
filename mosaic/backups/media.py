"""The people's files in one archive: sealed as they lie in the storage."""

import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import default_storage

from mosaic.backups.manifest import BackupRefused
from mosaic.people import files

PART = "media.tar"
FITTING = re.compile(rf"{files.ROOT}/[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}/[0-9a-zA-Z_.]+")


def pack(folder: Path) -> int:
    """Write every file that is there now; return how many."""
    count = 0
    with tarfile.open(folder / PART, "w") as archive:
        for name in _names():
            try:
                with default_storage.open(name, "rb") as file:
                    entry = tarfile.TarInfo(name)
                    entry.size = file.size
                    archive.addfile(entry, file)
            except FileNotFoundError:
                continue  # its owner removed it in between
            count += 1
    return count


def unpack(folder: Path) -> int:
    """Put every file back where it lay; return how many. Raises BackupRefused for a name that is not ours."""
    count = 0
    with tarfile.open(folder / PART) as archive:
        for entry in archive:
            if not entry.isfile() or not FITTING.fullmatch(entry.name):
                raise BackupRefused(f"{PART} holds something that is no person's file.")
            content = archive.extractfile(entry)
            default_storage.delete(entry.name)
            default_storage.save(entry.name, File(content, name=entry.name))
            count += 1
    return count


def _names() -> Iterator[str]:
    if not default_storage.exists(files.ROOT):
        return
    for folder in default_storage.listdir(files.ROOT)[0]:
        try:
            inside = default_storage.listdir(f"{files.ROOT}/{folder}")[1]
        except FileNotFoundError:
            continue  # its owner was erased in between
        yield from (f"{files.ROOT}/{folder}/{name}" for name in inside)


def count() -> int:
    """Return how many files there are."""
    return sum(1 for _ in _names())
