"""One text out of the parts a reader found, with blocks and links pointing into it."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from mosaic.documents.letters import bullet_length, cleaned, is_bullet
from mosaic.documents.model import Block, BlockKind, Link
from mosaic.documents.parts import Part, Run, lines_of

BULLET = "• "
LINK_STARTS = ("http://", "https://", "mailto:", "tel:", "www.")
LONGEST_LINK = 2_000


class Composer:
    """Grows the text part by part, up to a number of letters."""

    def __init__(self, most_letters: int) -> None:
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.is_full = False
        self._pieces: list[str] = []
        self._length = 0
        self._most = most_letters

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def add(self, part: Part) -> None:
        """Add a part, line by line; parts without words are left out."""
        for line in lines_of(part):
            self._add_line(_tidy(line))

    def _add_line(self, part: Part) -> None:
        length = sum(len(run.text) for run in part.runs)
        self.is_full = self.is_full or self._length + length > self._most
        if not length or self.is_full:
            return
        if self.blocks:
            self._write("\n\n" if part.after_gap else "\n")
        if part.kind is BlockKind.BULLET:
            self._write(BULLET)
        start = self._length
        for run in part.runs:
            self._write_run(run)
        size, bold = round(part.size, 1), part.bold
        self.blocks.append(Block(part.kind, start, self._length, part.page, part.column, size, bold))

    def _write_run(self, run: Run) -> None:
        start = self._length
        self._write(run.text)
        words = run.text.strip()
        if not run.url or not words:
            return
        start += run.text.index(words)
        last = self.links[-1] if self.links else None
        if last and last.url == run.url and not self.text_between(last.end, start).strip():
            self.links[-1] = replace(last, end=start + len(words))
        else:
            self.links.append(Link(run.url, start, start + len(words)))

    def text_between(self, start: int, end: int) -> str:
        """Return a stretch near the end of the text."""
        tail, position = "", self._length
        for piece in reversed(self._pieces):
            if position <= start:
                break
            tail, position = piece + tail, position - len(piece)
        return tail[max(0, start - position) : max(0, end - position)]

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)


def compose(parts: Iterable[Part], most_letters: int) -> Composer:
    """Put parts together; what goes beyond `most_letters` is left out."""
    composer = Composer(most_letters)
    for part in parts:
        composer.add(part)
    return composer


def _tidy(part: Part) -> Part:
    """Clean a line: no list mark in a list item, single blanks, none at the ends, every letter composed."""
    runs = _composed([replace(run, text=cleaned(run.text), url=_safe(run.url)) for run in part.runs])
    text = "".join(run.text for run in runs)
    mark = 0 if part.kind is BlockKind.HEADING else bullet_length(text)
    if mark or (part.kind is BlockKind.BULLET and is_bullet(text)):
        runs, part = _without(runs, mark or len(text)), replace(part, kind=BlockKind.BULLET)
    runs = _spaced_once(runs)
    kind = part.kind
    has_tab = any("\t" in run.text for run in runs)
    if kind is BlockKind.ROW and not has_tab:
        kind = BlockKind.PARAGRAPH
    return replace(part, kind=kind, runs=tuple(runs))


def _composed(runs: Sequence[Run]) -> list[Run]:
    """Move accents that begin a run to the letter they belong to."""
    result: list[Run] = []
    for run in runs:
        accents = 0
        while result and accents < len(run.text) and unicodedata.combining(run.text[accents]):
            accents += 1
        if accents:
            before = unicodedata.normalize("NFC", result[-1].text + run.text[:accents])
            result[-1] = replace(result[-1], text=before)
        result.append(replace(run, text=run.text[accents:]))
    return result


def _without(runs: Sequence[Run], length: int) -> list[Run]:
    """Cut letters off the front."""
    result = []
    for run in runs:
        result.append(replace(run, text=run.text[length:]))
        length = max(0, length - len(run.text))
    return result


def _spaced_once(runs: Sequence[Run]) -> list[Run]:
    """Leave one blank or tab where two runs both bring one, and none at the ends."""
    result: list[Run] = []
    before = " "
    for run in runs:
        text = run.text
        if before.endswith("\t") or (before.endswith(" ") and text[:1] == " "):
            text = text.lstrip(" \t") if before.endswith("\t") else text.lstrip(" ")
        if text:
            result.append(replace(run, text=text))
            before = text
    while result and not result[-1].text.rstrip():
        result.pop()
    if result:
        result[-1] = replace(result[-1], text=result[-1].text.rstrip())
        result[0] = replace(result[0], text=result[0].text.lstrip())
    return result


def _safe(url: str) -> str:
    url = url.strip()
    return url if url.lower().startswith(LINK_STARTS) and len(url) <= LONGEST_LINK else ""
