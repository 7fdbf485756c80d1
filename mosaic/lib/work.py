"""The row is the queue: work that is waiting, claimed, done or given up is a state on its own row.

A message to a worker is only a wake-up, so losing or doubling it does no harm. A worker claims a row by
a conditional update and holds it for a lease; `attempts` fences off a worker that comes back after
its lease ended and another one took over.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils import timezone

MOST_ATTEMPTS = 3
LEASE = timedelta(minutes=3)
PATIENCE = timedelta(seconds=30)
GAVE_UP = "gave_up"
FEW = 20
WAKE_SECONDS = 60
"""A wake-up of the sweep counts for so long: while no worker takes any, the sweep wakes again, and they do not pile up."""


class WorkState(models.TextChoices):
    """Where a piece of work stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Work(models.Model):
    """The part of a row that makes it a piece of background work. `error` is a code, never words.

    With `waits_since` it waits for room (`mosaic.lib.room`), and is not taken before `queued_at`.
    """

    state = models.CharField(max_length=7, choices=WorkState, default=WorkState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField(default=timezone.now)
    claimed_until = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=40, blank=True)
    waits_since = models.DateTimeField(
        null=True, blank=True, help_text="there was no room for a model; it is tried again at queued_at"
    )

    class Meta:
        abstract = True


Row = TypeVar("Row", bound=Work)


class Task(Protocol):
    """What Celery makes of a function that takes the id of a row."""

    def apply_async(self, args: tuple[str], *, queue: str, expires: float) -> object:
        """Send a message."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A model of work, and how to wake a worker for one of its rows."""

    model: type[Work]
    task: Task
    queue: str = "person"

    def wake(self, pk: UUID) -> None:
        """Send a message that counts for a while."""
        self.task.apply_async((str(pk),), queue=self.queue, expires=WAKE_SECONDS)


_kinds: list[Kind] = []


def register(model: type[Work], task: Task) -> None:
    """Let the sweep look after a model's rows."""
    _kinds.append(Kind(model, task))


def kinds() -> tuple[Kind, ...]:
    """Return every registered kind of work."""
    return tuple(_kinds)


def claim(model: type[Row], pk: UUID, *, lease: timedelta = LEASE) -> Row | None:
    """Take a row to work on, or return None when it is done, given up, in other hands or to be tried later."""
    now = timezone.now()
    is_due = Q(waits_since__isnull=True) | Q(queued_at__lte=now)
    free = Q(is_due, state=WorkState.QUEUED) | Q(state=WorkState.RUNNING, claimed_until__lt=now)
    taken = model._default_manager.filter(free, pk=pk, attempts__lt=MOST_ATTEMPTS).update(
        state=WorkState.RUNNING, attempts=F("attempts") + 1, claimed_until=now + lease
    )
    return model._default_manager.get(pk=pk) if taken else None


def finish(row: Work) -> bool:
    """Mark a claimed row as done; False when another worker has taken it over."""
    return _settle(row, WorkState.DONE, "")


def fail(row: Work, error: str) -> bool:
    """Mark a claimed row as failed with a code; False when another worker has taken it over."""
    return _settle(row, WorkState.FAILED, error)


def requeue(row: Work) -> None:
    """Let a row be worked on again from the beginning."""
    row.state, row.attempts, row.error = WorkState.QUEUED, 0, ""
    row.queued_at, row.claimed_until, row.waits_since = timezone.now(), None, None
    row.save(update_fields=["state", "attempts", "error", "queued_at", "claimed_until", "waits_since"])


def still_mine(row: Work) -> bool:
    """Whether a claim still holds, asked inside the transaction that stores the result."""
    rows = type(row)._default_manager.select_for_update()
    return rows.filter(pk=row.pk, state=WorkState.RUNNING, attempts=row.attempts).exists()


def overdue(model: type[Work], now: datetime) -> QuerySet[Work]:
    """Return rows whose wake-up or worker seems lost."""
    waiting = Q(state=WorkState.QUEUED, queued_at__lt=now - PATIENCE)
    abandoned = Q(state=WorkState.RUNNING, claimed_until__lt=now)
    return model._default_manager.filter(waiting | abandoned)


def sweep(now: datetime, *, most: int = 500) -> Iterator[tuple[Kind, UUID]]:
    """Give up what was tried too often; yield what to wake a worker for."""
    for kind in _kinds:
        rows = overdue(kind.model, now).order_by("queued_at")
        rows.filter(attempts__gte=MOST_ATTEMPTS).update(state=WorkState.FAILED, error=GAVE_UP, waits_since=None)
        asked_for = rows.filter(waits_since__isnull=True).values_list("pk", flat=True)
        yield from ((kind, pk) for pk in asked_for[:most])
        # Nobody sits before what waits for room: a few at a time, where nobody's own work is behind them.
        later = rows.filter(waits_since__isnull=False).values_list("pk", flat=True)
        yield from ((replace(kind, queue="bulk"), pk) for pk in later[:FEW])


def oldest_wait(model: type[Work], now: datetime) -> timedelta:
    """Return how long the oldest queued row of a model has waited for a worker; waiting for room is no fault of theirs."""
    queued = model._default_manager.filter(state=WorkState.QUEUED, waits_since__isnull=True)
    first = queued.order_by("queued_at").first()
    return now - first.queued_at if first else timedelta(0)


def _settle(row: Work, state: WorkState, error: str) -> bool:
    mine = type(row)._default_manager.filter(pk=row.pk, state=WorkState.RUNNING, attempts=row.attempts)
    changed = mine.update(state=state, error=error, claimed_until=None, waits_since=None)
    row.refresh_from_db()
    return changed == 1
