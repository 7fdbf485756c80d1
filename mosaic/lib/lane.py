"""A narrow lane in front of the database: few requests work at once, many may wait.

With hundreds of threads and one SQLite writer, letting all run at once makes all slow. Views that
stream are marked with `outside_lane` and bounded elsewhere; who waits for a model steps out meanwhile.
A file is received before its view asks for a place: the sender may be a phone on a train.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import BoundedSemaphore
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from mosaic.lib.uploads import receive, taken_by

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


_held: ContextVar[BoundedSemaphore | None] = ContextVar("lane", default=None)


@contextmanager
def stepped_out() -> Iterator[None]:
    """Leave one's place to others during a wait, and take one again afterwards."""
    permits = _held.get()
    if permits is None:
        yield
        return
    permits.release()
    try:
        yield
    finally:
        permits.acquire()


def outside_lane(view: View) -> View:
    """Mark a view that takes no permit."""
    view.outside_lane = True  # type: ignore[attr-defined]  # read below
    return view


class LaneMiddleware:
    """Lets a fixed number of views of this process run at once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.permits = BoundedSemaphore(settings.LANE_PERMITS)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request and give its permit back."""
        try:
            return self.get_response(request)
        finally:
            if getattr(request, "in_lane", False):
                _held.set(None)
                self.permits.release()

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponseBase], *_: object) -> None:
        """Wait for a permit before the view runs."""
        if getattr(view, "outside_lane", False) or getattr(getattr(view, "cls", None), "outside_lane", False):
            return
        if taken_by(view):
            receive(request)
        self.permits.acquire()
        _held.set(self.permits)
        request.in_lane = True  # type: ignore[attr-defined]  # read above
