"""Somebody to whom the coach is open, and what they hear of a stream."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

TOLD = "I like teaching the new ones how the night shift works"
WORDS = (
    "You said you like teaching ",
    "the new ones. ",
    "The night shift works, you say. ",
    "Who comes to mind first?",
)
SENTENCES = [
    "You said you like teaching the new ones. ",
    "The night shift works, you say. ",
    "Who comes to mind first?",
]


@dataclass(frozen=True)
class Event:
    """One event of a stream."""

    name: str
    data: str
    number: int | None

    @property
    def json(self) -> Any:
        """What it says, for a program."""
        return json.loads(self.data)


def events_in(pieces: Iterable[bytes]) -> Iterator[Event]:
    """Yield the events of a stream as its bytes come."""
    left = b""
    for piece in pieces:
        left += piece
        while b"\n\n" in left:
            block, left = left.split(b"\n\n", 1)
            yield event_of(block.decode())


def event_of(block: str) -> Event:
    """Read one event."""
    fields: dict[str, list[str]] = {}
    for line in block.split("\n"):
        name, _, value = line.partition(": ")
        fields.setdefault(name, []).append(value)
    number = fields.get("id")
    return Event(
        "".join(fields.get("event", ())), "\n".join(fields.get("data", ())), int(number[0]) if number else None
    )


def tokens(events: Iterable[Event]) -> list[str]:
    """Return the pieces of an answer."""
    return [one.json["text"] for one in events if one.name == "token"]


def done(events: Iterable[Event]) -> Mapping[str, Any]:
    """Return how a stream ended; it did."""
    last = list(events)[-1]
    assert last.name == "done"
    result: Mapping[str, Any] = last.json["result"]
    return result
