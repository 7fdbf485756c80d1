"""Bands of a page: what was drawn together, and whether two sides of a gutter are columns or cells of rows."""

import re
from collections.abc import Sequence
from itertools import pairwise

from mosaic.documents.segments import Segment, same_line

Rows = list[list[Segment]]

FEWEST_COLUMN_LINES, FEWEST_WORDS = 3, 3
FEWEST_BAR_LINES = 6
LINE_STEP, PAIRED, LONGEST_DATE = 1.9, 0.6, 32
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def rows_of(segments: Sequence[Segment]) -> Rows:
    """Group segments by line, from top to bottom."""
    rows: Rows = []
    for segment in sorted(segments, key=lambda each: each.base):
        if rows and same_line(rows[-1][0], segment):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def bands_beside(left: list[Segment], right: list[Segment]) -> Rows:
    """Return the bands in which two sides are columns; none when their lines are to be read across.

    A file drawn column by column shows it by its order. One drawn line by line is judged by its looks.
    """
    bands = _bands(left + right)
    lefts = {id(each) for each in left}
    mixed = [
        band for band in bands if len(rows_of(band)) > 1 and 0 < sum(id(each) in lefts for each in band) < len(band)
    ]
    if len(mixed) == 1 and _are_dates_of_rows(left, right, mixed[0]):
        return []
    if len(mixed) == 1:
        ours = [each for each in mixed[0] if id(each) in lefts]
        theirs = [each for each in mixed[0] if id(each) not in lefts]
        if _are_paired(rows_of(ours), rows_of(theirs)) or len(rows_of(theirs)) < FEWEST_BAR_LINES:
            return bands
        # This is no short list or address on the right but a whole bar: what follows below it goes on with the left column.
        start = next(
            index for index, band in enumerate(bands) if band is mixed[0] or not any(id(each) in lefts for each in band)
        )
        return [*bands[:start], [each for band in bands[start:] for each in band]]
    if mixed:
        return bands
    is_drawn_by_line = all(len(rows_of(band)) == 1 for band in bands)
    return [left + right] if is_drawn_by_line and not _are_rows(left, right) else []


def _bands(segments: list[Segment]) -> Rows:
    """Cut where everything above was drawn before everything below."""
    rows = rows_of(segments)
    firsts = [min(each.order for each in row) for row in rows]
    for index in range(len(firsts) - 2, -1, -1):
        firsts[index] = min(firsts[index], firsts[index + 1])
    bands: Rows = []
    last = -1
    for row, first in zip(rows, firsts, strict=True):
        if first > last:
            bands.append([])
        bands[-1].extend(row)
        last = max(last, *(each.order for each in row))
    return bands


def _are_rows(left: list[Segment], right: list[Segment]) -> bool:
    """Whether the lines of two sides belong together line by line."""
    ours, theirs = beside_each_other(left, right)
    few, many = sorted((ours, theirs), key=len)
    if len(few) < FEWEST_COLUMN_LINES:
        return True
    if not _are_paired(few, many):
        return False
    if _are_dates(ours) or _are_dates(theirs):
        return True
    steps = [below[0].base - row[0].base for row, below in pairwise(few)]
    dense = sum(step <= LINE_STEP * few[0][0].size for step in steps)
    return dense < PAIRED * len(steps) or min(_wordiness(few), _wordiness(many)) < FEWEST_WORDS


def _are_dates(rows: Rows) -> bool:
    """Whether most lines are no more than a date."""
    dates = sum(any(_is_date(each) for each in row) for row in rows)
    return dates > PAIRED * len(rows)


def _are_dates_of_rows(left: list[Segment], right: list[Segment], drawn: list[Segment]) -> bool:
    """Whether one side holds nothing but dates that were `drawn` at once, each beside a line of the other: no column."""
    drawn_ids = {id(each) for each in drawn}
    has_dates = any(all(_is_date(each) and id(each) in drawn_ids for each in side) for side in (left, right))
    return has_dates and _are_paired(rows_of(left), rows_of(right))


def _is_date(segment: Segment) -> bool:
    return bool(_YEAR.search(segment.text)) and len(segment.text) <= LONGEST_DATE


def _are_paired(ours: Rows, theirs: Rows) -> bool:
    """Whether most lines of the shorter side stand beside a line of the other."""
    few, many = sorted((ours, theirs), key=len)
    paired = sum(any(same_line(row[0], other[0]) for other in many) for row in few)
    return paired >= PAIRED * len(few)


def beside_each_other(left: list[Segment], right: list[Segment]) -> tuple[Rows, Rows]:
    """Return the lines of two sides as far as both go."""
    top = max(left[0].base, right[0].base) - 1
    bottom = min(left[-1].base, right[-1].base) + 1
    ours, theirs = ([each for each in side if top <= each.base <= bottom] for side in (left, right))
    return rows_of(ours), rows_of(theirs)


def _wordiness(rows: Rows) -> float:
    return sum(each.words for row in rows for each in row) / len(rows)
