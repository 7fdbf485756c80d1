"""The row is the queue: work that is waiting, claimed, done or given up is a state on its own row.

A message to a worker is only a wake-up, so losing or doubling it does no harm. A worker claims a row by
a conditional update and holds it for a lease; `attempts` fences off a worker that comes back after
its lease ended and another one took over.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils import timezone

MOST_ATTEMPTS = 3
LEASE = timedelta(minutes=3)
PATIENCE = timedelta(seconds=30)
GAVE_UP = "gave_up"


class WorkState(models.TextChoices):
    """Where a piece of work stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Work(models.Model):
    """The part of a row that makes it a piece of background work. `error` is a code, never words."""

    state = models.CharField(max_length=7, choices=WorkState, default=WorkState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField(default=timezone.now)
    claimed_until = models.DateTimeField(null=True, blank=True)
    error = models.CharField(max_length=40, blank=True)

    class Meta:
        abstract = True


Row = TypeVar("Row", bound=Work)


@dataclass(frozen=True, slots=True)
class Kind:
    """A model of work and how to wake a worker for one of its rows."""

    model: type[Work]
    wake: Callable[[UUID], object]


_kinds: list[Kind] = []


def register(model: type[Work], wake: Callable[[UUID], object]) -> None:
    """Let the sweep look after a model's rows."""
    _kinds.append(Kind(model, wake))


def kinds() -> tuple[Kind, ...]:
    """Return every registered kind of work."""
    return tuple(_kinds)


def claim(model: type[Row], pk: UUID, *, lease: timedelta = LEASE) -> Row | None:
    """Take a row to work on, or return None when it is done, given up or in other hands."""
    now = timezone.now()
    free = Q(state=WorkState.QUEUED) | Q(state=WorkState.RUNNING, claimed_until__lt=now)
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


def postpone(row: Work, until: datetime, why: str) -> bool:
    """Let a claimed row wait until later without counting the attempt; False when another worker has taken it over."""
    mine = type(row)._default_manager.filter(pk=row.pk, state=WorkState.RUNNING, attempts=row.attempts)
    changed = mine.update(
        state=WorkState.QUEUED, attempts=row.attempts - 1, error=why, queued_at=until, claimed_until=None
    )
    row.refresh_from_db()
    return changed == 1


def requeue(row: Work) -> None:
    """Let a row be worked on again from the beginning."""
    row.state, row.attempts, row.error = WorkState.QUEUED, 0, ""
    row.queued_at, row.claimed_until = timezone.now(), None
    row.save(update_fields=["state", "attempts", "error", "queued_at", "claimed_until"])


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
        rows = overdue(kind.model, now)
        rows.filter(attempts__gte=MOST_ATTEMPTS).update(state=WorkState.FAILED, error=GAVE_UP)
        for pk in rows.values_list("pk", flat=True)[:most]:
            yield kind, pk


def oldest_wait(model: type[Work], now: datetime) -> timedelta:
    """Return how long the oldest queued row of a model has waited."""
    first = model._default_manager.filter(state=WorkState.QUEUED).order_by("queued_at").first()
    return now - first.queued_at if first else timedelta(0)


def _settle(row: Work, state: WorkState, error: str) -> bool:
    mine = type(row)._default_manager.filter(pk=row.pk, state=WorkState.RUNNING, attempts=row.attempts)
    changed = mine.update(state=state, error=error, claimed_until=None)
    row.refresh_from_db()
    return changed == 1
