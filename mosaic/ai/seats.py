"""How many threads of this process may wait for models at once; the rest gets its answer without one, at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Semaphore

from django.conf import settings


class NoSeat(Exception):
    """As many wait already as may."""


_by_number: dict[int, Semaphore] = {}
_onlookers: dict[int, Semaphore] = {}


def _seats() -> Semaphore:
    return _by_number.setdefault(settings.MODEL_SEATS, Semaphore(settings.MODEL_SEATS))


def is_free() -> bool:
    """Whether there is a place at this moment; somebody else may take it in the next."""
    seats = _seats()
    if not seats.acquire(blocking=False):
        return False
    seats.release()
    return True


@contextmanager
def seat() -> Iterator[None]:
    """Take a place for a call. Raises NoSeat at once when there is none."""
    seats = _seats()
    if not seats.acquire(blocking=False):
        raise NoSeat
    try:
        yield
    finally:
        seats.release()


@contextmanager
def onlooker() -> Iterator[bool]:
    """Tell whether a thread may stay to read along what another one was answered; as many may as wait themselves."""
    places = _onlookers.setdefault(settings.MODEL_SEATS, Semaphore(settings.MODEL_SEATS))
    may_stay = places.acquire(blocking=False)
    try:
        yield may_stay
    finally:
        if may_stay:
            places.release()
