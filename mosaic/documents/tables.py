"""Rows of a table: one line when every cell is one, cell by cell when the table only lays out the page."""

from collections.abc import Sequence
from dataclasses import replace

from mosaic.documents.model import BlockKind
from mosaic.documents.parts import Part, Run

SHORT_CELL = 120


def row_parts(cells: Sequence[Sequence[Part]]) -> list[Part]:
    """Return what a row reads as."""
    filled = [(index, list(cell)) for index, cell in enumerate(cells) if any(part.text.strip() for part in cell)]
    if len(filled) > 1 and all(_is_line(cell) for _, cell in filled):
        runs: list[Run] = []
        for _, (part,) in filled:
            runs += [Run("\t"), *part.runs] if runs else part.runs
        return [replace(filled[0][1][0], kind=BlockKind.ROW, runs=tuple(runs))]
    return [replace(part, column=part.column + index) for index, cell in filled for part in cell]


def _is_line(cell: Sequence[Part]) -> bool:
    only = cell[0]
    is_short = len(only.text) <= SHORT_CELL and "\n" not in only.text.strip()
    return len(cell) == 1 and is_short and only.kind is not BlockKind.BULLET
