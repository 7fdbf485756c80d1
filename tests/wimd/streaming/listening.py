"""Somebody's program that reads an answer over a socket, event by event, and may leave at any time."""

import json
from collections.abc import Iterator, Mapping
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from tests.people.everything import done, wait
from tests.program import Program
from tests.ps101.answers import FAST_TRACK
from tests.wimd.streaming.talking import TOLD, Event, event_of


class Listener:
    """One connection that reads one answer."""

    def __init__(self, url: str, token: str, turn_id: str = "", *, text: str = TOLD, last: int = 0) -> None:
        """Say something, or listen to an answer behind an event."""
        self.connection = HTTPConnection(urlsplit(url).netloc, timeout=90)
        headers = {"X-Session-ID": token, "Accept": "text/event-stream", "Content-Type": "application/json"}
        if turn_id:
            headers |= {"Last-Event-ID": str(last)} if last else {}
            self.connection.request("GET", f"/wimd/stream/{turn_id}", headers=headers)
        else:
            self.connection.request("POST", "/wimd/stream", json.dumps({"prompt": text}), headers)
        self.answer = self.connection.getresponse()

    def __iter__(self) -> Iterator[Event]:
        """Yield events until the line ends, however it does."""
        lines: list[str] = []
        try:
            for line in self.answer:
                lines.append(line.decode().rstrip("\n"))
                if not lines[-1]:
                    yield event_of("\n".join(lines[:-1]))
                    lines = []
        except (HTTPException, OSError):
            return

    def until(self, name: str) -> Event:
        """Return the next event of a name."""
        return next(event for event in self if event.name == name)

    def leave(self) -> None:
        """Pull the cable."""
        self.answer.close()
        self.connection.close()


def come(url: str, answers: Mapping[str, str] = FAST_TRACK, mode: str = "on") -> Program:
    """Return somebody to whom the coach is open, and what was understood was played back."""
    who = Program(url)
    who.token = str(who.ask("POST", "/session")[1]["session_id"])
    path = f"/ps101/journeys/{done(who.ask('POST', '/ps101/journeys', {'flow': 'fast_track'}))['id']}"
    for key, text in answers.items():
        done(who.ask("PUT", f"{path}/answers/{key}", {"text": text, "version": 0}))
    done(who.ask("POST", f"{path}/complete"))
    wait(lambda: who.ask("GET", "/api/ps101/context")[1].get("status") == "ready")
    assert "This is what I have from you" in str(done(who.ask("POST", "/wimd", {"prompt": "here I am again"})))
    done(who.ask("PUT", "/session/ai", {"mode": mode}))
    return who
