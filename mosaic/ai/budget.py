"""Money before a call and after it: reserved in one step by all processes together, then settled with what it really took.

A store that does not answer refuses: its error goes up, and nothing is sent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from mosaic.ai.domain.calls import Usage
from mosaic.ai.domain.purposes import Choice
from mosaic.ai.models import LedgerLine, Spent
from mosaic.lib import metrics
from mosaic.lib.crypto import digest

EVERYBODY = "everybody"
MICROS_OF_CENT = 10_000
MICROS_OF_DOLLAR = 1_000_000


class BudgetSpent(Exception):
    """There is no money left for it: `purse` is `person`, `day` or `month`."""

    def __init__(self, purse: str) -> None:
        super().__init__(purse)
        self.purse = purse


@dataclass(frozen=True, slots=True)
class Purse:
    """Whose money, in which window, and how much of it there is, in millionths of a dollar."""

    name: str
    purse: str
    window: str
    limit: int


@dataclass(frozen=True, slots=True)
class Reserved:
    """Money put aside for one call."""

    purses: tuple[Purse, ...]
    micros: int


@transaction.atomic
def reserve(person_id: UUID | None, micros: int) -> Reserved:
    """Put money aside. Raises BudgetSpent, and then nothing is put aside anywhere."""
    purses = tuple(_purses(person_id, timezone.now()))
    # One after the other, always in this order: two calls never wait for each other's rows.
    for purse in purses:
        if not _put_aside(purse, micros):
            raise BudgetSpent(purse.name)
    return Reserved(purses, micros)


def _put_aside(purse: Purse, micros: int) -> bool:
    if micros > purse.limit:
        return False
    has_room = Spent.objects.filter(purse=purse.purse, window=purse.window, micros__lte=purse.limit - micros)
    if has_room.update(micros=F("micros") + micros):
        return True
    # The first of a window, unless it is spent, or somebody else was first in this moment.
    _, is_first = Spent.objects.get_or_create(purse=purse.purse, window=purse.window, defaults={"micros": micros})
    return is_first or has_room.update(micros=F("micros") + micros) == 1


def check(person_id: UUID | None, micros: int) -> None:
    """Raise BudgetSpent where so much could not be put aside at this moment; asking changes nothing."""
    purses = list(_purses(person_id, timezone.now()))
    rows = Spent.objects.filter(purse__in={one.purse for one in purses}, window__in={one.window for one in purses})
    spent = {(purse, window): used for purse, window, used in rows.values_list("purse", "window", "micros")}
    for one in purses:
        if spent.get((one.purse, one.window), 0) + micros > one.limit:
            raise BudgetSpent(one.name)


@transaction.atomic
def settle(reserved: Reserved, micros: int) -> None:
    """Put back what was not needed, or add what was needed more."""
    for purse in reserved.purses:
        rows = Spent.objects.filter(purse=purse.purse, window=purse.window)
        rows.update(micros=F("micros") + micros - reserved.micros)


def note(purpose: str, choice: Choice, usage: Usage, micros: int, *, failed: bool = False) -> None:
    """Add a call to the day's ledger, and to what is counted of this process."""
    day = timezone.now().date()
    added = {
        "calls": F("calls") + 1,
        "failed": F("failed") + int(failed),
        "taken": F("taken") + usage.taken,
        "given": F("given") + usage.given,
        "micros": F("micros") + micros,
    }
    lines = LedgerLine.objects.filter(day=day, purpose=purpose, provider=choice.provider, model=choice.model)
    if not lines.update(**added):
        lines.get_or_create(day=day, purpose=purpose, provider=choice.provider, model=choice.model)
        lines.update(**added)
    metrics.TOKENS.labels(choice.model, "sent").inc(usage.taken)
    metrics.TOKENS.labels(choice.model, "received").inc(usage.given)
    metrics.SPENT.labels(purpose, choice.model).inc(micros / MICROS_OF_DOLLAR)


def forget_before(day: datetime) -> None:
    """Delete purses of people whose day is over; sums of everybody stay."""
    Spent.objects.exclude(purse=EVERYBODY).filter(window__lt=f"{day:%Y-%m-%d}").delete()


def _purses(person_id: UUID | None, now: datetime) -> Iterator[Purse]:
    day, month = f"{now:%Y-%m-%d}", f"{now:%Y-%m}"
    if person_id is not None:
        owner = digest(f"{settings.SECRET_KEY}:{day}:{person_id}")
        yield Purse("person", owner, day, settings.BUDGETS["person"] * MICROS_OF_CENT)
    yield Purse("day", EVERYBODY, day, settings.BUDGETS["day"] * MICROS_OF_CENT)
    yield Purse("month", EVERYBODY, month, settings.BUDGETS["month"] * MICROS_OF_CENT)
