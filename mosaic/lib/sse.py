"""Server-sent events: the lines of the protocol, and the answer that carries them."""

import re
from collections.abc import Iterable

from django.http import HttpRequest, StreamingHttpResponse

TYPE = "text/event-stream"
RETRY = 1500
"""Milliseconds after which a listener whose line broke comes back."""
LONGEST_ID = 9
_LINE = re.compile(r"\r\n|\r|\n")


def event(data: str, *, name: str = "", number: int | None = None, retry: int | None = None) -> bytes:
    """Return one event; data of several lines is several lines of data."""
    lines = [f"event: {name}"] if name else []
    lines += [f"id: {number}"] if number is not None else []
    lines += [f"retry: {retry}"] if retry is not None else []
    lines += [f"data: {line}" for line in _LINE.split(data)]
    return "\n".join((*lines, "", "")).encode()


def last_seen(request: HttpRequest) -> int:
    """Return the number of the last event a listener has, 0 for one who has none."""
    given = request.headers.get("Last-Event-ID", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= LONGEST_ID else 0


def streamed(events: Iterable[bytes]) -> StreamingHttpResponse:
    """Return an answer that sends events as they come, and asks proxies to hold none of them back."""
    return StreamingHttpResponse(
        events, content_type=TYPE, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    )
