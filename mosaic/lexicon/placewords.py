"""Cuts a line about a place into parts, and finds in each part the names of the place files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mosaic.lexicon.gazetteer import Gazetteer, fold

LONGEST_NAME = 6
_PARTS = re.compile(r"[,;/|()\[\]\n·•→]|\s[-–—]+\s|:\s|\s+(?:or|oder|ou)\s+")
_CODE = re.compile(r"[A-Z]{2,3}")
# What stands beside a place's name without being part of it.
_BESIDE = frozenset(
    "near nearby around close to greater central center centre city town downtown inner outer area areas region metro "
    "metropolitan suburbs outskirts borough district county state province north south east west northern southern "
    "eastern western midtown remote remotely hybrid onsite on site office offices hq headquarters home homebased based "
    "in the of and at a from within commuting commutable distance reach radius mile miles km min mins minutes any "
    "anywhere everywhere across throughout only preferred mostly mainly partly flexible location locations wide "
    "nationwide multiple various work working live living im my currently bei nahe raum grossraum rund um umgebung und autour de".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a line, folded, and the ids of the places that have it."""

    words: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One part of a line: the names in it, in order; or its words when they name nothing known."""

    names: tuple[Name, ...] = ()
    unlisted: str = ""


def readings(line: str, known: Gazetteer) -> Iterator[Reading]:
    """Yield what the parts of a line name. Parts without a name, such as “remote”, are passed over."""
    whole = known.names.get(fold(line))
    if whole:
        yield Reading((Name(fold(line), whole),))
        return
    for part in _PARTS.split(line):
        reading = _read(part.strip(), known)
        if reading.names or reading.unlisted:
            yield reading


def _read(part: str, known: Gazetteer) -> Reading:
    folded = fold(part)
    whole = (*known.names.get(folded, ()), *known.codes.get(folded, ()))
    if whole:
        return Reading((Name(folded, tuple(dict.fromkeys(whole))),))
    words = part.split()
    found, left = _scan(words, known)
    spoken = [word for word in left if not _is_beside(word)]
    is_named = bool(found) and not any(word[0].isupper() for word in spoken) and part != part.lower()
    if found and (is_named or not spoken):
        return Reading(tuple(found))
    return Reading(unlisted=" ".join(fold(word) for word in words if not _is_beside(word)))


def _scan(words: list[str], known: Gazetteer) -> tuple[list[Name], list[str]]:
    """Return what the longest names from left to right mean, and the words between them."""
    found: list[Name] = []
    left: list[str] = []
    is_cased = any(word[0].isupper() for word in words)
    position = 0
    while position < len(words):
        ids, length = _longest(words, position, known, is_cased=is_cased)
        if ids:
            found.append(Name(fold(" ".join(words[position : position + length])), ids))
        else:
            left.append(words[position])
        position += length
    return found, left


def _longest(words: list[str], start: int, known: Gazetteer, *, is_cased: bool) -> tuple[tuple[str, ...], int]:
    """Return what the longest name beginning at a word means and its length; where capitals are used, names have one."""
    if is_cased and words[start].islower():
        return (), 1
    for end in range(min(len(words), start + LONGEST_NAME), start, -1):
        ids = known.names.get(fold(" ".join(words[start:end])))
        if ids:
            return ids, end - start
    code = words[start].strip(".")
    return (known.codes.get(code.casefold(), ()) if start and _CODE.fullmatch(code) else ()), 1


def _is_beside(word: str) -> bool:
    return fold(word.replace("-", "")) in _BESIDE or any(sign.isdigit() for sign in word) or not fold(word)
