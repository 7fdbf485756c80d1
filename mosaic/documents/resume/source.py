"""What every part of the parser reads from: the text and how its dates are written."""

from dataclasses import dataclass, field

from mosaic.documents.resume.date_atoms import Habits
from mosaic.documents.resume.dates import Dated, merged, periods_in
from mosaic.documents.resume.lines import Line

_BESIDE = ",|–—-·•(\t:/;[•"
_BEHIND = ",|–—-·•)\t:/;]."


@dataclass(frozen=True, slots=True)
class Source:
    """A document's text, its habits of writing dates, and the periods already read by line."""

    text: str
    habits: Habits
    region: str = ""
    _read: dict[tuple[int, int], tuple[Dated, ...]] = field(default_factory=dict)

    def dates(self, line: Line) -> tuple[Dated, ...]:
        """Return the periods that date a line; a single year inside a sentence does not."""
        key = (line.start, line.end)
        if key not in self._read:
            found = [
                dated for dated in merged(periods_in(line.text, line.start, self.habits)) if _stands_apart(line, dated)
            ]
            spans = [dated for dated in found if not dated.is_single]
            self._read[key] = tuple(spans or found)
        return self._read[key]


def _stands_apart(line: Line, dated: Dated) -> bool:
    if not dated.is_single:
        return True
    before = line.text[: dated.start - line.start].rstrip(" ")
    after = line.text[dated.end - line.start :].lstrip(" ")
    return not before or not after or before[-1] in _BESIDE or (after[0] in _BEHIND and len(after) > 1)
