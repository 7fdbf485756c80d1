"""`manage.py purge_expired_sessions`: erase everybody whose time is over, now."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mosaic import watch
from mosaic.people import jobs


class Command(BaseCommand):
    """Runs the same job as the nightly task; exits 1 when somebody could not be erased."""

    help = "Erase every person whose data has expired: rows, files, keys."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --dry-run and --batch."""
        parser.add_argument("--dry-run", action="store_true", help="only count")
        parser.add_argument("--batch", type=int, default=200, help="people per batch (200)")

    def handle(self, *, dry_run: bool, batch: int, **_: object) -> None:
        """Run and print the running count."""
        if batch < 1:
            raise CommandError("--batch takes a number of at least 1.")
        report = jobs.Purge()
        for report in jobs.purge_expired(timezone.now(), batch=batch, dry_run=dry_run):
            if dry_run:
                self.stdout.write(f"{report.due} expired; nothing was erased (dry run).")
                return
            self.stdout.write(f"{report.erased} of {report.due} erased, {report.failed} failed, {report.files} files")
            self.stdout.flush()  # whoever waits sees it move
        watch.beat(watch.EXPIRY)
        if report.failed:
            raise CommandError(f"{report.failed} could not be erased; the next run tries again.")
