"""Letters of a page put together to segments: stretches of one line without a wide gap."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from mosaic.documents.letters import is_bullet
from mosaic.documents.parts import Run, most_common
from mosaic.documents.sheet import Area, Glyph

# Gaps in multiples of the letter size: what parts two segments, what joins pieces drawn apart, how far a list mark may stand off.
PARTING, DRAWN_APART, JOINING, MARK_REACH = 2.2, 0.8, 0.3, 4.0
SAME_LINE, RAISED_LINE, OVERLAP = 0.22, 0.5, 0.6
SET_APART = 0.15
MARK_SIZE, MARK_ALONE, MOST_MARKS = 0.6, 1.5, 400


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one line. `order` is where its first letter stands in the file."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    base: float
    size: float
    order: int
    text: str

    @property
    def words(self) -> int:
        """The number of words."""
        return len(self.text.split())


def segments_of(glyphs: Iterable[Glyph], marks: Sequence[Area] = ()) -> list[Segment]:
    """Return the segments of a page from top to bottom and left to right. `marks` are drawn list marks."""
    pieces: list[list[Glyph]] = []
    for glyph in glyphs:
        if pieces and _continues(pieces[-1][-1], glyph, _spacing(pieces[-1])):
            pieces[-1].append(glyph)
        else:
            pieces.append([glyph])
    found: dict[tuple[str, int, int], Segment] = {}
    for segment in map(segment_of, pieces):
        # Shadows and poor man's bold draw the same words twice.
        found.setdefault((segment.text, round(segment.left / 3), round(segment.base / 3)), segment)
    segments = [segment for segment in found.values() if segment.text]
    return _joined([*_marked(segments, marks if len(marks) <= MOST_MARKS else ()), *segments])


def runs_of(segment: Segment) -> list[Run]:
    """Return the letters of a segment, grouped by look and link."""
    runs: list[Run] = []
    for glyph, text in zip(segment.glyphs, _spelled(segment.glyphs), strict=True):
        look = Run(text, glyph.style.bold, glyph.style.size, glyph.url)
        last = runs[-1] if runs else None
        if last and (last.bold, last.size, last.url) == (look.bold, look.size, look.url):
            runs[-1] = Run(last.text + text, look.bold, look.size, look.url)
        else:
            runs.append(look)
    return runs


def same_line(one: Segment, other: Segment) -> bool:
    """Whether two segments stand on one baseline."""
    return abs(one.base - other.base) <= SAME_LINE * max(one.size, other.size)


def _spacing(piece: Sequence[Glyph]) -> float:
    """Return how far letters are set apart on purpose; 0 where they stand as usual."""
    gaps = [after.left - before.right for before, after in pairwise(piece[-4:])]
    usual, size = min(gaps, default=0.0), piece[-1].style.size
    return usual if SET_APART * size < usual < DRAWN_APART * size else 0.0


def _continues(last: Glyph, glyph: Glyph, spacing: float = 0.0) -> bool:
    """Whether a letter goes on a stretch of its line. Where letters are set apart, so are words."""
    size = max(last.style.size, glyph.style.size, 1.0)
    reach = SAME_LINE if last.style.size == glyph.style.size else RAISED_LINE
    if abs(last.base - glyph.base) > reach * size or last.style.upright != glyph.style.upright:
        return False
    # Words of one justified line are drawn in one go, however far apart; cells of a table are not.
    widest = size * (PARTING if last.style is glyph.style else DRAWN_APART) + 2 * spacing
    gap = glyph.left - last.right
    if _runs_left(glyph.letter) or _runs_left(last.letter):
        gap = max(gap, last.left - glyph.right)
        return gap <= widest
    return -OVERLAP * size <= gap <= widest


def segment_of(glyphs: Sequence[Glyph]) -> Segment:
    """Put letters together."""
    return Segment(
        glyphs=tuple(glyphs),
        left=min(glyph.left for glyph in glyphs),
        right=max(glyph.right for glyph in glyphs),
        base=most_common((glyph.base, 1) for glyph in glyphs),
        size=most_common((glyph.style.size, 1) for glyph in glyphs) or 1.0,
        order=glyphs[0].order,
        text="".join(_spelled(glyphs)).strip(),
    )


def _spelled(glyphs: Sequence[Glyph]) -> list[str]:
    """Return each letter with the blank before it, if one belongs there."""
    gaps = [0.0, *(b.left - a.right for a, b in pairwise(glyphs))]
    blanks = [
        index > 0 and (glyph.spaced or gap > JOINING * glyph.style.size)
        for index, (glyph, gap) in enumerate(zip(glyphs, gaps, strict=True))
    ]
    if _is_letterspaced(glyphs, blanks):
        usual = median(gaps[1:])
        blanks = [blank and gap > 1.7 * usual for blank, gap in zip(blanks, gaps, strict=True)]
    return [" " + glyph.letter if blank else glyph.letter for glyph, blank in zip(glyphs, blanks, strict=True)]


def _is_letterspaced(glyphs: Sequence[Glyph], blanks: Sequence[bool]) -> bool:
    """Whether the letters of words are set apart, as in N A M E."""
    letters = [glyph for glyph in glyphs if len(glyph.letter) == 1 and (glyph.letter.isalpha() or glyph.letter == "&")]
    if len(letters) < 4 or len(letters) != len(glyphs):
        return False
    usual = median(after.left - before.right for before, after in pairwise(glyphs))
    return sum(blanks) >= 0.75 * (len(glyphs) - 1) or usual > SET_APART * glyphs[0].style.size


def _marked(segments: Sequence[Segment], marks: Sequence[Area]) -> Iterator[Segment]:
    """Yield list marks that were drawn as shapes. A row of them is a rating, one between two words a separator."""
    for mark in marks:
        middle = (mark.top + mark.bottom) / 2
        line = [each for each in segments if each.base - each.size < middle < each.base]
        behind = min((each for each in line if each.left >= mark.right), key=lambda each: each.left, default=None)
        if behind is None or mark.bottom - mark.top > MARK_SIZE * behind.size:
            continue
        reach = MARK_ALONE * behind.size
        ends = [each.right for each in line] + [other.right for other in marks if other.top < middle < other.bottom]
        starts = [other.left for other in marks if other.top < middle < other.bottom]
        crowded = any(0 < mark.left - end < reach for end in ends) or any(
            0 < start - mark.right < reach for start in starts
        )
        if not crowded and behind.left - mark.right < MARK_REACH * behind.size:
            yield segment_of([Glyph("•", mark.left, mark.right, behind.base, behind.glyphs[0].style, behind.order)])


def _joined(segments: list[Segment]) -> list[Segment]:
    """Put together what stands on one line with next to no gap, and list marks with their words."""
    result: list[Segment] = []
    for segment in sorted(segments, key=lambda each: (round(each.base), each.left)):
        before = next((each for each in reversed(result[-12:]) if _belongs(each, segment)), None)
        if before is None:
            result.append(segment)
        else:
            result[result.index(before)] = segment_of((*before.glyphs, *segment.glyphs))
    return sorted(result, key=lambda each: (each.base, each.left))


def _belongs(before: Segment, segment: Segment) -> bool:
    if not same_line(before, segment) or before.right > segment.left + OVERLAP * segment.size:
        return False
    gap = segment.left - before.right
    return gap <= (MARK_REACH if is_bullet(before.text) else JOINING) * segment.size


def _runs_left(letter: str) -> bool:
    return letter > "\u0590" and unicodedata.bidirectional(letter[0]) in {"R", "AL"}
