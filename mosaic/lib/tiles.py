"""Where the tiles of a mosaic stand. The leaf leans by column and row, so that four make a flower."""

from collections.abc import Sequence
from dataclasses import dataclass

SIDE = 24


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile: its place in SVG units, its lean, and its state: known, said, unknown, next or nothing."""

    x: int
    y: int
    turned: bool
    state: str = ""


def grid(columns: int, rows: int, states: Sequence[Sequence[str]] | None = None) -> list[Tile]:
    """Return a grid; `states[row][column]` with the first row on top."""
    return [
        Tile(column * SIDE, row * SIDE, (column + row) % 2 == 1, states[row][column] if states else "")
        for row in range(rows)
        for column in range(columns)
    ]


def band(states: Sequence[str], *, columns: int) -> list[Tile]:
    """Return tiles in reading order, `columns` in a row."""
    return [
        Tile(place % columns * SIDE, place // columns * SIDE, (place % columns + place // columns) % 2 == 1, state)
        for place, state in enumerate(states)
    ]
