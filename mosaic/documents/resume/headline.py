"""What somebody calls themselves: beside the name or on the lines next to it."""

from collections.abc import Sequence

from mosaic.documents.resume.address import Span
from mosaic.documents.resume.clues import title_clue
from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Field
from mosaic.documents.resume.names import NameFound
from mosaic.documents.resume.places import place_clue
from mosaic.documents.resume.reach import is_any_label
from mosaic.documents.resume.source import Source
from mosaic.documents.resume.spans import field_at
from mosaic.documents.resume.vocabulary import phrases

_MOST_IN_HEADLINE = 90


def headline_of(
    source: Source, own: Sequence[Line], name: NameFound | None, stretches: Sequence[Span], place: Field | None
) -> Field | None:
    """Return what somebody calls themselves: beside the name or on the lines next to it."""
    if name is None or name.line not in own:
        return None
    near = own.index(name.line)
    close = own[max(0, near - 1) : near + 8]
    for start, end in stretches:
        line = next((line for line in close if line.start <= start <= line.end), None)
        field = field_at(source.text, start, end)
        if line is None or field is None or (place and field.start < place.end and place.start < field.end):
            continue
        is_next = own.index(line) <= near + 2
        if (
            not is_any_label(field.value)
            and _can_be_headline(field.value)
            and _is_headline(field.value, is_next=is_next, is_below=_is_below(line, name))
        ):
            return field
    return None


def _is_headline(value: str, *, is_next: bool, is_below: bool) -> bool:
    clue = title_clue(value)
    return clue >= 1.0 or (is_below and len(value.split()) <= 8) if is_next else clue >= 2.5


def _can_be_headline(value: str) -> bool:
    if (
        len(value) > _MOST_IN_HEADLINE
        or ":" in value
        or any(letter.isdigit() for letter in value)
        or value.endswith(".")
    ):
        return False
    return value not in phrases("names", "titles_of_document") and place_clue(value) <= 0 and len(value) > 3


def _is_below(line: Line, name: NameFound) -> bool:
    return line.start > name.line.start
