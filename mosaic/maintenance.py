"""The weekly tidying of the database."""

from django.core.management import call_command
from django.db import connection

MOST_FREE = 0.25
"""The share of an SQLite file that may lie empty before it is written anew."""


def maintain() -> str:
    """Drop staff logins that ended, refresh statistics, give back room; return what was done."""
    call_command("clearsessions")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM (ANALYZE)")
            return "vacuumed and analysed"
        cursor.execute("PRAGMA optimize")
        if _free_share() <= MOST_FREE:
            return "optimised"
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return "optimised and written anew"


def _free_share() -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT freelist_count, page_count FROM pragma_freelist_count(), pragma_page_count()")
        free, pages = cursor.fetchone()
    share: float = free / max(1, pages)
    return share
