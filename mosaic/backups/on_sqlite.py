"""Copying an SQLite database while it is in use, and loading a copy in its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import connection

from mosaic.backups import keys, left_out

PART = "database.sqlite3"
BUSY_SECONDS = 20


def dump(folder: Path, now: datetime) -> int:
    """Copy the database, move the keys out of the copy, and write it anew; return the number of people."""
    with _opened() as live, closing(sqlite3.connect(folder / PART, isolation_level=None)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        copy.execute("PRAGMA secure_delete=ON")
        people = keys.write(_keys_in(copy), now)
        copy.execute(f"UPDATE {left_out.PEOPLE} SET {left_out.KEY} = x''")  # noqa: S608  # our own names
        for table in left_out.TABLES:
            copy.execute(f"DELETE FROM {table}")  # noqa: S608  # our own names
        copy.execute("VACUUM")
    return people


def load(folder: Path) -> None:
    """Replace the whole database by the copy."""
    connection.close()
    with _opened() as live, closing(sqlite3.connect(f"{(folder / PART).as_uri()}?mode=ro", uri=True)) as copy:
        copy.backup(live)
        live.execute("PRAGMA journal_mode=WAL")


def _opened() -> "closing[sqlite3.Connection]":
    """Open the database beside Django: a connection that is writing would wait for itself."""
    name = str(connection.settings_dict["NAME"])
    return closing(sqlite3.connect(name, timeout=BUSY_SECONDS, isolation_level=None))


def _keys_in(copy: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    rows = copy.execute(f"SELECT id, {left_out.KEY} FROM {left_out.PEOPLE}")  # noqa: S608  # our own names
    for pk, wrapped in rows:
        yield str(UUID(pk)), bytes(wrapped)
