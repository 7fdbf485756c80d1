"""Rates as rows, so that all processes and machines agree."""

from datetime import datetime

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from mosaic.lib.crypto import digest
from mosaic.people.domain.rates import Rate
from mosaic.people.models import Spending


class RateExceeded(Exception):
    """Too often; `wait` is the number of seconds until it may be tried again."""

    def __init__(self, wait: int) -> None:
        super().__init__(wait)
        self.wait = wait


def spend(name: str, key: str) -> None:
    """Use one of a rate for a person's id or an address. Raises RateExceeded."""
    rate = Rate.parse(settings.RATES[name])
    now = timezone.now()
    if not _count(name, digest(f"{settings.SECRET_KEY}:{key}"), rate, now):
        raise RateExceeded(rate.wait(now))


def _count(name: str, key: str, rate: Rate, now: datetime) -> bool:
    row = {"rate": name, "key": key, "window": rate.window(now)}
    has_room = Spending.objects.filter(**row, count__lt=rate.count)
    if has_room.update(count=F("count") + 1):
        return True
    # The first of a window, unless it is full, or somebody else was first in this moment.
    _, is_first = Spending.objects.get_or_create(**row, defaults={"count": min(1, rate.count)})
    return rate.count > 0 if is_first else has_room.update(count=F("count") + 1) == 1
