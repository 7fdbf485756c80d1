"""Finds the lexicon's phrases in a text: longest match first, word by word, with their places.

Words are compared by key (`words.key_of`), small words inside a phrase are passed over, and a phrase
never crosses the end of a clause. Aliases under `exact` count only letter by letter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from mosaic.lexicon.store import lexicon
from mosaic.lexicon.synonyms import PASSED, SYNONYMS, meant
from mosaic.lexicon.variants import variants_of
from mosaic.lexicon.words import FILLERS, Token, tokens_of

BORDERS = frozenset('.,;:!?()[]{}|\n•▪◦‣·–—=<>&"“”')
MOST_FILLERS = 2


class Named(Protocol):
    """An entry with names."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def aliases(self) -> Sequence[str]: ...
    @property
    def exact(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry named in a text at text[start:end]."""

    id: str
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    ahead: dict[str, "_Node"] = field(default_factory=dict)
    id: str = ""


class Finder:
    """Finds one kind of entry. Building takes some milliseconds for a thousand entries."""

    def __init__(self, entries: Iterable[Named]) -> None:
        self._root = _Node()
        self._exact_root = _Node()
        self._meant_root = _Node()
        meanings: list[tuple[tuple[str, ...], str]] = []
        for entry in entries:
            for name in (entry.label, *entry.aliases):
                for keys in variants_of(name):
                    self._add(self._root, keys, entry.id)
                    meanings.append((meant(keys), entry.id))
            for name in entry.exact:
                self._add(self._exact_root, [token.text for token in tokens_of(name)], entry.id)
        # Every name's own words come first; a phrase of synonyms takes only what no name has taken. One word alone
        # is never exchanged: its own meanings are too many.
        for keys, entry_id in meanings:
            if len(keys) > 1:
                self._add(self._meant_root, keys, entry_id)

    def find(self, text: str) -> list[Mention]:
        """Return the mentions in order; a phrase inside a longer one is not reported."""
        tokens = list(tokens_of(text))
        found: list[Mention] = []
        position = 0
        while position < len(tokens):
            match = self._longest(text, tokens, position)
            if match is None:
                position += 1
                continue
            entry_id, last = match
            found.append(Mention(entry_id, tokens[position].start, tokens[last].end))
            position = last + 1
        return found

    @staticmethod
    def _add(node: _Node, keys: Iterable[str], entry_id: str) -> None:
        for key in keys:
            node = node.ahead.setdefault(key, _Node())
        node.id = node.id or entry_id

    def _longest(self, text: str, tokens: list[Token], position: int) -> tuple[str, int] | None:
        by_key = _walk(self._root, text, tokens, position)
        by_letter = _walk(self._exact_root, text, tokens, position, exact=True)
        by_meaning = _walk(self._meant_root, text, tokens, position, spoken=True)
        found = [match for match in (by_key, by_letter, by_meaning) if match]
        return max(found, key=lambda match: match[1]) if found else None


def _walk(
    root: _Node, text: str, tokens: list[Token], position: int, *, exact: bool = False, spoken: bool = False
) -> tuple[str, int] | None:
    """Follow tokens from `position` through the tree; return the deepest entry and its last token.

    `spoken` takes synonyms for each other and passes over whose thing it is.
    """
    node, best, fillers, previous = root, None, 0, None
    for index in range(position, len(tokens)):
        token = tokens[index]
        if previous is not None and _is_border(text, previous.end, token.start):
            break
        previous = token
        ahead = node.ahead.get(_word(token, exact=exact, spoken=spoken))
        if ahead is None:
            is_passed = token.key in FILLERS or (spoken and token.key in PASSED)
            if exact or index == position or not is_passed or fillers == MOST_FILLERS:
                break
            fillers += 1
            continue
        node, fillers = ahead, 0
        if node.id and not (exact and _is_joined(text, token)):
            best = (node.id, index)
    return best


def _word(token: Token, *, exact: bool, spoken: bool) -> str:
    if exact:
        return token.text
    return SYNONYMS.get(token.key, token.key) if spoken else token.key


def _is_border(text: str, start: int, end: int) -> bool:
    return any(letter in BORDERS for letter in text[start:end])


def _is_joined(text: str, token: Token) -> bool:
    """Whether a short name is part of something else, as in R&D or C/D."""
    around = text[max(0, token.start - 2) : token.start].strip() + text[token.end : token.end + 2].strip()[:1]
    return "&" in around


@cache
def skill_finder() -> Finder:
    """Return the finder of skills, built once per process."""
    return Finder(lexicon().skills.values())


@cache
def occupation_finder() -> Finder:
    """Return the finder of occupations, built once per process."""
    return Finder(lexicon().occupations.values())


@cache
def licence_finder() -> Finder:
    """Return the finder of licences, built once per process."""
    return Finder(lexicon().licences.values())


@dataclass(frozen=True, slots=True)
class _Names:
    """A value's words in the shape of an entry with names."""

    id: str
    label: str
    aliases: tuple[str, ...]
    exact: tuple[str, ...] = ()


@cache
def value_finder() -> Finder:
    """Return the finder of the words with which people and postings name what matters."""
    return Finder(_Names(value.id, value.label, value.words) for value in lexicon().values.values())


@cache
def opposed_value_finder() -> Finder:
    """Return the finder of the words with which postings speak against a value."""
    named = [value for value in lexicon().values.values() if value.opposed]
    return Finder(_Names(value.id, value.opposed[0], value.opposed[1:]) for value in named)
