"""A document as lines: without bullet glyphs and page furniture, each with what its block says of its looks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from mosaic.documents.model import Block, BlockKind, Document
from mosaic.documents.resume.vocabulary import flat, phrases, word_set

_SIGNS = "•▪◦‣●○■□▫►▶▸➢➤➣✓✔❖◆◇◊➔→»›⁃∙⦁⚫✦★☆\uf0b7\uf0a7\uf0d8\uf076\uf02d\u2043·"
GLYPH = re.compile(
    rf"\s*(?:[{_SIGNS}]\s*(?=\S)|[*+]\s+(?=\S)|\*(?=[^\W\d])|[-–—−]\s+(?=\S)|-(?=[^\W\d])"
    r"|o[\t ]+(?=[A-ZÄÖÜÀ-Þ])|\d{1,2}[.)]\s+(?=[^\W\d])|\(\d{1,2}\)\s+(?=\S)|\[\d{1,2}\]\s+)"
)
_ONLY_GLYPHS = re.compile(rf"\s*[{_SIGNS}*o-]\s*$")
_RULE = re.compile(r"[\W_]*$")
_NUMBER_ONLY = re.compile(r"\W*\d{1,2}(?:\s*(?:/|of)\s*\d{1,2})?\W*$")
_FILE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp)$")
_WINDOW = 12
_LONGEST = 800


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document at text[start:end], bullet glyph and outer blanks left off.

    `gap`: a blank line stands before it. `room`: how long lines are around here, for seeing wrapped ones.
    `inside`: it goes on in a block that began on an earlier line.
    """

    text: str
    start: int
    end: int
    bullet: bool = False
    gap: bool = False
    heading: bool = False
    bold: bool = False
    row: bool = False
    inside: bool = False
    size: float = 0.0
    page: int = 1
    column: int = 0
    room: int = 0


def lines_of(document: Document) -> list[Line]:
    """Return the lines that say something."""
    lines: list[Line] = []
    gap = glyph = False
    for line in _raw(document):
        if _RULE.fullmatch(line.text):
            glyph = glyph or bool(line.text and _ONLY_GLYPHS.fullmatch(line.text))
            gap = gap or not line.text
            continue
        if _is_furniture(line.text):
            continue
        lines.append(replace(line, gap=gap, bullet=line.bullet or glyph))
        gap = glyph = False
    return _with_room(_without_repeated(lines))


def _raw(document: Document) -> Iterator[Line]:
    starts = [block.start for block in document.blocks]
    position = 0
    for raw in document.text.split("\n"):
        begin, position = position, position + len(raw) + 1
        text = raw.strip()
        at = begin + raw.find(text) if text else begin
        index = bisect_right(starts, at) - 1
        block = document.blocks[index] if index >= 0 and at < document.blocks[index].end else None
        yield from _bounded(_line(raw, begin, block))


def _bounded(line: Line) -> Iterator[Line]:
    """Yield a line in stretches of bounded length, cut at blanks where there are any."""
    rest = line
    while len(rest.text) > _LONGEST:
        cut = rest.text.rfind(" ", 0, _LONGEST) + 1 or _LONGEST
        yield replace(rest, text=rest.text[:cut].rstrip(), end=rest.start + len(rest.text[:cut].rstrip()))
        after = rest.text[cut:].lstrip()
        rest = replace(rest, text=after, start=rest.end - len(after), bullet=False, inside=True)
    yield rest


def _line(raw: str, begin: int, block: Block | None) -> Line:
    glyph = GLYPH.match(raw)
    body = raw[glyph.end() :] if glyph else raw
    text = body.strip()
    start = begin + (len(raw) - len(body.lstrip()) if text else 0)
    line = Line(text, start, start + len(text), bullet=glyph is not None)
    if block is None:
        return line
    inside = block.start < start - (glyph.end() if glyph else 0) - (len(raw) - len(raw.lstrip()))
    return replace(
        line,
        bullet=line.bullet or (block.kind is BlockKind.BULLET and not inside),
        heading=block.kind is BlockKind.HEADING,
        row=block.kind is BlockKind.ROW,
        inside=inside,
        bold=block.bold,
        size=block.size,
        page=block.page,
        column=block.column,
    )


@cache
def _page() -> re.Pattern[str]:
    pages = "|".join(re.escape(word) for word in sorted(word_set("pages"), reverse=True))
    of = r"\s*(?:of|/|von|de|sur|di|van|z|av|out of)\s*\d+"
    return re.compile(rf"\W*(?:{pages})\s*\d+(?:{of})?\W*$|.{{0,60}}\W(?:{pages})\s*\d+{of}\W*$")


def _is_furniture(text: str) -> bool:
    """Whether a line is a page number or what stands in place of a picture."""
    plain = flat(text).strip(" []()<>-–|!")
    is_picture = plain in phrases("words", "pictures") or _FILE.match(plain)
    return len(text) < 90 and bool(is_picture or _page().match(flat(text)) or _NUMBER_ONLY.match(text))


def _without_repeated(lines: list[Line]) -> list[Line]:
    """Leave out what stands again at the edge of a later page."""
    seen: dict[str, int] = {}
    kept: list[Line] = []
    for index, line in enumerate(lines):
        first = seen.setdefault(line.text, line.page)
        near_edge = any(other.page != line.page for other in lines[max(0, index - 2) : index + 3])
        if first == line.page or not near_edge:
            kept.append(line)
    return kept


def _with_room(lines: list[Line]) -> list[Line]:
    result = []
    for index, line in enumerate(lines):
        around = lines[max(0, index - _WINDOW) : index + _WINDOW + 1]
        room = max(len(other.text) for other in around if other.column == line.column)
        result.append(replace(line, room=min(room, 160)))
    return result


def goes_on(previous: Line, line: Line) -> bool:
    """Whether a line continues the one before it, because there was no room left there."""
    if line.bullet or line.gap or line.heading or line.column != previous.column:
        return False
    if line.inside:
        return True
    words = line.text.split()
    if words[0][0].islower() and not previous.text.endswith((".", ":")):
        return True
    is_full = len(previous.text) + 1 + len(words[0]) > 0.86 * previous.room and previous.room >= 40
    return (
        is_full
        and line.bold == previous.bold
        and (is_left_open(previous) or previous.text.endswith(",") or not _is_name_like(words))
    )


def is_left_open(line: Line) -> bool:
    """Whether a line ends where no sentence and no name can end."""
    last = line.text.rsplit(maxsplit=1)[-1]
    return last in {"&", "-", "/"} or last in word_set("open")


def _is_name_like(words: list[str]) -> bool:
    """Whether a line is made of names only, as titles and employers are; one word says too little."""
    return len(words) > 1 and all(not word[0].islower() or flat(word) in word_set("particles") for word in words)


def bullets_joined(lines: Sequence[Line]) -> list[Line]:
    """Return a list of things with the items that were wrapped in a narrow column made whole."""
    bullets = sum(line.bullet for line in lines)
    result: list[Line] = []
    for line in lines:
        before = result[-1] if result else None
        wrapped = (
            before
            and before.bullet
            and not (line.bullet or line.gap or line.heading or line.bold)
            and 2 * bullets >= len(lines)
        )
        if before and (wrapped or line.inside) and not before.text.endswith(":"):
            result[-1] = joined(before, line)
        else:
            result.append(line)
    return result


def joined(before: Line, line: Line) -> Line:
    """Return two lines as one; its text keeps the places of the document's."""
    return replace(before, text=before.text + " " * (line.start - before.end) + line.text, end=line.end)
