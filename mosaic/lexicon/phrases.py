"""Finds the lexicon's phrases in a text: longest match first, word by word, with their places.

Words are compared by key (`words.key_of`), small words inside a phrase are passed over, and a phrase
never crosses the end of a clause. Aliases under `exact` count only letter by letter.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, Protocol

from mosaic.lexicon.compiled import kept
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.synonyms import PASSED, SYNONYMS, meant
from mosaic.lexicon.variants import variants_of
from mosaic.lexicon.words import FILLERS, Token, tokenised, tokens_of

BORDERS = frozenset('.,;:!?()[]{}|\n•▪◦‣·–—=<>&"“”')
MOST_FILLERS = 2
_PLAIN = re.compile(
    r" (?:on(?! a? ?daily)|to|at|of|out|back|home|up|away|off|over|down|into|through|from|ahead|around|there|by|for an? |round|straight|early|quietly)\b"
)


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


class Mention(NamedTuple):
    """An entry named in a text at text[start:end]."""

    id: str
    start: int
    end: int


_SPOKEN = SYNONYMS.keys() | PASSED
# What may stand between the words of a spoken phrase; none of these has synonyms.
_PASSED = FILLERS | PASSED

# Each beginning of a phrase, its words joined by blanks, with the entry whose name it is; "" for none yet.
Paths = dict[str, str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The names of one kind of entry: by the keys of their words, by synonyms, and letter by letter."""

    said: Paths
    meant: Paths
    exact: Paths


def phrases_of(entries: Iterable[Named]) -> Phrases:
    """Return the names of entries ready for looking up; where two share a name, the first has it."""
    found = Phrases({}, {}, {})
    meanings: list[tuple[tuple[str, ...], str]] = []
    for entry in entries:
        for name in (entry.label, *entry.aliases):
            for keys in variants_of(name):
                _add(found.said, keys, entry.id)
                meanings.append((meant(keys), entry.id))
        for name in entry.exact:
            _add(found.exact, [token.text for token in tokens_of(name)], entry.id)
    # Every name's own words come first; a phrase of synonyms takes only what no name has taken. One word alone
    # is never exchanged: its own meanings are too many.
    for keys, entry_id in meanings:
        if len(keys) > 1:
            _add(found.meant, keys, entry_id)
    return found


def _add(paths: Paths, words: Iterable[str], entry_id: str) -> None:
    path = ""
    for word in words:
        path = f"{path} {word}" if path else word
        paths.setdefault(path, "")
    if path:
        paths[path] = paths[path] or entry_id


class Finder:
    """Finds one kind of entry."""

    def __init__(self, entries: Iterable[Named] = (), *, phrases: Phrases | None = None) -> None:
        self._phrases = phrases or phrases_of(entries)
        self._first = _first_words(self._phrases)

    def find(self, text: str, tokens: Sequence[Token] | None = None) -> list[Mention]:
        """Return the mentions in order; a phrase inside a longer one is not reported.

        `tokens` are the text's words when somebody has mended them.
        """
        tokens = tokenised(text) if tokens is None else tokens
        first, exact = self._first, self._phrases.exact
        # Nearly every word begins nothing, so it is asked about in place.
        places = [place for place, (key, word, _, _) in enumerate(tokens) if key in first or word in exact]
        if not places:
            return []
        found: list[Mention] = []
        spoken, following = _last_spoken(tokens), 0
        for place in places:
            match = self._match(text, tokens, place, is_spoken=place <= spoken) if place >= following else None
            if match is not None:
                found.append(Mention(match[0], tokens[place].start, tokens[match[1]].end))
                following = match[1] + 1
        return found

    def _match(self, text: str, tokens: Sequence[Token], place: int, *, is_spoken: bool) -> tuple[str, int] | None:
        """Return the entry with the longest phrase that begins at a place, and the phrase's last token."""
        phrases, match = self._phrases, None
        key, word, *_ = tokens[place]
        after = tokens[place + 1].key if place + 1 < len(tokens) else ""
        if _may_begin(phrases.said, key, after, FILLERS):
            match = _walk(phrases.said, text, tokens, place)
        if word in phrases.exact:
            match = _longer(match, _walk(phrases.exact, text, tokens, place, exact=True))
        if is_spoken and _may_begin(phrases.meant, SYNONYMS.get(key, key), SYNONYMS.get(after, after), _PASSED):
            match = _longer(match, _walk(phrases.meant, text, tokens, place, spoken=True))
        return match


def _first_words(phrases: Phrases) -> frozenset[str]:
    """Return the keys of words with which a phrase may begin, said or meant."""
    first = {path for paths in (phrases.said, phrases.meant) for path in paths if " " not in path}
    return frozenset(first | {word for word, meaning in SYNONYMS.items() if meaning in phrases.meant})


def _last_spoken(tokens: Sequence[Token]) -> int:
    """Return the place of the last word that is a synonym or passed over, -1 for none.

    Behind it every word is only itself, and what a phrase means is what it says.
    """
    for place in range(len(tokens) - 1, -1, -1):
        if tokens[place].key in _SPOKEN:
            return place
    return -1


def _may_begin(paths: Paths, word: str, after: str, passed: frozenset[str]) -> bool:
    """Whether a phrase can begin with a word, judged by the word after it: hardly any can, and this is all it costs."""
    entry_id = paths.get(word)
    if entry_id or entry_id is None:
        return bool(entry_id)
    return bool(after) and (after in passed or f"{word} {after}" in paths)


def _longer(one: tuple[str, int] | None, other: tuple[str, int] | None) -> tuple[str, int] | None:
    """Return the match that reaches further; the first of two equal ones."""
    return other if other and (one is None or other[1] > one[1]) else one


def _walk(
    paths: Paths, text: str, tokens: Sequence[Token], position: int, *, exact: bool = False, spoken: bool = False
) -> tuple[str, int] | None:
    """Follow tokens from `position` along the phrases; return the longest one's entry and its last token.

    `spoken` takes synonyms for each other and passes over whose thing it is.
    """
    path, best, fillers = "", None, 0
    for index in range(position, len(tokens)):
        token = tokens[index]
        if path and _is_border(text[tokens[index - 1].end : token.start]):
            break
        word = token.text if exact else SYNONYMS.get(token.key, token.key) if spoken else token.key
        ahead = f"{path} {word}" if path else word
        entry_id = paths.get(ahead)
        if entry_id is None:
            is_passed = token.key in FILLERS or (spoken and token.key in PASSED)
            if exact or not path or not is_passed or fillers == MOST_FILLERS:
                break
            fillers += 1
            continue
        path, fillers = ahead, 0
        if entry_id and not (exact and (_is_joined(text, token) or _is_plain_word(text, token))):
            best = (entry_id, index)
    return best


def _is_border(between: str) -> bool:
    return between != " " and not BORDERS.isdisjoint(between)


def _is_joined(text: str, token: Token) -> bool:
    """Whether a short name is part of something else, as in R&D or C/D."""
    around = text[max(0, token.start - 2) : token.start].strip() + text[token.end : token.end + 2].strip()[:1]
    return "&" in around


def _is_plain_word(text: str, token: Token) -> bool:
    """Whether a name is a word of every day that only opens a sentence: “Go on a busy day”, “Excel at something”."""
    is_first = (
        not text[: token.start].rstrip(" \t\"'“‘([-–—*•")
        or text[: token.start].rstrip(" \t\"'“‘([-–—*•")[-1] in ".!?:;\n"
    )
    return is_first and bool(_PLAIN.match(text, token.end))


@cache
def skill_finder() -> Finder:
    """Return the finder of skills, built once per process."""
    return _finder("skills", lexicon().skills.values())


@cache
def occupation_finder() -> Finder:
    """Return the finder of occupations, built once per process."""
    return _finder("occupations", lexicon().occupations.values())


@cache
def licence_finder() -> Finder:
    """Return the finder of licences, built once per process."""
    return Finder(lexicon().licences.values())


def _finder(name: str, entries: Iterable[Named]) -> Finder:
    """Return a finder whose phrases are kept from one process to the next."""

    def made() -> tuple[Paths, Paths, Paths]:
        found = phrases_of(entries)
        return found.said, found.meant, found.exact

    return Finder(phrases=Phrases(*kept(name, made, mark=lexicon().mark)))


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
