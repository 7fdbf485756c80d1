"""`manage.py rotate_keys`: wrap every person's key under the first of DATA_KEYS."""

from django.core.management.base import BaseCommand

from mosaic.people import services


class Command(BaseCommand):
    """Run it after putting a new key in front; afterwards the old one can be left out."""

    help = "Wrap every person's key under the first of DATA_KEYS."

    def handle(self, **_: object) -> None:
        """Go through all people in batches; safe to stop and run again."""
        done, after = services.rewrap_keys()
        total = done
        while done:
            done, after = services.rewrap_keys(after)
            total += done
        self.stdout.write(f"{total} keys wrapped under the first of DATA_KEYS.")
