"""What a backup holds, how long it stays, and when it is refused."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from mosaic import backups
from mosaic.backups import keys, manifest
from mosaic.people import files
from tests.people.people import make_person

NOW = datetime(2026, 11, 21, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _folders(settings: Settings, tmp_path: Path) -> None:
    settings.BACKUP_DIR = tmp_path / "backups"
    settings.BACKUP_KEYS_DIR = tmp_path / "keys"


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="pg_dump does not see what a test has not committed")
class TestMaking:
    def test_keys_lie_apart_from_what_they_open(self) -> None:
        person = make_person()
        files.write(person.pk, [b"a file"])
        folder = backups.make(NOW)
        everything = b"".join(path.read_bytes() for path in folder.iterdir())
        assert bytes(person.wrapped_key) not in everything
        assert person.pk.hex.encode() in everything
        newest = keys.newest()
        assert newest is not None
        assert dict(keys.read(newest)) == {str(person.pk): bytes(person.wrapped_key)}
        assert newest.stat().st_mode & 0o077 == 0

    def test_a_changed_part_is_refused(self) -> None:
        folder = backups.make(NOW)
        with (folder / "media.tar").open("ab") as file:
            file.write(b"more")
        with pytest.raises(backups.BackupRefused, match=r"media\.tar is missing or damaged"):
            manifest.read(folder, "sqlite")

    def test_another_engine_is_refused(self) -> None:
        with pytest.raises(backups.BackupRefused, match="DATABASE_URL names postgresql"):
            manifest.read(backups.make(NOW), "postgresql")

    def test_people_who_are_here_are_not_replaced_by_accident(self) -> None:
        make_person()
        with pytest.raises(CommandError, match="Add --replace"):
            call_command("restore", str(backups.make(NOW)))


def test_something_that_is_no_backup_is_refused(tmp_path: Path) -> None:
    with pytest.raises(backups.BackupRefused, match="not a whole backup"):
        manifest.read(tmp_path, "sqlite")


@pytest.mark.parametrize(
    ("kind", "age", "stays"),
    [
        ("backups", timedelta(days=6, hours=23), True),
        ("backups", timedelta(days=7), False),
        ("keys", timedelta(hours=22), True),
        ("keys", timedelta(hours=23), False),
    ],
)
def test_backups_stay_a_week_and_their_keys_a_day(tmp_path: Path, kind: str, age: timedelta, stays: bool) -> None:
    path = tmp_path / kind / (manifest.stamp(NOW - age) + (".keys" if kind == "keys" else ""))
    path.parent.mkdir()
    path.touch() if kind == "keys" else path.mkdir()
    backups.drop_old(NOW)
    assert path.exists() is stays


@pytest.mark.django_db
def test_keys_are_written_anew_every_six_hours_where_nights_are_backed_up(settings: Settings) -> None:
    settings.BACKUP_NIGHTLY = True
    for hours in (0, 1, 7):
        backups.tend(NOW + timedelta(hours=hours))
    assert len(list(settings.BACKUP_KEYS_DIR.iterdir())) == 2
