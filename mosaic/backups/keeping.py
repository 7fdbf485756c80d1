"""How long backups stay: a week, their keys a day."""

import shutil
from datetime import datetime, timedelta

from django.conf import settings

from mosaic.backups import keys
from mosaic.backups.manifest import moment

PARTIAL = ".partial"
ABANDONED = timedelta(days=1)


def drop_old(now: datetime) -> int:
    """Delete backups, abandoned beginnings and keys whose time is over; return how many."""
    dropped = keys.drop_old(now)
    if not settings.BACKUP_DIR.is_dir():
        return dropped
    for folder in settings.BACKUP_DIR.iterdir():
        made = moment(folder.name)
        limit = ABANDONED if folder.name.endswith(PARTIAL) else timedelta(days=settings.BACKUP_DAYS)
        if made is not None and now - made >= limit:
            shutil.rmtree(folder, ignore_errors=True)
            dropped += 1
    return dropped


def tend(now: datetime) -> None:
    """Keep the copy of the keys young where backups are made every night, and drop what is old."""
    if settings.BACKUP_NIGHTLY:
        keys.refresh(now)
    drop_old(now)
