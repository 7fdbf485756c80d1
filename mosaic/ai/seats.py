"""How many threads of this process may wait for models at once; the rest gets its answer without one, at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Semaphore

from django.conf import settings


class NoSeat(Exception):
    """As many wait already as may."""


_seats: dict[int, Semaphore] = {}


@contextmanager
def seat() -> Iterator[None]:
    """Take a place for a call. Raises NoSeat at once when there is none."""
    seats = _seats.setdefault(settings.MODEL_SEATS, Semaphore(settings.MODEL_SEATS))
    if not seats.acquire(blocking=False):
        raise NoSeat
    try:
        yield
    finally:
        seats.release()
