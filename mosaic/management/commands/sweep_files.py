"""`manage.py sweep_files`: find files without rows and rows without files, now."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mosaic.people import sweeping


class Command(BaseCommand):
    """Does what ends every expiry; exits 1 when a row's file is missing or a folder could not be removed."""

    help = "Remove files that belong to nobody; count rows whose file is missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --dry-run."""
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *, dry_run: bool, **_: object) -> None:
        """Sweep and say what was found."""
        found = sweeping.sweep(timezone.now(), dry_run=dry_run)
        done = "nothing was removed (dry run)" if dry_run else "removed"
        self.stdout.write(
            f"{found.folders} folders of nobody, {found.files} files without a row: {done}. "
            f"{found.missing} rows without their file."
        )
        if found.missing or found.failed:
            raise CommandError(f"{found.missing} files are missing, {found.failed} folders could not be removed.")
