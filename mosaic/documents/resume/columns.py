"""Tables with a row that names the columns: "Course | Institution | Year | Percentage"."""

import re
from collections.abc import Mapping, Sequence

from mosaic.documents.resume.labels import label_named
from mosaic.documents.resume.lines import Line

CELL = re.compile(r"\t|[ \u00a0]{2,}|\s*\|\s*")


def without_column_names(lines: Sequence[Line]) -> tuple[list[Line], Mapping[int, tuple[str, ...]]]:
    """Return the lines that are no such row, and for the rows below one the label of each cell, by where they start."""
    kept: list[Line] = []
    labels: dict[int, tuple[str, ...]] = {}
    names: tuple[str, ...] = ()
    for line in lines:
        cells = CELL.split(line.text)
        known = tuple(label_named(cell) for cell in cells)
        if len(cells) >= 3 and sum(map(bool, known)) >= 0.6 * len(cells):
            names = known
            continue
        if names and len(cells) == len(names):
            labels[line.start] = names
        kept.append(line)
    return kept, labels
