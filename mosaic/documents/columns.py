"""The reading order of a page: columns one after the other, rows of a table across."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mosaic.documents.bands import rows_of
from mosaic.documents.gutters import Gutter, best_gutter
from mosaic.documents.segments import Segment

DEEPEST, MOST_SEGMENTS = 12, 1_500


@dataclass(frozen=True, slots=True)
class Leaf:
    """Segments to be read line by line. `right` is where the lines of their column end."""

    segments: tuple[Segment, ...]
    column: int
    right: float


def leaves_of(segments: Sequence[Segment]) -> list[Leaf]:
    """Return a page's segments in reading order."""
    right = max((each.right for each in segments), default=0.0)
    # No page anybody made to be read has so many pieces; looking for gutters among them would take for ever.
    depth = DEEPEST if len(segments) > MOST_SEGMENTS else 0
    return list(_leaves(list(segments), 0, right, depth))


def _leaves(segments: list[Segment], column: int, right: float, depth: int) -> Iterator[Leaf]:
    gutter = best_gutter(segments) if depth < DEEPEST else None
    if gutter is None:
        if segments:
            yield Leaf(tuple(segments), column, right)
        return
    yield from _leaves(gutter.above, column, right, depth + 1)
    yield from _beside(gutter, column, right, depth + 1)
    yield from _leaves(gutter.below, column, right, depth + 1)


def _beside(gutter: Gutter, column: int, right: float, depth: int) -> Iterator[Leaf]:
    """Read what stands on both sides of a gutter, band by band as the file was drawn."""
    left_end = max(each.right for each in gutter.left)
    lefts = {id(each) for each in gutter.left}
    for band in _merged(gutter.bands, lefts):
        ours = [each for each in band if id(each) in lefts]
        theirs = [each for each in band if id(each) not in lefts]
        if ours and theirs and len(rows_of(band)) == 1:
            yield Leaf(tuple(band), column, right)
            continue
        yield from _leaves(ours, column, left_end, depth)
        yield from _leaves(theirs, column + 1, right, depth)


def _merged(bands: list[list[Segment]], lefts: set[int]) -> list[list[Segment]]:
    """Put neighbouring bands together that lie on one and the same side."""
    merged: list[list[Segment]] = []
    sides: list[set[bool]] = []
    for band in bands:
        side = {id(each) in lefts for each in band}
        if merged and len(side) == 1 and side == sides[-1]:
            merged[-1].extend(band)
        else:
            merged.append(list(band))
            sides.append(side)
    return merged
