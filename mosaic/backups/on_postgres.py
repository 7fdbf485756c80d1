"""Dumping PostgreSQL with its own tools, from one snapshot, and restoring into an emptied schema."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection, connections
from psycopg import sql

from mosaic.backups import keys, left_out
from mosaic.backups.manifest import BackupRefused
from mosaic.people.models import Person

Cursor = psycopg.Cursor[tuple[Any, ...]]
Connection = psycopg.Connection[tuple[Any, ...]]

PART = "database.dump"
PEOPLE = "people.copy"
COLUMNS = tuple(str(field.column) for field in Person._meta.local_concrete_fields)
BLOCK = 256 * 1024


def dump(folder: Path, now: datetime) -> int:
    """Write everything but the keys, and the keys apart, all as of one moment; return the number of people."""
    with _connected() as session, session.cursor() as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        row = cursor.execute("SELECT pg_export_snapshot()").fetchone()
        skipped = [f"--exclude-table-data={table}" for table in (*left_out.TABLES, left_out.PEOPLE)]
        snapshot = f"--snapshot={row[0] if row else ''}"
        _run("pg_dump", "--format=custom", "--no-owner", "--no-acl", snapshot, *skipped, f"--file={folder / PART}")
        _copy_people(cursor, folder / PEOPLE)
        rows = cursor.stream(sql.SQL("SELECT id, {} FROM {}").format(*_named(left_out.KEY, left_out.PEOPLE)))
        people = keys.write(((str(pk), bytes(wrapped)) for pk, wrapped in rows), now)
        cursor.execute("COMMIT")
    return people


def load(folder: Path) -> None:
    """Empty the schema and fill it from the dump; people come between the data and their constraints."""
    connections.close_all()
    with _connected() as session:
        session.execute("DROP SCHEMA public CASCADE")
        session.execute("CREATE SCHEMA public")
    for section in ("pre-data", "data"):
        _restore(folder, section)
    with _connected() as session, session.cursor() as cursor:
        head, _, _ = (folder / PEOPLE).open(encoding="utf-8").readline().partition("\n")
        _fill_people(cursor, folder / PEOPLE, head.split(","))
    _restore(folder, "post-data")


def _copy_people(cursor: Cursor, path: Path) -> None:
    """Write people as CSV with a head; where the key was there is an empty one."""
    named = [sql.SQL("''::bytea") if name == left_out.KEY else sql.Identifier(name) for name in COLUMNS]
    query = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT (FORMAT csv)").format(
        sql.SQL(", ").join(named), sql.Identifier(left_out.PEOPLE)
    )
    with path.open("wb") as file, cursor.copy(query) as rows:
        file.write((",".join(COLUMNS) + "\n").encode())
        for block in rows:
            file.write(block)


def _fill_people(cursor: Cursor, path: Path, columns: list[str]) -> None:
    query = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv, HEADER)").format(
        sql.Identifier(left_out.PEOPLE), sql.SQL(", ").join(_named(*columns))
    )
    with path.open("rb") as file, cursor.copy(query) as rows:
        while block := file.read(BLOCK):
            rows.write(block)


def _named(*names: str) -> list[sql.Identifier]:
    return [sql.Identifier(name) for name in names]


def _restore(folder: Path, section: str) -> None:
    name = str(connection.settings_dict["NAME"])
    _run(
        "pg_restore", "--exit-on-error", "--no-owner", "--no-acl", f"--section={section}", f"--dbname={name}",
        str(folder / PART),
    )  # fmt: skip


@contextmanager
def _connected() -> Iterator[Connection]:
    """Open a connection beside Django's, because its pool is emptied and its transactions are its own."""
    given = connection.settings_dict
    known = {"host": given["HOST"], "port": given["PORT"], "user": given["USER"], "password": given["PASSWORD"]}
    parts = {name: str(value) for name, value in known.items() if value}
    session = psycopg.connect(dbname=str(given["NAME"]), autocommit=True, **parts)  # type: ignore[arg-type]  # all text
    try:
        yield session
    finally:
        session.close()


def _run(*command: str) -> None:
    """Run one of PostgreSQL's tools. Raises BackupRefused with its last line."""
    given = connection.settings_dict
    known = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    variables = {name: str(given[key]) for name, key in known.items() if given[key]}
    try:
        done = subprocess.run(command, env={**os.environ, **variables}, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise BackupRefused(f"{command[0]} is not installed; PostgreSQL's client tools bring it.") from error
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["no reason given"]
        raise BackupRefused(f"{command[0]} failed: {said[-1]}")
