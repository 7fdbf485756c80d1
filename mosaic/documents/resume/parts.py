"""A document's sections: which lines belong together under which heading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from mosaic.documents.resume.headings import Heading, heading_of, inline_heading_of
from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Section
from mosaic.documents.resume.tongues import names_language

_AHEAD = 60
_WITH_ENTRIES = frozenset({Section.WORK, Section.VOLUNTEERING, Section.PROJECTS, Section.EDUCATION})


@dataclass(slots=True)
class Part:
    """The lines of one section in reading order; `heading` is the span of its heading's own words."""

    kind: Section
    lines: list[Line] = field(default_factory=list)
    heading: tuple[int, int] | None = None


def parts_of(lines: Sequence[Line], name: Line | None, is_dated: Callable[[Line], bool]) -> list[Part]:
    """Divide the lines. The line with the name begins the header wherever it stands."""
    parts = [Part(Section.HEADER)]
    by_column: dict[int, Part] = {}
    for index, line in enumerate(lines):
        previous = lines[index - 1] if index else line
        if line.column != previous.column and line.column in by_column and line.page != previous.page:
            parts.append(Part(by_column[line.column].kind))
        if name is not None and line.start == name.start:
            if parts[-1].kind is not Section.HEADER:
                parts.append(Part(Section.HEADER))
            parts[-1].lines.append(line)
        else:
            _place(parts, lines, index, is_dated)
        by_column[line.column] = parts[-1]
    return [part for part in parts if part.lines or part.heading]


def _place(parts: list[Part], lines: Sequence[Line], index: int, is_dated: Callable[[Line], bool]) -> None:
    """Put a line into the section it belongs to, a new one when it heads one."""
    line, kind = lines[index], parts[-1].kind
    heading = heading_of(line, among=kind)
    if heading and heading.kind is kind is Section.SKILLS and parts[-1].lines:
        parts[-1].lines.append(replace(line, heading=True))
        return
    heading = heading or _inline(lines, index, kind, is_dated)
    goes_on = heading and heading.kind is Section.OTHER and kind is Section.WORK
    if heading and goes_on and index + 1 < len(lines) and is_dated(lines[index + 1]):
        heading = Heading(Section.WORK, heading.end)
    if heading:
        parts.append(Part(heading.kind, heading=(line.start, min(heading.end, line.end))))
    if heading is None or heading.end < line.end:
        parts[-1].lines.append(_rest(line, heading))


def _rest(line: Line, heading: Heading | None) -> Line:
    if heading is None:
        return line
    return replace(line, text=line.text[heading.end - line.start :], start=heading.end, bullet=False)


def _inline(lines: Sequence[Line], index: int, kind: Section, is_dated: Callable[[Line], bool]) -> Heading | None:
    """Return the heading a line begins with; inside an entry it is only a label of that entry."""
    heading = inline_heading_of(lines[index])
    if heading and heading.kind is Section.LANGUAGES and not names_language(lines[index].text):
        return None
    if heading is None or kind not in _WITH_ENTRIES:
        return None if heading and heading.kind is kind is Section.SKILLS else heading
    for line in lines[index + 1 : index + _AHEAD]:
        if heading_of(line):
            return heading
        if is_dated(line) and not line.bullet:
            return None
    return heading
