"""How much one file may cost."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on reading one file: sizes in bytes, times in seconds."""

    size: int = 8 * MEBIBYTE
    pages: int = 60
    entries: int = 2_000
    ratio: int = 100
    expanded: int = 200 * MEBIBYTE
    memory: int = 1024 * MEBIBYTE
    cpu_seconds: int = 20
    wall_seconds: int = 25
    letters: int = 2_000_000
    output: int = 32 * MEBIBYTE
    ocr_pages: int = 10

    def as_arguments(self) -> list[str]:
        """Return the limits as the words of a command line."""
        return [str(value) for value in astuple(self)]

    @classmethod
    def from_arguments(cls, words: Sequence[str]) -> "Limits":
        """Read what `as_arguments` wrote; without words the defaults. Raises ValueError or TypeError on anything else."""
        if words and len(words) != len(fields(cls)):
            raise ValueError("one number for each limit, or none")
        return cls(*(int(word) for word in words))
