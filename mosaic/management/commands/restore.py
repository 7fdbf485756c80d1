"""`manage.py restore FOLDER`: a backup in place of what is here, then the purge, then ready."""

from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from mosaic import backups
from mosaic.backups import keys
from mosaic.people.models import Person


class Command(BaseCommand):
    """Stop web and workers first. Whoever has no key any more (erased since) is erased again before the end."""

    help = "Replace database and files by a backup; erase at once everybody expired or erased since."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the folder and where the keys come from."""
        parser.add_argument("folder", type=Path, help="a folder that `backup` wrote")
        parser.add_argument("--replace", action="store_true", help="needed when there are people here now")
        parser.add_argument(
            "--keys",
            default="",
            help="`current` (of the people here now), `newest` (of BACKUP_KEYS_DIR), `none`, or a file; "
            "unset: current when there are people here, else newest",
        )

    def handle(self, *, folder: Path, replace: bool, keys: str, **_: object) -> None:
        """Restore and say who came back."""
        here = _people_here()
        if here and not replace:
            raise CommandError(f"There are {here} people here. Add --replace to put the backup in their place.")
        try:
            done = backups.restore(folder.resolve(), _keys_for(keys, here), timezone.now())
        except backups.BackupRefused as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{done.people} people and {done.files} files are back; {done.erased} expired or erased since then "
            f"were erased again; {done.missing} files are missing."
        )


def _people_here() -> int:
    """Count people; a database that is still empty has none."""
    try:
        return Person.objects.count()
    except DatabaseError:
        return 0


def _keys_for(wanted: str, here: int) -> Iterable[tuple[str, bytes]]:
    wanted = wanted or ("current" if here else "newest")
    if wanted == "none":
        return []
    if wanted == "current":
        return keys.current()
    path = keys.newest() if wanted == "newest" else Path(wanted)
    if path is None:
        raise CommandError("There are no keys any more. With --keys none everybody in the backup is erased.")
    return keys.read(path)
