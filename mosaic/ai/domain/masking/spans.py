"""What is masked, as spans of a plain copy, and how spans that touch each other become one."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a placeholder stands for; earlier ones give their name to a span that holds several."""

    EMAIL = "EMAIL"
    LINK = "LINK"
    ID = "ID"
    PHONE = "PHONE"
    ADDRESS = "ADDRESS"
    NAME = "NAME"
    # Words of the person that look like a placeholder.
    TEXT = "TEXT"


_ORDER = {kind: place for place, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Found:
    """Something to mask from `start` to `end`. `owner` says which of several spellings are one thing."""

    start: int
    end: int
    kind: Kind
    owner: str = ""


def merged(found: Iterable[Found]) -> list[Found]:
    """Return spans in order, those that overlap as one; nothing that was found is left outside."""
    result: list[Found] = []
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        last = result[-1] if result else None
        if last is None or each.start >= last.end:
            result.append(each)
        else:
            result[-1] = _together(last, each)
    return result


def _together(one: Found, other: Found) -> Found:
    end = max(one.end, other.end)
    first = min((one, other), key=lambda each: (_ORDER[each.kind], each.start - each.end))
    is_whole = first.start == one.start and first.end == end
    return Found(one.start, end, first.kind, first.owner if is_whole else "")
