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
    window = rate.window(now)
    Spending.objects.get_or_create(rate=name, key=key, window=window)
    open_window = Spending.objects.filter(rate=name, key=key, window=window, count__lt=rate.count)
    return open_window.update(count=F("count") + 1) == 1
