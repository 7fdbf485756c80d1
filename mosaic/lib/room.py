"""Work that a model could not be asked for, because a budget is used up or all places are taken: it waits for room.

What was done without a model stands meanwhile. The row is the queue here, too: it says since when it waits and when
it is tried again, so that a lost message or worker loses nothing, and an early message does nothing.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mosaic.lib import work
from mosaic.lib.work import Kind, Work, WorkState

NO_ROOM = "no_room"
SHORTEST, LONGEST = timedelta(minutes=5), timedelta(hours=1)
KEPT = timedelta(hours=24)
OWNER = "person_id"
"""The column that says whose a row is; all work here is somebody's."""


def next_try(since: datetime, now: datetime) -> datetime | None:
    """Return when to try what waits again, or None when it has waited for a day.

    After as long as it has waited already, but not within five minutes, and at least every hour.
    """
    until = since + KEPT
    if now >= until:
        return None
    return min(now + min(max(now - since, SHORTEST), LONGEST), until)


def wait(row: Work) -> bool:
    """Let a claimed row wait, without counting the attempt.

    False when it has waited for a day, or another worker has taken it over: then its caller settles it.
    """
    now = timezone.now()
    since = row.waits_since or now
    again = next_try(since, now)
    mine = type(row)._default_manager.filter(pk=row.pk, state=WorkState.RUNNING, attempts=row.attempts)
    if again is None or not mine.update(
        state=WorkState.QUEUED, attempts=row.attempts - 1, error=NO_ROOM, queued_at=again, waits_since=since,
        claimed_until=None,
    ):  # fmt: skip
        return False
    row.refresh_from_db()
    return True


def is_waiting(row: Work) -> bool:
    """Whether a row waits for room at this moment."""
    return row.state == WorkState.QUEUED and row.waits_since is not None


def try_now(row: Work) -> bool:
    """Let a waiting row be tried at once; True for whoever has to wake a worker for it."""
    now = timezone.now()
    rows = type(row)._default_manager.filter(pk=row.pk, state=WorkState.QUEUED, waits_since__isnull=False)
    return rows.filter(queued_at__gt=now).update(queued_at=now) == 1


def look_again(person_id: UUID) -> None:
    """Try at once whatever of a person waits: what they allow is something else now."""
    for kind, row in _waiting_of(person_id):
        if try_now(row):
            transaction.on_commit(partial(kind.wake, row.pk))


def _waiting_of(person_id: UUID) -> Iterator[tuple[Kind, Work]]:
    for kind in work.kinds():
        rows = kind.model._default_manager.filter(state=WorkState.QUEUED, waits_since__isnull=False)
        yield from ((kind, row) for row in rows.filter(**{OWNER: person_id}))
