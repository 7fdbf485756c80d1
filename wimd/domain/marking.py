"""A text with the stretches marked that values were read from."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wimd.domain.corrections import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, the marks that begin before it and how many end after it."""

    text: str
    opens: Sequence[str]
    closes: int

    @property
    def ends(self) -> range:
        """One for each mark that ends here."""
        return range(self.closes)


def marked(text: str, spans: Mapping[str, Span]) -> list[Piece]:
    """Return a text in pieces; marks carry the paths of `spans` and lie inside each other, never across."""
    nested = _nested(spans)
    opens, closes = defaultdict[int, list[str]](list), Counter(end for _, _, end in nested)
    for path, start, _ in nested:
        opens[start].append(path)
    edges = sorted({0, len(text)} | opens.keys() | closes.keys())
    return [Piece(text[start:end], opens[start], closes[end]) for start, end in pairwise(edges)]


def _nested(spans: Mapping[str, Span]) -> list[tuple[str, int, int]]:
    """Return the spans in order of their beginning, each cut off where the one around it ends."""
    found: list[tuple[str, int, int]] = []
    around: list[int] = []
    for path, (start, end) in sorted(spans.items(), key=lambda one: (one[1][0], -one[1][1], one[0])):
        while around and around[-1] <= start:
            around.pop()
        end_here = min(end, around[-1]) if around else end
        around.append(end_here)
        found.append((path, start, end_here))
    return found
