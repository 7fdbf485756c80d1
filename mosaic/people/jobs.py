"""Erasing people: one at a time when they ask, in batches when their time is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog
from django.db import DatabaseError, transaction

from mosaic.lib.database import forget_deleted
from mosaic.people import files, queries, sweeping, traces
from mosaic.people.models import Person, Spending

log = structlog.stdlib.get_logger(__name__)


@dataclass(slots=True)
class Purge:
    """What one run of the expiry found and did."""

    due: int = 0
    erased: int = 0
    failed: int = 0
    files: int = 0


def erase(person_id: UUID) -> int:
    """Erase one person: the key first, then the rows, then the files. Return the number of files."""
    with transaction.atomic():
        Person.objects.filter(pk=person_id).update(wrapped_key=b"")
        Person.objects.filter(pk=person_id).delete()
    traces.forget()
    return files.remove_all(person_id)


def purge_expired(now: datetime, *, batch: int = 200, dry_run: bool = False) -> Iterator[Purge]:
    """Erase everybody whose time is over, yielding the running count after each batch.

    One person who cannot be erased is counted and passed over; the next run tries again. Two runs at
    once do no harm: deleting what is gone deletes nothing. A run that was killed leaves at most one
    batch's files behind, and the sweep at the end of the next one finds them.
    """
    report = Purge(due=queries.expired_people(now).count())
    if dry_run:
        yield report
        return
    after: tuple[datetime, UUID] | None = None
    while chunk := list(queries.expired_people_after(now, after)[:batch]):
        _erase_batch([person_id for person_id, _ in chunk], now, report)
        person_id, expires_at = chunk[-1]
        after = (expires_at, person_id)
        yield report
    _clear_up(now, report)
    yield report


def _erase_batch(people: list[UUID], now: datetime, report: Purge) -> None:
    """Erase a batch in one transaction; when that fails, each person in one of their own."""
    try:
        gone = _drop_expired(people, now)
    except DatabaseError:
        gone = [person_id for one in people for person_id in _drop_alone(one, now, report)]
    for person_id in gone:
        try:
            report.files += files.remove_all(person_id)
            report.erased += 1
        except OSError:
            report.failed += 1
            log.exception("expiry_failed", person=str(person_id))


def _drop_alone(person_id: UUID, now: datetime, report: Purge) -> list[UUID]:
    try:
        return _drop_expired([person_id], now)
    except DatabaseError:
        report.failed += 1
        log.exception("expiry_failed", person=str(person_id))
        return []


@transaction.atomic
def _drop_expired(people: list[UUID], now: datetime) -> list[UUID]:
    """Delete the rows of those who did not come back in the meantime; return who they were."""
    due = queries.expired_people(now).filter(pk__in=people)
    gone = list(due.select_for_update(skip_locked=True).values_list("pk", flat=True))
    Person.objects.filter(pk__in=gone).update(wrapped_key=b"")
    Person.objects.filter(pk__in=gone).delete()
    return gone


def _clear_up(now: datetime, report: Purge) -> None:
    """Take along what lies outside the people's rows."""
    traces.forget()
    swept = sweeping.sweep(now)
    report.files += swept.files
    report.failed += swept.failed
    Spending.objects.filter(window__lt=now - queries.SPENDING_KEPT).delete()
    forget_deleted()
