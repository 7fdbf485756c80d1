"""`manage.py backup`: database and files into BACKUP_DIR, the people's keys into BACKUP_KEYS_DIR."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mosaic import backups


class Command(BaseCommand):
    """Safe while the service runs. Backups older than BACKUP_DAYS and keys older than a day are dropped."""

    help = "Back up database and files; the keys go apart and are kept for 24 hours at most."

    def handle(self, **_: object) -> None:
        """Make one and say where it is."""
        try:
            folder = backups.make(timezone.now())
        except backups.BackupRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Backed up to {folder}; keys in {settings.BACKUP_KEYS_DIR} (24 hours at most).")
