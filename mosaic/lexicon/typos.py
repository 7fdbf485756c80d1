"""Slips of the pen in long words: “carpetnry”, “electrican”. One slip, in words the lexicon does not know, is mended.

A slip is one letter too many, too few or wrong, or two neighbours swapped (Damerau 1964), never the first letter. Short words
are left alone: too many of them are one letter from another.
"""

from collections.abc import Iterator
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
    tokens, known = tokenised(text), _known_keys()
    unknown = [place for place, token in enumerate(tokens) if token.key not in known and len(token.text) >= SHORTEST]
    slips = {place: meant for place in unknown if (meant := meant_by(tokens[place].text.casefold()))}
    if not slips:
        return tokens
    return tuple(
        token._replace(key=key_of(slips[place])) if place in slips else token for place, token in enumerate(tokens)
    )


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
