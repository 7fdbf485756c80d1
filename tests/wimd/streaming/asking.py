"""Saying something and reading the answer, within this process."""

from collections.abc import Iterator

from django.conf import settings
from django.test import Client
from rest_framework.test import APIClient

from tests.wimd.streaming.talking import TOLD, Event, events_in
from wimd.models import Turn

STREAM = "text/event-stream"


def tell(who: APIClient, text: str = TOLD, headers: dict[str, str] | None = None, **more: object) -> Iterator[Event]:
    """Say something; return what is heard, as far as it is asked for."""
    answer = who.post("/wimd/stream", {"prompt": text, **more}, headers={"Accept": STREAM, **(headers or {})})
    assert answer.status_code == 200, answer.content
    assert answer.headers["Content-Type"] == STREAM
    assert answer.headers["X-Accel-Buffering"] == "no"
    return events_in(answer.streaming_content)  # type: ignore[attr-defined]  # it is streamed


def read(who: APIClient, last: int = 0) -> list[Event]:
    """Read the last answer behind an event."""
    headers = {"Last-Event-ID": str(last)} if last else {}
    answer = who.get(f"/wimd/stream/{the_answer().pk}", headers=headers)
    assert answer.status_code == 200
    return list(events_in(answer.streaming_content))  # type: ignore[attr-defined]  # it is streamed


def the_answer() -> Turn:
    return Turn.objects.latest("number")


def browser(who: APIClient) -> Client:
    client = Client()
    client.cookies[settings.PERSON_COOKIE_NAME] = who._credentials["HTTP_X_SESSION_ID"]  # type: ignore[attr-defined]  # what `credentials` was given
    return client
