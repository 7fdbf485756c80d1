"""A provider that fails again and again is left alone for a while, by all processes; then one call tries it."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from mosaic.ai.domain.calls import Failure
from mosaic.ai.models import Breaker

FAILURES = 5
"""So many in a row open it."""
REST = timedelta(seconds=60)
TRIAL = timedelta(seconds=35)
"""The one call that tries has so long before another may."""
ONES_OWN_FAULT = (Failure.REFUSED,)
"""A request that is refused says nothing about how the provider is."""


def lets_through(provider: str) -> bool:
    """Whether to ask: always while it is closed; when its rest is over, one caller at a time."""
    now = timezone.now()
    row, _ = Breaker.objects.get_or_create(provider=provider)
    if row.open_until is None:
        return True
    rested = Breaker.objects.filter(provider=provider, open_until__lte=now)
    return bool(rested.update(open_until=now + TRIAL))


def resting() -> set[str]:
    """Return who is left alone at this moment; asking changes nothing."""
    return set(Breaker.objects.filter(open_until__gt=timezone.now()).values_list("provider", flat=True))


def note_answer(provider: str) -> None:
    """It answered: closed."""
    Breaker.objects.filter(provider=provider).update(failures=0, open_until=None, last_answer=timezone.now())


def note_failure(provider: str, failure: Failure) -> None:
    """It failed; enough failures in a row open it."""
    if failure in ONES_OWN_FAULT:
        return
    now = timezone.now()
    rows = Breaker.objects.filter(provider=provider)
    rows.update(failures=F("failures") + 1, last_failure=now, last_error=failure.value)
    rows.filter(failures__gte=FAILURES).update(open_until=now + REST)
