"""Restoring a backup: nobody is served until everybody who should be gone is gone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from mosaic import watch
from mosaic.backups import keys, manifest, media
from mosaic.backups.engines import engine
from mosaic.people import jobs, sweeping
from mosaic.people.models import Person

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back and what was erased again."""

    people: int
    erased: int
    files: int
    missing: int


def restore(folder: Path, given: Iterable[tuple[str, bytes]], now: datetime) -> Restored:
    """Replace database and files by a backup, then erase everybody expired or without a key.

    A restore that is broken off leaves the service not ready; running it again is safe. Raises BackupRefused.
    """
    manifest.read(folder, connection.vendor)
    known = list(given)
    settings.RESTORING.touch()
    engine().load(folder)
    call_command("migrate", verbosity=0, interactive=False)
    keys.put_back(known)
    media.unpack(folder)
    done = _clear(now)
    settings.RESTORING.unlink()
    return done


def _clear(now: datetime) -> Restored:
    """Purge before anybody is served; a person whose key was destroyed counts as expired."""
    Person.objects.filter(wrapped_key=b"").update(expires_at=LONG_AGO)
    report = list(jobs.purge_expired(now))[-1]
    found = sweeping.sweep(now + sweeping.GRACE)
    watch.beat(watch.EXPIRY)
    kept = media.count()
    return Restored(Person.objects.count(), report.erased, kept, found.missing)
