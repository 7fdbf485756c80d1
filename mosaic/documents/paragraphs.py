"""Lines of a column put together to paragraphs, list items and rows."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from mosaic.documents.cells import cell_under, continues_row
from mosaic.documents.joints import joined_runs
from mosaic.documents.letters import bullet_length
from mosaic.documents.lines import Line, cells_of, first_word_width, is_open
from mosaic.documents.model import BlockKind
from mosaic.documents.parts import Part, Run

# “2006 – 2009”, broken before its dash.
_YEAR_AT_END = re.compile(r"\b(?:19|20)\d\d$")
_TO_YEAR = re.compile(r"[-–—]\s*(?:[^\W\d]{3,}\.?\s+|\d{1,2}[./])?(?:19|20)\d\d\b")
_HYPHENATED = re.compile(r"[^\W\d_]{2,}[-\u2010]$")
_ADDRESS = re.compile(r"\S*[\w-][@./][\w-]\S*")
_DATED = re.compile(r"(?=.*\b(?:19|20)\d\d\b).{3,39}[^.,;]")
_LABEL = re.compile(r"[^\W\d_][\w &/-]{1,28}:\s")
SENTENCE_WORDS, TITLE_WORDS = 5, 3
# Distances in multiples of the usual step between lines or, where that is not known, of the letter size.
GAP, WIDE_GAP, USUAL_STEP, WIDEST_STEP, FEWEST_STEPS = 1.35, 1.4, 1.25, 2.6, 3
SIZE_STEP, LARGE, INDENT, FAR_INDENT = 1.08, 1.3, 3.0, 4.0
# How much of its column a line fills that was clearly broken, and one that shows where lines are broken.
CLEARLY_WRAPPED, PROSE_LENGTH = 0.65, 0.8


def parts_of(lines: Sequence[Line]) -> Iterator[Part]:
    """Yield the paragraphs of one column."""
    flow = _Flow(lines)
    paragraph: list[Line] = []
    after_gap = True
    for line in lines:
        if paragraph and flow.goes_on(paragraph, line):
            paragraph.append(line)
            continue
        if paragraph:
            yield _part(paragraph, after_gap)
            after_gap = line.base - paragraph[-1].base > WIDE_GAP * flow.step
        paragraph = [line]
    if paragraph:
        yield _part(paragraph, after_gap)


class _Flow:
    """What the lines of a column have in common: their distance, and whether there are sentences longer than a line."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.step = _usual_step(lines)
        self._size = median(line.size for line in lines) if lines else 0.0
        self._has_prose = any(self._is_surely_broken(last, line) for last, line in pairwise(lines))

    def goes_on(self, paragraph: Sequence[Line], line: Line) -> bool:
        """Whether a line continues the paragraph above it."""
        first, last = paragraph[0], paragraph[-1]
        if line.base - last.base > GAP * self._step_of(line) or not _is_alike(last, line):
            return False
        if first.is_row or line.is_row:
            return continues_row(paragraph, line)
        if _is_one_word_or_period(last, line):
            return True
        if bullet_length(line.text) and not _is_dash_inside(first, last, line):
            return False
        if bullet_length(first.text):
            return _continues_item(first, last, line)
        return _is_aligned(first, line) and self._reads_on(last, line)

    def _step_of(self, line: Line) -> float:
        """Return the distance of lines as large as this one; a name in large letters has a wider one than the text."""
        return max(self.step, USUAL_STEP * line.size) if line.size > LARGE * self._size else self.step

    def _reads_on(self, last: Line, line: Line) -> bool:
        """Whether the words of two lines can be one sentence, broken where the column ends."""
        if is_open(last.text):
            return _is_full(last, line)
        if any(_ADDRESS.fullmatch(each.text) for each in (last, line)) or _DATED.fullmatch(line.text):
            return False
        if last.is_bold and line.is_bold:
            return _touches(last, line) and (line.starts_small or line.words <= TITLE_WORDS)
        if line.starts_small:
            # A list without marks may be all small letters, so even those need a few words before them.
            return last.words >= SENTENCE_WORDS - 1 and _is_long(last)
        is_prose = self._has_prose and not (last.is_bold or line.is_bold or _LABEL.match(line.text))
        return is_prose and last.words >= SENTENCE_WORDS and _touches(last, line)

    def _is_surely_broken(self, last: Line, line: Line) -> bool:
        """Whether a sentence was broken between two lines, to tell by a small letter."""
        if last.is_row or line.is_row or not line.starts_small or line.base - last.base > GAP * self.step:
            return False
        is_prose = last.words >= SENTENCE_WORDS and line.words > 1
        return is_prose and _is_long(last, PROSE_LENGTH) and not _DATED.fullmatch(line.text)


def _usual_step(lines: Sequence[Line]) -> float:
    steps = [below.base - line.base for line, below in pairwise(lines)]
    size = median(line.size for line in lines) if lines else 0.0
    usual = median(steps) if len(steps) >= FEWEST_STEPS else USUAL_STEP * size
    return min(max(usual, size), WIDEST_STEP * size)


def _is_alike(last: Line, line: Line) -> bool:
    return max(line.size, last.size) <= SIZE_STEP * min(line.size, last.size)


def _continues_item(first: Line, last: Line, line: Line) -> bool:
    """Whether a line stands under the words of a list item, or could not stand beside its mark."""
    hangs = first.text_left > first.left + INDENT and abs(line.left - first.text_left) < INDENT
    if hangs or (is_open(last.text) and _touches(last, line)):
        return True
    if _DATED.fullmatch(line.text) or last.is_bold != line.is_bold:
        return False
    return line.left > first.left - INDENT and _is_full(last, line)


def _is_one_word_or_period(last: Line, line: Line) -> bool:
    """Whether what two lines break is one word, or the years from one to another."""
    if _HYPHENATED.search(last.text) and line.starts_small and not bullet_length(line.text):
        return True
    return bool(_YEAR_AT_END.search(last.text) and _TO_YEAR.match(line.text))


def _is_dash_inside(first: Line, last: Line, line: Line) -> bool:
    """Whether a line only happens to begin with the dash of its sentence."""
    if line.text[0] not in "-–—":
        return False
    if bullet_length(first.text):
        return line.left > first.left + INDENT
    words = line.text[bullet_length(line.text) :]
    return not words[:1].isupper() and abs(line.left - last.left) < 1 and _is_full(last, line)


def _is_aligned(first: Line, line: Line) -> bool:
    is_centred = abs(first.left + first.right - line.left - line.right) < 2 * INDENT
    return is_centred or first.left - INDENT < line.left < first.left + FAR_INDENT * line.size


def _is_full(last: Line, line: Line) -> bool:
    # A small letter says so much by itself that the room may be misjudged.
    return _is_long(last) if line.starts_small else _touches(last, line)


def _touches(last: Line, line: Line) -> bool:
    """Whether the first word of the line would not have fitted on the one before."""
    return last.right + first_word_width(line.segments[0]) + 0.2 * line.size > last.room


def _is_long(line: Line, share: float = CLEARLY_WRAPPED) -> bool:
    return line.right - line.left > share * (line.room - line.left)


def _part(lines: Sequence[Line], after_gap: bool) -> Part:
    first = lines[0]
    cells = cells_of(first)
    for line in lines[1:]:
        for segment, runs in zip(line.segments, cells_of(line), strict=True):
            index = (cell_under(first, segment) or 0) if first.is_row else 0
            cells[index] = joined_runs(cells[index], runs)
    runs = [run for index, cell in enumerate(cells) for run in ([Run("\t")] * (index > 0) + cell)]
    kind = BlockKind.ROW if first.is_row else BlockKind.PARAGRAPH
    return Part(kind, tuple(runs), first.page, first.column, after_gap)
