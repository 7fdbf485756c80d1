"""The words of masking, read from the tables beside this file."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from mosaic.ai.domain.masking.plain import Word, folded_words

_TABLE = TypeAdapter(dict[str, dict[str, tuple[str, ...]]])
_HERE = Path(__file__).parent


@cache
def table(name: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return `<name>.toml`: section, key, words as written there."""
    return _TABLE.validate_python(tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8")))


class Cues:
    """Phrases that can be looked for among the words of a text, the longest first."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self.all = {folded_words(phrase) for phrase in phrases} - {()}
        for words in sorted(self.all, key=len, reverse=True):
            self._by_first.setdefault(words[0], []).append(words)
        self._by_last: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(self.all, key=len, reverse=True):
            self._by_last.setdefault(words[-1], []).append(words)

    @property
    def beginnings(self) -> frozenset[str]:
        """The words a phrase begins with."""
        return frozenset(self._by_first)

    def at(self, words: Sequence[Word], position: int) -> int:
        """Return how many words from `position` on are a phrase, 0 when none."""
        for phrase in self._by_first.get(words[position].folded, ()):
            if all_are(words, position, phrase):
                return len(phrase)
        return 0

    def before(self, words: Sequence[Word], position: int) -> int:
        """Return how many words right before `position` are a phrase, 0 when none."""
        if position == 0:
            return 0
        for phrase in self._by_last.get(words[position - 1].folded, ()):
            if len(phrase) <= position and all_are(words, position - len(phrase), phrase):
                return len(phrase)
        return 0

    def __contains__(self, text: str) -> bool:
        return folded_words(text) in self.all


def all_are(words: Sequence[Word], position: int, phrase: Sequence[str]) -> bool:
    """Whether the words from a position on are these."""
    return position + len(phrase) <= len(words) and all(
        words[position + step].folded == word for step, word in enumerate(phrase)
    )


@cache
def cues(section: str) -> Cues:
    """Return a list of `words.toml` for looking up."""
    return Cues(table("words")[section]["words"])


@cache
def single(section: str, *, file: str = "words", key: str = "") -> frozenset[str]:
    """Return the entries of a section, or of one key of it, that are one word, folded."""
    kept = table(file)[section]
    found = (folded_words(entry) for one, listed in kept.items() if key in ("", one) for entry in listed)
    return frozenset(words[0] for words in found if len(words) == 1)
