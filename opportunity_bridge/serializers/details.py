"""From what a posting says of its terms to a plain answer: each thing with the words that say it."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from opportunity_bridge.domain.details import Details
from opportunity_bridge.domain.said import Said

Shape = dict[str, object]
Code = TypeVar("Code", bound=StrEnum)
Value = TypeVar("Value")


def details_shape(details: Details, text: str, today: date) -> Shape:
    """Return the details of a posting; what it does not say is null or empty."""
    days = {"posted": details.days.posted, "closes": details.days.closes, "starts": details.days.starts}
    hours = details.hours
    return {
        "hours": {"min": hours.value[0], "max": hours.value[1], **_quoted(text, hours)} if hours else None,
        "days": {name: {"day": day.value, **_quoted(text, day)} if day else None for name, day in days.items()},
        "contracts": _codes(text, details.contracts),
        "benefits": _codes(text, details.benefits),
        "apply": _codes(text, details.routes),
        "stale": _codes(text, details.stale(today)),
        "scam": _codes(text, details.scams),
        "contradictions": [
            {
                "matter": one.matter,
                "quote": text[one.start : one.end],
                "against": text[one.against_start : one.against_end],
            }
            for one in details.clashes
        ],
    }


def _codes(text: str, found: Iterable[Said[Code]]) -> list[Shape]:
    return [{"value": one.value, **_quoted(text, one)} for one in found]


def _quoted(text: str, said: Said[Value]) -> Shape:
    return {"quote": text[said.start : said.end], "start": said.start, "end": said.end}
