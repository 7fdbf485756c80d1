"""`manage.py load_flows`: store every flow file as a version that never changes."""

from django.core.management.base import BaseCommand, CommandError

from ps101 import loading


class Command(BaseCommand):
    """Safe to run again: a version that is stored already is left alone."""

    help = "Load the flow files; a new file's version becomes the active one."

    def handle(self, **_: object) -> None:
        """Load and say what happened."""
        try:
            for line in loading.load_all():
                self.stdout.write(line)
        except loading.FlowError as error:
            raise CommandError(str(error)) from error
