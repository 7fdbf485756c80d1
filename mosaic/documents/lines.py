"""Lines of a column: segments side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mosaic.documents.bands import rows_of
from mosaic.documents.columns import Leaf
from mosaic.documents.letters import bullet_length, is_bullet
from mosaic.documents.parts import Run
from mosaic.documents.segments import Segment, runs_of, segment_of

TITLE_WORDS, TITLE_LETTERS = 4, 4
FEWEST_GAPS, EVEN, WIDER = 3, 1.0, 12.0
_OPEN_WORDS = "and or of for the a an in to with at by on from und oder für der die das mit et ou de du des la le les y e o do da dos del di della van het en i w z och"
_OPEN_END = re.compile(rf"(?:[,;&/(–—|·•+-]|\b(?:{'|'.join(_OPEN_WORDS.split())}))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column. `room` is where its column ends."""

    segments: tuple[Segment, ...]
    page: int
    column: int
    room: float

    @property
    def base(self) -> float:
        """Where the line stands."""
        return self.segments[0].base

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return max(each.right for each in self.segments)

    @property
    def size(self) -> float:
        """The size of its letters."""
        return max(self.segments, key=lambda each: len(each.text)).size

    @property
    def is_bold(self) -> bool:
        """Whether more of its letters are bold than not."""
        glyphs = [glyph for each in self.segments for glyph in each.glyphs]
        return 2 * sum(glyph.style.bold for glyph in glyphs) > len(glyphs)

    @property
    def is_row(self) -> bool:
        """Whether there are several cells."""
        return len(self.segments) > 1

    @property
    def words(self) -> int:
        """The number of words."""
        return sum(each.words for each in self.segments)

    @property
    def starts_small(self) -> bool:
        """Whether it begins with a small letter."""
        return self.segments[0].text[:1].islower()

    @property
    def text(self) -> str:
        """Its words, with a tab for every wide gap."""
        return "\t".join(each.text for each in self.segments)

    @property
    def text_left(self) -> float:
        """Where the words behind a list mark begin; where the line begins without one."""
        glyphs = self.segments[0].glyphs
        if not bullet_length(self.text):
            return self.left
        return next((glyph.left for glyph in glyphs[1:] if not is_bullet(glyph.letter)), self.left)


def lines_of_leaf(leaf: Leaf, page: int) -> list[Line]:
    """Return the lines of a leaf from top to bottom. Titles in the margin are lines of their own."""
    lines = []
    for row in rows_of(leaf.segments):
        segments = sorted(row, key=lambda each: each.left)
        titles = 1 if len(segments) > 1 and _is_margin_title(segments[0], segments[1]) else 0
        pieces = (segments[:titles], segments[titles:])
        lines += [Line(tuple(each), page, leaf.column, leaf.right) for each in pieces if each]
    return [_drawn_together(lines, index) for index in range(len(lines))]


def cells_of(line: Line) -> list[list[Run]]:
    """Return the letters of each segment with their looks."""
    return [runs_of(each) for each in line.segments]


def first_word_width(segment: Segment) -> float:
    """Return how wide the first word is."""
    word = segment.text.split()[0] if segment.text.split() else ""
    return (segment.right - segment.left) * len(word) / max(1, len(segment.text))


def is_open(text: str) -> bool:
    """Whether words end in a way in which no sentence, no title and no list ends."""
    return bool(_OPEN_END.search(text))


def _drawn_together(lines: Sequence[Line], index: int) -> Line:
    """Take a line of prose for one that was only spread out to fill its column."""
    line = lines[index]
    gaps = [after.left - before.right for before, after in pairwise(line.segments)]
    if len(gaps) < FEWEST_GAPS or max(gaps) - min(gaps) > EVEN:
        return line
    beside = [other for other in lines[max(0, index - 1) : index + 2] if not other.is_row and other.words > TITLE_WORDS]
    is_prose = any(abs(other.size - line.size) < EVEN and other.right - line.right > -WIDER for other in beside)
    return (
        replace(line, segments=(segment_of([glyph for each in line.segments for glyph in each.glyphs]),))
        if is_prose
        else line
    )


def _is_margin_title(title: Segment, words: Segment) -> bool:
    """Whether a section's title stands in the margin beside its first line."""
    if title.words > TITLE_WORDS or any(letter.isdigit() for letter in title.text) or bullet_length(title.text):
        return False
    shouts = len(title.text) >= TITLE_LETTERS and title.text == title.text.upper() != title.text.lower()
    return shouts and words.text != words.text.upper()
