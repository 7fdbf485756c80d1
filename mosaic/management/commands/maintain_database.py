"""`manage.py maintain_database`: the weekly tidying, now."""

from django.core.management.base import BaseCommand

from mosaic import maintenance


class Command(BaseCommand):
    """Does what the weekly task does. Safe at any time; SQLite's writers wait while a file is written anew."""

    help = "Refresh the database's statistics, give back room, drop staff logins that ended."

    def handle(self, **_: object) -> None:
        """Tidy and say what was done."""
        self.stdout.write(f"The database was {maintenance.maintain()}.")
