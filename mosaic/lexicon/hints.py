"""What single words hint at: a cheap look at a text before many costly ones.

Most sentences say nothing about most subjects. A reader names the words without one of which none of its patterns can
match; each word is held against all of these once and remembered, so that a sentence costs one look for each word however
many readers there are. Signs count as words too.
"""

import re
from functools import lru_cache, reduce
from operator import or_

_WORD = re.compile(r"\w+|[^\w\s]|\n")
# Letters that a pattern without regard to case takes for those of the alphabet, and lower() does not.
_ALIKE = str.maketrans("İıſK", "iisk")
_known: list[re.Pattern[str]] = []


def hint(words: str) -> int:
    """Return a mark of its own for the words, each as a whole and in small letters, that fit a pattern."""
    _known.append(re.compile(words))
    _marks_of.cache_clear()
    return 1 << (len(_known) - 1)


@lru_cache(maxsize=512)
def hints_in(text: str) -> int:
    """Return the marks of all words of a text together."""
    if not text.isascii():
        text = text.translate(_ALIKE)
    return reduce(or_, map(_marks_of, _WORD.findall(text.lower())), 0)


@lru_cache(maxsize=50_000)
def _marks_of(word: str) -> int:
    return sum(1 << place for place, pattern in enumerate(_known) if pattern.fullmatch(word))
