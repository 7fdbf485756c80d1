"""What only one of the two databases needs, and whether there is one at all."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection, transaction

TRIES = 5
PAUSE = 0.2
CONNECT_SECONDS = 5


def require_database() -> None:
    """Raise ImproperlyConfigured in one sentence when the database does not answer."""
    asked = connection.copy()
    # A pool goes on trying in the background and says nothing for ten seconds; one connection tells at once.
    if asked.settings_dict["OPTIONS"].pop("pool", None):
        asked.settings_dict["OPTIONS"]["connect_timeout"] = CONNECT_SECONDS
    try:
        asked.ensure_connection()
    except OperationalError as error:
        raise ImproperlyConfigured(
            f"The {connection.vendor} database named by DATABASE_URL does not answer. "
            "Mosaic does not start on another one; check the address and that the server runs."
        ) from error
    finally:
        asked.close()


@contextmanager
def one_moment() -> Iterator[None]:
    """Let everything read in the block be as it was at one moment, whatever others write meanwhile.

    SQLite's transactions are like that; PostgreSQL has to be told before the first question.
    """
    is_outermost = not connection.in_atomic_block
    with transaction.atomic():
        if connection.vendor == "postgresql" and is_outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def forget_deleted() -> bool:
    """Make SQLite drop what was deleted from its write-ahead log; True when nothing is left there.

    Deleted rows stay readable in the log until a checkpoint copies it back and cuts it. A reader can
    hold that up for a moment, so it is tried a few times; the nightly expiry tries again.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return True
    for _ in range(TRIES):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()[0]
        if not busy:
            return True
        time.sleep(PAUSE)
    return False
