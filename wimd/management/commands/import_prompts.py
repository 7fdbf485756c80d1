"""`manage.py import_prompts [FILE]`: make a prompt file the active version of the library."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from wimd import loading


class Command(BaseCommand):
    """A file that is stored already changes nothing."""

    help = "Load a prompt file (columns id, prompt, completion, tag) as the active version."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take a file; without one, the library that ships with Mosaic."""
        parser.add_argument("file", nargs="?", type=Path, default=loading.FILE)

    def handle(self, *, file: Path, **_: object) -> None:
        """Load and say what happened."""
        try:
            self.stdout.write(loading.load(file))
        except OSError as error:
            raise CommandError(f"There is no file {file} that can be read.") from error
        except loading.PromptFileError as error:
            raise CommandError(f"Nothing was loaded from {file}.\n{error}") from error
