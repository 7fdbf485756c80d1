"""What every reader hands over: the paragraphs of a document in reading order, not yet one text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mosaic.documents.model import BlockKind


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that look alike. `size` in points (0 when unknown); `url` when they are a link."""

    text: str
    bold: bool = False
    size: float = 0.0
    url: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, heading, list item or table row. `after_gap` says that a blank line belongs before it."""

    kind: BlockKind
    runs: tuple[Run, ...]
    page: int = 1
    column: int = 0
    after_gap: bool = False

    @property
    def text(self) -> str:
        """The words, as the reader found them."""
        return "".join(run.text for run in self.runs)

    @property
    def size(self) -> float:
        """The size most letters have."""
        return most_common((run.size, len(run.text.strip())) for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether more letters are bold than not."""
        letters = sum(len(run.text.strip()) for run in self.runs)
        return 2 * sum(len(run.text.strip()) for run in self.runs if run.bold) > letters


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader made of a file."""

    parts: Sequence[Part]
    pages: int = 1
    notes: tuple[str, ...] = ()


def most_common(weighted: Iterable[tuple[float, int]]) -> float:
    """Return the value with the most weight, the larger of equals; 0 for nothing."""
    weights: dict[float, int] = {}
    for value, weight in weighted:
        weights[value] = weights.get(value, 0) + weight
    return max(weights, key=lambda value: (weights[value], value), default=0.0)


def lines_of(part: Part) -> list[Part]:
    """Split a part at its line breaks. What follows the first line of a list item is a paragraph of its own."""
    lines: list[list[Run]] = [[]]
    for run in part.runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=text)] for text in others)
    kinds = [part.kind, *[BlockKind.PARAGRAPH if part.kind is BlockKind.BULLET else part.kind] * (len(lines) - 1)]
    return [
        replace(part, kind=kind, runs=tuple(runs), after_gap=part.after_gap and index == 0)
        for index, (kind, runs) in enumerate(zip(kinds, lines, strict=True))
    ]
