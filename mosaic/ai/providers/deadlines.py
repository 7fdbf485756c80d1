"""A bound on asking and answer as a whole: the time-outs of HTTP begin anew with every byte, so a trickle would never end."""

import time
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import cast

import httpx2


class Deadline:
    """So many seconds from now; `renew` begins them anew."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin."""
        self._seconds, self._clock = seconds, clock
        self.renew()

    def renew(self) -> None:
        """Begin anew: words have come."""
        self._until = self._clock() + self._seconds

    def left(self) -> float:
        """Return the seconds that are left, none when it is over."""
        return max(0.0, self._until - self._clock())

    def check(self) -> None:
        """Raise what HTTP raises when nothing comes for too long."""
        if not self.left():
            raise httpx2.ReadTimeout("no words within the time for them")


_current: ContextVar[Deadline | None] = ContextVar("deadline", default=None)


@contextmanager
def bounded(seconds: float) -> Iterator[Deadline]:
    """Hold the answers to requests made in this block to a deadline, also while they are read later."""
    deadline = Deadline(seconds)
    token = _current.set(deadline)
    try:
        yield deadline
    finally:
        _current.reset(token)


def watch_sending(request: httpx2.Request) -> None:
    """Bind what is sent to the deadline, so that a slow line and a slow answer share it: a hook of the HTTP client."""
    deadline = _current.get()
    if deadline:
        request.stream = _Sent(cast(httpx2.SyncByteStream, request.stream), deadline, request.extensions["timeout"])


def watch(response: httpx2.Response) -> None:
    """Bind an answer to the deadline of its request: a hook of the HTTP client."""
    deadline = _current.get()
    if deadline:
        response.stream = _Watched(cast(httpx2.SyncByteStream, response.stream), deadline)


HOOKS: Mapping[str, list[Callable[..., None]]] = {"request": [watch_sending], "response": [watch]}


class _Watched(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def __iter__(self) -> Iterator[bytes]:
        for block in self._stream:
            self._deadline.check()
            yield block

    def close(self) -> None:
        self._stream.close()


class _Sent(_Watched):
    def __init__(
        self, stream: httpx2.SyncByteStream, deadline: Deadline, timeouts: MutableMapping[str, float | None]
    ) -> None:
        super().__init__(stream, deadline)
        self._timeouts = timeouts

    def __iter__(self) -> Iterator[bytes]:
        yield from super().__iter__()
        # The wait for the answer begins now, with what sending left of the time.
        self._timeouts["read"] = self._deadline.left()
