"""Where a posting says what: its headings, lists and sentences, each with what was announced for it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from mosaic.lexicon.sentences import sentences_of

DATA = Path(__file__).parent.parent / "data"
LONGEST_HEADING = 70
LONGEST_LABEL = 40


class Section(StrEnum):
    """What a heading announced. In an open section each sentence speaks for itself."""

    OPEN = "open"
    DUTIES = "duties"
    MUST = "must"
    NICE = "nice"
    NOT_ASKED = "not_asked"
    BENEFITS = "benefits"
    OFFER = "offer"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or one half of it behind a semicolon: `text[start:end]`."""

    start: int
    end: int
    section: Section
    listed: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    after_gap: bool
    is_bullet: bool
    leads: bool


_BULLET = re.compile(r"^\s*(?:[-–—*•▪◦‣·★✓►>+]|\(?[a-z0-9]{1,2}[.)])\s+")
_LABEL = re.compile(rf"^[*_#>\s]*([^:.;,\n]{{2,{LONGEST_LABEL}}}):[*_]*\s+\S")
# “Must have a CSCS card” asks, it does not announce.
_SAYS_ITSELF = re.compile(r"\W*(?:must|needs? to|you must|you(?:[’']ll| will)? need)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2}")
_NICE_TO = r"(?:would be|is|are|as would|would also be)\s+(?:(?:an?|also|very|always|highly|strongly)\s+)*(?:\w+\s+)?(?:plus|asset|advantage|bonus|desirable|preferred|welcome|helpful|useful|handy|nice to have|appreciated)\b"
_HALF = re.compile(
    rf";\s+|,\s+(?=(?:preferably|ideally)\b)|,\s+(?:and\s+)?(?=[^,.;\n]{{2,45}}?\s+{_NICE_TO})|,\s+(?=as would\b)"
    r"|,?\s+but\s+(?=(?:what )?(?:we|you|I|it|the)\b[^.;\n]{0,30}\b(?:need|must|have to|ask|require|look)\b)",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[^\w(]+|[\s:.!?]+$")


def parts_of(text: str) -> list[Part]:
    """Return the sentences of a posting in order, headings left out."""
    sections = dict(_sections_by_line(text))
    parts = []
    for span in sentences_of(text):
        line = text.rfind("\n", 0, span.start) + 1
        if line not in sections:
            continue
        section, listed = sections[line]
        halves = _halves(text, span.start, span.end)
        parts += [Part(start, end, section, listed) for start, end in halves if _WORD.search(text, start, end)]
    return parts


def announced(heading: str) -> Section:
    """Return what a heading or lead-in announces: the longest known phrase in it decides."""
    return max(_fitting(heading), key=lambda one: one[0], default=(0, Section.OPEN))[1]


def _sections_by_line(text: str) -> Iterator[tuple[int, tuple[Section, bool]]]:
    """Yield the start of each line that is no heading, with its section and whether it is in a list."""
    section, before = Section.OPEN, "nothing"
    for line in _lines(text):
        if line.is_bullet:
            yield line.start, (_labelled(line.text) or section, True)
            before = "list"
        elif _is_heading(line, before):
            section, before = announced(_last_sentence(line.text)), "heading"
            if line.leads and len(line.text) > LONGEST_HEADING:
                yield line.start, (Section.OPEN, False)
        elif before in ("heading", "list") and not line.after_gap and _is_short(line.text):
            yield line.start, (_labelled(line.text) or section, True)
            before = "list"
        else:
            section = section if before == "heading" or (before == "text" and not line.after_gap) else Section.OPEN
            yield line.start, (_labelled(line.text) or section, False)
            before = "text"


def _lines(text: str) -> Iterator[_Line]:
    rows, start = [], 0
    for row in text.split("\n"):
        rows.append((start, row))
        start += len(row) + 1
    filled = [(at, start, row) for at, (start, row) in enumerate(rows) if row.strip()]
    for place, (at, start, row) in enumerate(filled):
        following = filled[place + 1][2] if place + 1 < len(filled) else ""
        yield _Line(
            start=start,
            text=row.strip(),
            after_gap=place == 0 or filled[place - 1][0] < at - 1,
            is_bullet=bool(_BULLET.match(row)),
            leads=bool(_BULLET.match(following)),
        )


def _is_heading(line: _Line, before: str) -> bool:
    if line.leads and not (before == "list" and _is_short(line.text) and not line.after_gap):
        return announced(_last_sentence(line.text)) is not Section.OPEN or _is_short(line.text)
    if not _is_short(line.text):
        return False
    if _SAYS_ITSELF.match(line.text) and not line.text.endswith(":") and not _is_mostly(line.text):
        return False
    if _labelled(line.text) and announced(line.text.partition(":")[2]) is Section.OPEN:
        return False
    is_known = announced(line.text) is not Section.OPEN and len(line.text.split()) <= 7
    if before in ("heading", "list") and not line.after_gap:
        return is_known and (line.text.endswith(":") or _is_mostly(line.text))
    return is_known or line.after_gap


def _is_mostly(line: str) -> bool:
    """Whether most of a line is what announces: “What you get”, not “French or Italian desirable”."""
    return 2 * max((length for length, _ in _fitting(line)), default=0) >= len(_plain(line))


def _is_short(line: str) -> bool:
    if line.endswith("?") and announced(line) is Section.OPEN:
        return False
    return len(line) <= LONGEST_HEADING and (line.endswith(":") or not line.endswith((".", "!", ";", ",")))


def _labelled(line: str) -> Section | None:
    """Return what a line such as “Essential: …” announces for itself."""
    label = _LABEL.match(line)
    fitting = _fitting(label.group(1)) if label else []
    length, section = max(fitting, default=(0, Section.OPEN))
    return section if label and 2 * length >= len(_plain(label.group(1))) else None


def _last_sentence(line: str) -> str:
    return re.split(r"[.!?]\s+", line.rstrip(" :"))[-1]


def _halves(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _HALF.finditer(text, start, end):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < end:
        yield start, end


def _fitting(heading: str) -> list[tuple[int, Section]]:
    words = f" {_plain(heading)} "
    return [(len(phrase), section) for phrase, section in _phrases() if f" {phrase} " in words]


def _plain(heading: str) -> str:
    words = _EDGES.sub("", heading.casefold().replace("’", "'").strip())
    return re.sub(r"[\s:|/.,()]+", " ", words).strip()


@cache
def _phrases() -> tuple[tuple[str, Section], ...]:
    words = tomllib.loads((DATA / "headings.toml").read_text(encoding="utf-8"))
    return tuple((_plain(phrase), Section(name)) for name, phrases in words.items() for phrase in phrases)
