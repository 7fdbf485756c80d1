"""Gutters: strips no segment crosses, with lines on both sides."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from mosaic.documents.bands import bands_beside, beside_each_other, rows_of
from mosaic.documents.segments import Segment

NARROWEST, FEWEST_LINES = 3.0, 2
BIG = 1.25
ALIGNED, WIDE = 1.5, 30.0


@dataclass(slots=True)
class Gutter:
    """What stands beside a gutter, and above and below it. `bands` are to be read one after the other."""

    score: float
    above: list[Segment]
    left: list[Segment]
    right: list[Segment]
    below: list[Segment]
    bands: list[list[Segment]] = field(default_factory=list)


def best_gutter(segments: list[Segment]) -> Gutter | None:
    """Return the clearest gutter between columns, or None on a page that is read across."""
    segments = sorted(segments, key=lambda each: each.base)
    ends = sorted({round(each.right, 1) for each in segments})
    found = [gutter for end in ends for gutter in _gutters_at(segments, end)]
    for gutter in sorted(found, key=lambda each: each.score, reverse=True):
        gutter.bands = bands_beside(gutter.left, gutter.right)
        if gutter.bands:
            return gutter
    return None


def _gutters_at(segments: list[Segment], x: float) -> Iterator[Gutter]:
    """Yield the gutters that begin at x: one between every two lines that cross it."""
    bases = [each.base for each in segments]
    crossing = {each.base for each in segments if each.left < x + NARROWEST and each.right > x + 0.1}
    for start, end in pairwise([float("-inf"), *sorted(crossing), float("inf")]):
        inside = segments[bisect_right(bases, start) : bisect_left(bases, end)]
        left = [each for each in inside if each.right <= x + 0.1]
        right = [each for each in inside if each.left >= x + NARROWEST]
        score = _score(left, right, x)
        if score > 0:
            yield _trimmed(score, segments, left, right)


def _score(left: list[Segment], right: list[Segment], x: float) -> float:
    if len(left) < FEWEST_LINES or len(right) < FEWEST_LINES:
        return 0.0
    ours, theirs = beside_each_other(left, right)
    fewer = min(len(ours), len(theirs))
    if fewer < FEWEST_LINES or max(len(rows_of(left)), len(rows_of(right))) < 3:
        return 0.0
    sides = sorted([(each.order, True) for each in left] + [(each.order, False) for each in right])
    switches = sum(a[1] != b[1] for a, b in pairwise(sides))
    edge = min(each.left for each in right)
    # The lines of a column begin where its gutter ends; what merely stands at the right of a line does not.
    aligned = sum(each.left - edge < ALIGNED * each.size for each in right) / len(right)
    covered = (len(left) + len(right)) / 2
    return fewer * (1.5 - min(1.0, switches / (2 * fewer))) * (1 + aligned) + covered + min(edge - x, WIDE) / WIDE


def _trimmed(score: float, segments: list[Segment], left: list[Segment], right: list[Segment]) -> Gutter:
    """Cut off what is above and below. A big name over the right column alone stands above both."""
    usual = sorted(each.size for each in segments)[len(segments) // 2]
    names = [each for each in right if each.base < left[0].base - each.size and each.size >= BIG * usual]
    floor = max((each.base for each in names), default=float("-inf"))
    right = [each for each in right if each.base > floor] or right
    taken = {id(each) for each in left + right}
    top = min(left[0].base, right[0].base)
    others = [each for each in segments if id(each) not in taken]
    return Gutter(
        score,
        above=[each for each in others if each.base <= top],
        left=left,
        right=right,
        below=[each for each in others if each.base > top],
    )
