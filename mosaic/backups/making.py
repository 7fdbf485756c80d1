"""Making a backup: whole or not there."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from mosaic.backups import keeping, media
from mosaic.backups.engines import engine
from mosaic.backups.manifest import BackupRefused, Manifest, digest_of, stamp, write


def make(now: datetime) -> Path:
    """Write a backup and its keys, drop old ones, and return its folder. Raises BackupRefused."""
    final = settings.BACKUP_DIR / stamp(now)
    folder = final.with_name(final.name + keeping.PARTIAL)
    settings.BACKUP_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError as error:
        raise BackupRefused("Another backup began within this second.") from error
    people = engine().dump(folder, now)
    files = media.pack(folder)
    parts = {path.name: digest_of(path) for path in sorted(folder.iterdir())}
    write(folder, Manifest(connection.vendor, now.isoformat(), people, files, parts))
    folder.rename(final)
    keeping.drop_old(now)
    return final
