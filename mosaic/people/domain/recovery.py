"""The recovery code: eight words from a list of 2,048. Two say whose it may be, six prove it.

No two words of the list begin with the same four letters, so a code is understood from the first four of
each word, in any case and with anything between the words.
"""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parents[1] / "data" / "recovery_words.txt"
COUNT = 2048
TELLING = 4
LOOKUP_WORDS, SECRET_WORDS = 2, 6
LENGTH = LOOKUP_WORDS + SECRET_WORDS
LONGEST = 200


class UnknownWords(ValueError):
    """Words that are not in the list, or not eight of them."""

    def __init__(self, words: Sequence[str], count: int) -> None:
        super().__init__(count)
        self.words, self.count = tuple(words), count


@dataclass(frozen=True, slots=True)
class Code:
    """A recovery code as places in the list."""

    places: tuple[int, ...]

    @property
    def lookup(self) -> int:
        """The number made from the first two words; says whose code it may be and proves nothing."""
        first, second = self.places[:LOOKUP_WORDS]
        return first * COUNT + second

    @property
    def secret(self) -> bytes:
        """The six words that prove it, the same however they were typed."""
        return "-".join(words()[place] for place in self.places[LOOKUP_WORDS:]).encode()

    def __str__(self) -> str:
        return "-".join(words()[place] for place in self.places)


def new_code() -> Code:
    """Return a random code: 22 bits to find it by and 66 bits to prove it."""
    return Code(tuple(secrets.randbelow(COUNT) for _ in range(LENGTH)))


def read_code(text: str) -> Code:
    """Return the code somebody typed. Raises UnknownWords."""
    typed = re.findall(r"[^\W\d_]+", text[:LONGEST].lower())
    found = [_places().get(word[:TELLING]) for word in typed]
    places = tuple(place for place in found if place is not None)
    if len(typed) != LENGTH or len(places) != LENGTH:
        unknown = [word for word, place in zip(typed, found, strict=True) if place is None]
        raise UnknownWords(unknown, len(typed))
    return Code(places)


@cache
def words() -> tuple[str, ...]:
    """Return the list, in its order."""
    return tuple(WORDS.read_text(encoding="utf-8").split())


@cache
def _places() -> Mapping[str, int]:
    return {word[:TELLING]: place for place, word in enumerate(words())}
