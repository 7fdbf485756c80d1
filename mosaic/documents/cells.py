"""Rows whose cells take more than one line."""

from collections.abc import Sequence

from mosaic.documents.letters import bullet_length
from mosaic.documents.lines import Line, first_word_width, is_open
from mosaic.documents.segments import Segment

REACH, CELL_GAP, FEWEST_WORDS, SENTENCE_WORDS = 3.0, 0.8, 3, 5


def continues_row(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether every piece of a line stands under a cell of the row above, and would not have fitted into it."""
    if bullet_length(line.text) or len(line.segments) >= len(paragraph[0].segments):
        return False
    return all(_continues_cell(paragraph, segment) for segment in line.segments)


def cell_under(first: Line, segment: Segment) -> int | None:
    """Return which cell of a row a segment stands under."""
    return next((index for index, cell in enumerate(first.segments) if abs(cell.left - segment.left) < REACH), None)


def _continues_cell(paragraph: Sequence[Line], segment: Segment) -> bool:
    first = paragraph[0]
    index = cell_under(first, segment)
    above = [each for line in paragraph for each in line.segments if cell_under(first, each) == index]
    return index is not None and bool(above) and _goes_on(first, index, above[-1], segment)


def _goes_on(first: Line, index: int, above: Segment, segment: Segment) -> bool:
    is_unfinished = segment.text[:1].islower() or is_open(above.text)
    next_end = above.right + first_word_width(segment) + 0.2 * segment.size
    if index == len(first.segments) - 1:
        return above.words >= FEWEST_WORDS and (
            is_unfinished or (above.words >= SENTENCE_WORDS and next_end > first.room)
        )
    edge = first.segments[index + 1].left - CELL_GAP * segment.size
    if above.words < 2 or segment.right > edge:
        return False
    # What stands at the right edge stands beside a line, and the line below may be one of its own.
    if first.right > first.room - REACH and not any(letter.isdigit() for letter in above.text):
        return is_unfinished
    return next_end > edge
