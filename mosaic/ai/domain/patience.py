"""Asking again after a failure that passes, within one bound for all attempts together."""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from mosaic.ai.domain.calls import ProviderFailed

Found = TypeVar("Found")
ATTEMPTS = 3
FIRST_WAIT = 0.5
"""Seconds before the second attempt; doubled for the third, each cut by up to a half at random."""


def patiently(
    attempt: Callable[[float], Found],
    *,
    seconds: float,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
    chance: Callable[[], float] = random.random,
) -> Found:
    """Return what an attempt returns, given the seconds that are left. Raises the last ProviderFailed.

    A provider that asks for a longer wait than is left is not waited for.
    """
    until = clock() + seconds
    for number in range(1, ATTEMPTS + 1):
        try:
            return attempt(until - clock())
        except ProviderFailed as error:
            wait = FIRST_WAIT * 2 ** (number - 1) * (1 - chance() / 2)
            wait = max(wait, error.wait or 0)
            if number == ATTEMPTS or not error.failure.passing or clock() + wait >= until:
                raise
            sleep(wait)
    raise AssertionError("the last attempt returns or raises")
