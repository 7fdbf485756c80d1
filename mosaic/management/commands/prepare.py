"""`manage.py prepare`: bring the database, the data files and the assets to the state of this code."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from mosaic import staff
from mosaic.lib.assets import are_collected, mark_collected
from mosaic.lib.database import require_database

LOADERS = ("load_flows", "import_prompts", "load_samples")


class Command(BaseCommand):
    """Safe to run again: what is there already is left alone."""

    help = "Migrate, load flows, prompts and sample postings, and collect the assets."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take --no-assets."""
        parser.add_argument("--no-assets", action="store_true", help="leave the assets as they are")

    def handle(self, *, no_assets: bool, **_: object) -> None:
        """Run each part in order."""
        require_database()
        call_command("migrate", verbosity=0, interactive=False)
        staff.refresh()
        for loader in LOADERS:
            call_command(loader, stdout=self.stdout)
        root = Path(settings.STATIC_ROOT)
        if not no_assets and not are_collected(root):
            call_command("collectstatic", verbosity=0, interactive=False)
            mark_collected(root)
