"""Looking for files without rows and rows without files: what an interrupted run leaves behind."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

import structlog
from django.core.files.storage import default_storage

from mosaic.people import files, stored
from mosaic.people.models import Person

log = structlog.stdlib.get_logger(__name__)

GRACE = timedelta(hours=1)
"""A file is stored before its row is committed, so a young one may only look forgotten."""

BATCH = 500


@dataclass(slots=True)
class Sweep:
    """What was found. A row without its file is only counted: a restored folder would heal it."""

    folders: int = 0
    files: int = 0
    missing: int = 0
    failed: int = 0


def sweep(now: datetime, *, dry_run: bool = False) -> Sweep:
    """Remove folders of nobody and files of no row; count rows whose file is gone. Safe to run twice."""
    report = Sweep()
    for names in _chunks(_folders()):
        # Listed before people are asked for: a person is always committed before the first file.
        alive = _alive(names)
        for name in names:
            try:
                _sweep_folder(name, alive, now, report, dry_run=dry_run)
            except OSError:
                report.failed += 1
                log.exception("sweep_failed", person=name)
    for person_id, name in stored.rows():
        if not default_storage.exists(name):
            report.missing += 1
            log.warning("file_missing", person=str(person_id))
    return report


def _sweep_folder(name: str, alive: set[str], now: datetime, report: Sweep, *, dry_run: bool) -> None:
    if name in alive:
        _sweep_files(f"{files.ROOT}/{name}", now, report, dry_run=dry_run)
        return
    report.folders += 1
    _, inside = default_storage.listdir(f"{files.ROOT}/{name}")
    report.files += len(inside)
    if not dry_run:
        files.remove_all(UUID(name))


def _sweep_files(folder: str, now: datetime, report: Sweep, *, dry_run: bool) -> None:
    """Remove files of a living person that no row names, unless they are young."""
    _, inside = default_storage.listdir(folder)
    for chunk in _chunks(f"{folder}/{name}" for name in inside):
        held = stored.names_among(chunk)
        for name in chunk:
            if name in held or _is_young(name, now):
                continue
            report.files += 1
            if not dry_run:
                files.remove(name)


def _is_young(name: str, now: datetime) -> bool:
    try:
        return default_storage.get_modified_time(name) > now - GRACE
    except FileNotFoundError:
        return True  # removed by its owner in between


def _folders() -> list[str]:
    """Return the names of all folders that can be a person's."""
    if not default_storage.exists(files.ROOT):
        return []
    folders, _ = default_storage.listdir(files.ROOT)
    return [name for name in folders if _is_id(name)]


def _alive(names: list[str]) -> set[str]:
    return {str(pk) for pk in Person.objects.filter(pk__in=names).values_list("pk", flat=True)}


def _is_id(name: str) -> bool:
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False


def _chunks(names: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(names)
    while chunk := list(islice(waiting, BATCH)):
        yield chunk
