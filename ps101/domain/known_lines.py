"""Whether a line says something that no other line says already."""

from collections.abc import Iterable
from dataclasses import dataclass

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind
from ps101.domain.own_words import content_of


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A line of a list that exists already, in all its words, and the answer it was found in."""

    kind: FactKind
    words: frozenset[str]
    key: str


def is_known(one: Found, key: str, known: Iterable[KnownLine]) -> bool:
    """Whether a line says nothing beyond one that is there, or was, before somebody removed or reworded it."""
    said = content_of(one.label)
    return any(
        line.kind is one.kind and (said <= line.words or (line.key == key and line.words <= said)) for line in known
    )


def is_same(line: str, other: str) -> bool:
    """Whether one of two lines says nothing beyond the other."""
    words, others = content_of(line), content_of(other)
    return words <= others or others <= words
