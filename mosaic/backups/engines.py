"""Which way of copying the database fits its engine."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connection

from mosaic.backups import on_postgres, on_sqlite


@dataclass(frozen=True, slots=True)
class Engine:
    """Writing a database into a folder without keys, and loading it from there."""

    dump: Callable[[Path, datetime], int]
    load: Callable[[Path], None]


_ENGINES = {
    "sqlite": Engine(on_sqlite.dump, on_sqlite.load),
    "postgresql": Engine(on_postgres.dump, on_postgres.load),
}


def engine() -> Engine:
    """Return the way that fits DATABASE_URL."""
    return _ENGINES[connection.vendor]
