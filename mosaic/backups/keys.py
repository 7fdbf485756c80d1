"""The people's keys, wrapped as they are, in small files of their own that live a day at most."""

import base64
import os
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db import transaction

from mosaic.backups.manifest import BackupRefused, moment, stamp
from mosaic.people.models import Person

ENDING = ".keys"
MOST_HOURS = 24
KEPT = timedelta(hours=MOST_HOURS - 1)
"""Files are dropped by an hourly task, so that none is ever older than 24 hours."""

FRESH = timedelta(hours=6)
BATCH = 500

Keys = Iterable[tuple[str, bytes]]


def current() -> Iterator[tuple[str, bytes]]:
    """Yield (person, wrapped key) of everybody here."""
    rows = Person.objects.order_by("pk").values_list("pk", "wrapped_key").iterator(chunk_size=BATCH)
    for pk, wrapped in rows:
        yield str(pk), bytes(wrapped)


def write(keys: Keys, now: datetime) -> int:
    """Write keys under the moment's name, readable by the owner alone; return how many."""
    folder = settings.BACKUP_KEYS_DIR
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{stamp(now)}{ENDING}"
    hidden = path.with_name(f".{path.name}.{os.getpid()}")
    count = 0
    with os.fdopen(os.open(hidden, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        for person, wrapped in keys:
            file.write(f"{person} {base64.b64encode(wrapped).decode()}\n")
            count += 1
    hidden.replace(path)
    return count


def read(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield (person, wrapped key) from a file. Raises BackupRefused."""
    try:
        with path.open(encoding="ascii") as file:
            for line in file:
                person, _, wrapped = line.strip().partition(" ")
                yield person, base64.b64decode(wrapped, validate=True)
    except (OSError, ValueError) as error:
        raise BackupRefused(f"The keys in {path} cannot be read.") from error


def newest() -> Path | None:
    """Return the youngest file of keys."""
    found = sorted(settings.BACKUP_KEYS_DIR.glob(f"*{ENDING}"))
    return found[-1] if found else None


def refresh(now: datetime) -> None:
    """Write the keys anew unless that was done lately."""
    last = newest()
    made = moment(last.name) if last else None
    if made is None or now - made > FRESH:
        write(current(), now)


def drop_old(now: datetime) -> int:
    """Delete what has reached its age; return how many files."""
    old = [path for path in settings.BACKUP_KEYS_DIR.glob(f"*{ENDING}") if _is_old(path, now)]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def put_back(keys: Keys) -> int:
    """Give their keys back to the people who are here and have none; return how many."""
    waiting, total = iter(keys), 0
    while chunk := list(islice(waiting, BATCH)):
        known = dict(chunk)
        with transaction.atomic():
            people = list(Person.objects.filter(pk__in=known, wrapped_key=b"").only("pk"))
            for person in people:
                person.wrapped_key = known[str(person.pk)]
            Person.objects.bulk_update(people, ["wrapped_key"])
        total += len(people)
    return total


def _is_old(path: Path, now: datetime) -> bool:
    made = moment(path.name)
    return made is not None and now - made >= KEPT
