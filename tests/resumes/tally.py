"""Counting what was found against what there is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from mosaic.documents.resume.vocabulary import WORD, flat

Found = tuple[str, str]


@dataclass
class Tally:
    """True positives, false positives and false negatives, with the slips in words."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    slips: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right among all found."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Right among all there are."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @property
    def size(self) -> int:
        """How many there are to find."""
        return self.right + self.missed

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.slips += other.slips


def plain(text: str) -> str:
    """Return the words of a text, for comparing."""
    return " ".join(word.replace(".", "").replace("’", "'") for word in WORD.findall(flat(text)))


def compared(true: Iterable[Found], found: Iterable[Found]) -> Tally:
    """Compare two bags of (kind, words)."""
    left = list(found)
    tally = Tally()
    for each in true:
        if each in left:
            left.remove(each)
            tally.right += 1
        else:
            tally.missed += 1
            tally.slips.append(f"missed {each[0]}: {each[1]}")
    tally.wrong = len(left)
    tally.slips += [f"found  {each[0]}: {each[1]}" for each in left]
    return tally
