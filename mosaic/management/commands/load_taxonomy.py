"""`manage.py load_taxonomy esco|onet DIR`: the official files beside the lexicon of our own."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from mosaic.lexicon.store import LexiconError
from mosaic.lexicon.taxonomies import kept
from mosaic.lexicon.taxonomies.load import SOURCES, Loading
from mosaic.lexicon.taxonomies.official import TaxonomyError

RESTART = "Restart web and workers, then run `manage.py prepare`, so that all of them know."


class Command(BaseCommand):
    """Safe to run again: the same files make the same result. A run that fails leaves what was there."""

    help = "Add the official ESCO (CSV) or O*NET (text or Excel) files from a folder to the lexicon, or remove them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the source, the folder, --dry-run and --remove."""
        parser.add_argument("source", choices=sorted(SOURCES))
        parser.add_argument("folder", type=Path, nargs="?", help="where the download was unpacked")
        parser.add_argument("--dry-run", action="store_true", help="read and count, keep nothing")
        parser.add_argument("--remove", action="store_true", help="take away what was loaded of this source")

    def handle(self, *, source: str, folder: Path | None, dry_run: bool, remove: bool, **_: object) -> None:
        """Load or remove, and say what happened."""
        if remove:
            self._remove(source, dry_run=dry_run)
        elif folder is None:
            raise CommandError(f"Name the folder with the files of {SOURCES[source].name}, or --remove.")
        else:
            self._load(source, folder, dry_run=dry_run)

    def _remove(self, source: str, *, dry_run: bool) -> None:
        name = SOURCES[source].name
        if dry_run:
            is_there = kept.path_of(settings.TAXONOMIES, source).is_file()
            self.stdout.write(f"{name} {'would be removed' if is_there else 'is not loaded'} (dry run).")
        elif kept.remove(settings.TAXONOMIES, source):
            self.stdout.write(f"{name} is removed. {RESTART}")
        else:
            self.stdout.write(f"{name} was not loaded; nothing to remove.")

    def _load(self, source: str, folder: Path, *, dry_run: bool) -> None:
        try:
            loading = Loading(SOURCES[source], folder, settings.TAXONOMIES, self._heard)
            loading.run(dry_run=dry_run)
        except (TaxonomyError, LexiconError) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{error.filename or folder}: {error.strerror}.") from error
        self._count("Added", loading.added)
        self._count("Left out", loading.left)
        self.stdout.write(SOURCES[source].notice)
        self.stdout.write("Nothing was kept (dry run)." if dry_run else f"Kept in {settings.TAXONOMIES}. {RESTART}")

    def _heard(self, file: str, rows: int) -> None:
        self.stdout.write(f"{file}: {rows:,} rows")

    def _count(self, what: str, counts: Counter[str]) -> None:
        for name, count in sorted(counts.items()):
            self.stdout.write(f"{what}: {count:,} {name}")
