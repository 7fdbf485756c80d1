"""Slips of the pen in long words: “carpetnry”, “electrican”. One slip, in words the lexicon does not know, is mended.

A slip is one letter too many, too few or wrong, or two neighbours swapped (Damerau 1964), never the first letter. Short words
are left alone: too many of them are one letter from another.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from mosaic.lexicon.compiled import kept
from mosaic.lexicon.entries import Occupation, Skill
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.words import Token, key_of, tokenised

SHORTEST = 7
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@lru_cache(maxsize=64)
def mended(text: str) -> tuple[Token, ...]:
    """Return the words of a text; a slip has the key of the word that was meant, and stands where it stands."""
    return tuple(_mended(token) for token in tokenised(text))


def _mended(token: Token) -> Token:
    if len(token.text) < SHORTEST or token.key in _known_keys():
        return token
    meant = meant_by(token.text.casefold())
    return replace(token, key=key_of(meant)) if meant else token


@lru_cache(maxsize=20_000)
def meant_by(word: str) -> str:
    """Return the one word of the lexicon that a word is a slip of; nothing for none, for several, and for a known word."""
    known = _known()
    if not word.isascii() or not word.isalpha() or word in known:
        return ""
    keys = {key_of(one): one for one in _slips_of(word) if one in known}
    return next(iter(keys.values())) if len(keys) == 1 else ""


def _slips_of(word: str) -> Iterator[str]:
    """Yield every word one slip away."""
    for place in range(1, len(word) + 1):
        before, rest = word[:place], word[place:]
        for letter in LETTERS:
            yield before + letter + rest
            yield before + letter + rest[1:]
        yield before + rest[1:]
        yield before + rest[1:2] + rest[:1] + rest[2:]


@cache
def _known() -> frozenset[str]:
    """Return the words of the lexicon's names and meanings that are long enough to be meant."""
    return kept("words", lambda: frozenset(_words()), mark=lexicon().mark)


@cache
def _known_keys() -> frozenset[str]:
    return frozenset(map(key_of, _known()))


def _words() -> Iterator[str]:
    found = lexicon()
    entries: tuple[Skill | Occupation, ...] = (*found.skills.values(), *found.occupations.values())
    for entry in entries:
        for name in (entry.label, entry.meaning, *entry.aliases):
            for token in tokenised(name):
                if len(token.text) >= SHORTEST - 1 and token.text.isascii() and token.text.isalpha():
                    yield token.text.casefold()
