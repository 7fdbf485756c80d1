"""Two runs of one person side by side: what was said then, and what is said now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, with its number when the question asks for one."""

    text: str
    rating: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One question with both answers."""

    key: str
    then: Said
    now: Said

    @property
    def differs(self) -> bool:
        """Whether the words or the number changed; spaces and case make no difference."""
        return self.then.rating != self.now.rating or _folded(self.then.text) != _folded(self.now.text)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Questions answered in both runs, changed ones first, and the keys answered in one only."""

    both: tuple[Pair, ...]
    only_then: tuple[str, ...]
    only_now: tuple[str, ...]

    @property
    def changed(self) -> int:
        """How many answers changed."""
        return sum(pair.differs for pair in self.both)


@dataclass(frozen=True, slots=True)
class Shown:
    """Labels that both runs show, and those that only one does, in order."""

    both: tuple[str, ...]
    only_then: tuple[str, ...]
    only_now: tuple[str, ...]


def pair(order: Sequence[str], then: Mapping[str, Said], now: Mapping[str, Said]) -> Pairs:
    """Return two runs' answers side by side, in the order of the questions."""
    both = [Pair(key, then[key], now[key]) for key in order if key in then and key in now]
    return Pairs(
        tuple(sorted(both, key=lambda one: not one.differs)),
        tuple(key for key in order if key in then and key not in now),
        tuple(key for key in order if key in now and key not in then),
    )


def share(then: Mapping[str, str], now: Mapping[str, str]) -> Shown:
    """Return what two runs show, by identity: `then` and `now` map it to its label, which is the later one where both know it."""
    return Shown(
        tuple(label for identity, label in now.items() if identity in then),
        tuple(label for identity, label in then.items() if identity not in now),
        tuple(label for identity, label in now.items() if identity not in then),
    )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
