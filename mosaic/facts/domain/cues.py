"""A cheap look at words before a costly one: most clauses say nothing about most subjects.

Cues are parts of words in small letters; a reader's cues hold at least one part of everything it can find.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_LETTERS = re.compile(r"[^\W\d_]+")


def cues(parts: str) -> tuple[str, ...]:
    """Return the cues of a list written with commas."""
    return tuple(part.strip() for part in parts.split(","))


def may_say(words: str, parts: Iterable[str]) -> bool:
    """Whether words hold one of the cues of a subject."""
    lowered = words.casefold()
    for part in parts:  # noqa: SIM110  # a generator would double the time of this
        if part in lowered:
            return True
    return False


@lru_cache(maxsize=256)
def small_words(words: str) -> frozenset[str]:
    """Return the words without their apostrophes' tails: “can't” gives “can” and “t”."""
    return frozenset(_LETTERS.findall(words.casefold()))
