"""Slips of the pen in the few long words that readers look for: one letter too many, too few, wrong or swapped."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter

from mosaic.lexicon.tongues import language_codes
from mosaic.lexicon.words import WORD

SHORTEST = 6
_WORDS = (
    "apprenticeship university bachelor diploma certificate doctorate relocate commute weekends evenings mornings "
    "remotely fluent fluently bilingual conversational sponsorship minimum maximum experience passionate fascinated"
)
_SPEAKING = re.compile(
    r"\b(?:speak|speaks|spoke|spoken|fluent|native|basic|learn|learning|some|little|good|my|in)\s+$", re.IGNORECASE
)


# Words under their first letter: a slip is never in it.
Known = Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=256)
def mended(words: str) -> str:
    """Return words with such slips mended. A beginning or inflection of a known word is never taken for a slip."""
    parts, done = [], 0
    for match in WORD.finditer(words):
        plain, tongue = _meant(match.group())
        meant = plain or (tongue if tongue and _is_name(match.group(), words[: match.start()]) else "")
        if meant:
            parts += [words[done : match.start()], meant]
            done = match.end()
    return "".join([*parts, words[done:]]) if parts else words


@lru_cache(maxsize=20_000)
def _meant(word: str) -> tuple[str, str]:
    """Return the word and the language that a word may be a slip of, each "" for none."""
    if len(word) < SHORTEST:
        return "", ""
    return _closest(word.casefold(), _plain()), _closest(word.casefold(), _tongues()).capitalize()


def _is_name(word: str, before: str) -> bool:
    """Whether a capital or a verb says that a language is meant: “Finish” and “finish” are words of their own."""
    return (word[0].isupper() and before.strip() != "") or bool(_SPEAKING.search(before))


def _closest(word: str, known: Known) -> str:
    alike = known.get(word[0], ())
    if word in alike:
        return ""
    return next((one for one in alike if _is_slip(word, one)), "")


def _is_slip(word: str, meant: str) -> bool:
    """Whether one letter was added, dropped, changed or swapped with its neighbour, the end of the word apart."""
    if abs(len(word) - len(meant)) > 1 or word.startswith(meant) or meant.startswith(word):
        return False
    at = next((i for i, (one, other) in enumerate(zip(word, meant, strict=False)) if one != other), len(meant))
    rests = (
        (word[at + 1 :], meant[at:]),
        (word[at:], meant[at + 1 :]),
        (word[at + 1 :], meant[at + 1 :]),
        (word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :], meant[at:]),
    )
    return any(one == other for one, other in rests)


@cache
def _plain() -> Known:
    return _by_letter(_WORDS.split())


@cache
def _tongues() -> Known:
    names = (name.casefold() for names in language_codes().values() for name in names)
    return _by_letter(name for name in names if len(name) >= SHORTEST and name.isalpha())


def _by_letter(words: Iterable[str]) -> Known:
    return {letter: tuple(rows) for letter, rows in groupby(sorted(set(words)), key=itemgetter(0))}
