"""The parser's words, read from `data/`, and the comparison of words without case and accents.

`flat` keeps the length of a text, so that a place in the flat text is a place in the text.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from pydantic import TypeAdapter

DATA = Path(__file__).parent / "data"
WORD = re.compile(r"[^\W_]+(?:[.'’/-][^\W_]+)*|&|@")
_SPECIAL = {
    "ł": "l",
    "ø": "o",
    "ß": "s",
    "đ": "d",
    "ð": "d",
    "æ": "a",
    "œ": "o",
    "ı": "i",
    "’": "'",
    "‘": "'",
    "´": "'",
}
_TABLE = TypeAdapter(dict[str, dict[str, tuple[str, ...]]])


class _Flattening(dict[int, int]):
    """A translation table that learns a letter when it first sees it."""

    def __missing__(self, code: int) -> int:
        small = chr(code).lower()[:1]
        plain = _SPECIAL.get(small) or unicodedata.normalize("NFKD", small)[:1].strip() or small
        self[code] = ord(plain)
        return self[code]


_FLATTENING = _Flattening()


def flat(text: str) -> str:
    """Return the text in small letters without accents, letter for letter as long as before."""
    return text.translate(_FLATTENING)


@lru_cache(maxsize=20_000)
def words_of(text: str) -> tuple[str, ...]:
    """Return the flat words of a text; hyphens, apostrophes, dots and slashes inside a word stay."""
    return tuple(WORD.findall(flat(text)))


@cache
def table(name: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return `data/<name>.toml`: section, key, words as written there."""
    return _TABLE.validate_python(tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8")))


class Phrases:
    """A set of phrases that can be looked for among words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        spelled = [spelling for phrase in phrases for spelling in (phrase, phrase.replace("-", " "))]
        self.all = {words for spelling in spelled if (words := words_of(spelling))}
        for words in sorted(self.all, key=len, reverse=True):
            self._by_first.setdefault(words[0], []).append(words)

    def __contains__(self, text: str) -> bool:
        return words_of(text) in self.all

    def at(self, words: Sequence[str], position: int) -> int:
        """Return how many words from `position` on are a phrase, 0 when none."""
        for phrase in self._by_first.get(words[position], ()):
            if tuple(words[position : position + len(phrase)]) == phrase:
                return len(phrase)
        return 0

    def start(self, text: str) -> int:
        """Return how many words at the beginning of a text are a phrase."""
        words = words_of(text)
        return self.at(words, 0) if words else 0

    def within(self, text: str) -> list[tuple[int, int]]:
        """Return the phrases in a text as word positions (first, one past the last)."""
        words = words_of(text)
        found = ((i, i + self.at(words, i)) for i in range(len(words)))
        return [(i, j) for i, j in found if j > i]


@cache
def phrases(name: str, section: str, key: str = "words") -> Phrases:
    """Return one list of `data/<name>.toml` for looking up."""
    return Phrases(table(name)[section][key])


@cache
def word_set(section: str) -> frozenset[str]:
    """Return the single words of a section of `data/words.toml`, flat."""
    return frozenset(flat(word) for word in table("words")[section]["words"])


@cache
def endings(name: str, section: str) -> tuple[str, ...]:
    """Return the word endings of a section, flat."""
    return tuple(flat(ending) for ending in table(name)[section]["words"])


@cache
def by_phrase(name: str, section: str) -> Mapping[tuple[str, ...], str]:
    """Return the keys of a section by their phrases; the first key that names a phrase has it."""
    found: dict[tuple[str, ...], str] = {}
    for key, listed in table(name)[section].items():
        for phrase in listed:
            found.setdefault(words_of(phrase), key)
    return found
