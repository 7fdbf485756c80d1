"""What is on a page of a PDF before anybody has tried to read it. The y axis points down."""

from dataclasses import dataclass, field

SMALLEST_MARK, LARGEST_MARK = 1.2, 8.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a text object sets its letters."""

    size: float
    bold: bool = False
    upright: bool = True
    symbols: bool = False
    icons: bool = False


@dataclass(slots=True)
class Glyph:
    """One letter. `base` is its baseline; `order` counts in the file's own order; `spaced` says a blank comes before it."""

    letter: str
    left: float
    right: float
    base: float
    style: Style
    order: int
    spaced: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    @property
    def size(self) -> float:
        """Width times height."""
        return max(0.0, self.right - self.left) * max(0.0, self.bottom - self.top)

    @property
    def is_mark(self) -> bool:
        """Whether it is as small and square as what marks a list item."""
        shorter, longer = sorted((self.right - self.left, self.bottom - self.top))
        return shorter >= SMALLEST_MARK and longer <= min(LARGEST_MARK, 1.7 * shorter)


@dataclass(slots=True)
class Sheet:
    """A page. `pictured` is the share of it under pictures, `drawings` counts lines and shapes.

    `marks` are shapes small enough to mark list items; `unmapped` counts letters without a meaning.
    """

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    pictured: float = 0.0
    drawings: int = 0
    marks: list[Area] = field(default_factory=list)
    unmapped: int = 0
