"""What no field covers, so that a person can see it and put it where it belongs."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache

from mosaic.documents.resume.headings import kind_of
from mosaic.documents.resume.labels import label_of
from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Field, ParsedResume
from mosaic.documents.resume.parts import Part
from mosaic.documents.resume.reach import is_label
from mosaic.documents.resume.spans import trimmed
from mosaic.documents.resume.vocabulary import phrases, table, words_of

_LABELS = ("name", "email", "phone", "address")


@cache
def _date_words() -> frozenset[str]:
    beside = frozenset({"at", "bei", "beim", "chez", "presso", "bij", "hos", "und", "and", "in"})
    return beside | frozenset(
        word
        for key in ("current", "since", "to", "finish")
        for phrase in table("dates")["words"][key]
        for word in words_of(phrase)
    )


def fields_of(value: object) -> Iterator[Field]:
    """Yield every field inside a parsed thing."""
    if isinstance(value, Field):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from fields_of(each)
    elif is_dataclass(value):
        for part in fields(value):
            yield from fields_of(getattr(value, part.name))


def unplaced_in(
    text: str, lines: Sequence[Line], parts: Sequence[Part], parsed: ParsedResume
) -> tuple[tuple[int, int], ...]:
    """Return the stretches that no field and no heading covers, without lone labels and separators."""
    taken = sorted(
        [*((field.start, field.end) for field in fields_of(parsed)), *(part.heading for part in parts if part.heading)]
    )
    found: list[tuple[int, int]] = []
    first = 0
    for line in lines:
        while first < len(taken) and taken[first][1] <= line.start and taken[first][1] - taken[first][0] < 2000:
            first += 1
        inside = (
            [span for span in taken[first:] if span[0] < line.end and line.start < span[1]]
            if first < len(taken)
            else []
        )
        found.extend(_left(text, line, inside))
    return tuple(found)


def _left(text: str, line: Line, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start = line.start
    for begin, end in taken:
        if begin > start:
            yield from _worth_saying(text, start, begin)
        start = max(start, end)
    yield from _worth_saying(text, start, line.end)


def _worth_saying(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start, end = trimmed(text, start, end)
    literal = text[start:end].rstrip(":")
    words = words_of(literal)
    if not any(len(word) > 2 for word in words) or kind_of(literal) or label_of(literal + ":")[0]:
        return
    if all(word in _date_words() for word in words):
        return
    if any(is_label(literal, key) for key in _LABELS) or literal in phrases("names", "titles_of_document"):
        return
    yield start, end
