"""Finds skills in people's own word order: who “cleaned rooms in a hotel” cleans hotel rooms.

A name counts when all of its words that carry meaning stand near each other in one clause. How much a word carries is the
logarithm of one over the share of entries that use it (inverse document frequency, Spärck Jones 1972): `shift` alone says
little, `scaffold` nearly everything. Names are looked up by their rarest word, so most words of a text cost one look.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from mosaic.lexicon.compiled import kept
from mosaic.lexicon.hints import hint, hints_in
from mosaic.lexicon.phrases import Mention, Named, skill_finder
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.synonyms import SYNONYMS, meant
from mosaic.lexicon.typos import mended
from mosaic.lexicon.words import FILLERS, Token, key_of, keys_of, tokenised

# Words that join others and carry nothing by themselves; a name is found with or without them.
JOINING = frozenset(key_of(word) for word in "in at for with from by and or to on as into of about".split())
# A name of common words alone could mean anything when its words are not side by side.
LEAST_WEIGHT = 8.5
# So many other words may stand between the words of a name, in its own order and in another.
BETWEEN, BETWEEN_TURNED = 4, 2
_CLAUSE_END = re.compile(
    r"[,;:()\n!?•▪◦‣]|\.(?=\s|$)|\s[-–—]\s|\b(?:but|because|although|though|so that|whereas|while|who|which)\b",
    re.IGNORECASE,
)

# Every border of a clause is, or begins at, one of these; a full stop is looked for by itself, since most texts end with one.
_MAY_END = hint(r"[,;:()\n!?•▪◦‣–—-]|but|because|although|though|so|whereas|while|who|which")

# A name: whose it is, its words, and their weight. Names are kept in order under the two rarest of their words.
Name = tuple[int, str, tuple[str, ...], float]
Names = dict[str, dict[str, list[Name]]]


class _Match(NamedTuple):
    id: str
    places: tuple[int, ...]
    weight: float


class LooseFinder:
    """Finds entries by their words in any order, within one clause."""

    def __init__(self, names: Names) -> None:
        self._by_rarest = names

    def find(self, text: str, tokens: Sequence[Token] | None = None) -> list[Mention]:
        """Return the mentions in order, from the first to the last word of each; `tokens` as for names."""
        tokens = tokenised(text) if tokens is None else tokens
        keys = [token.key for token in tokens]
        if self._by_rarest.keys().isdisjoint(keys) or not self._may_name(set(meant(keys))):
            return []
        return sorted(self._mentions(text, tokens), key=lambda one: (one.start, one.end, one.id))

    def _may_name(self, words: set[str]) -> bool:
        """Whether the two rarest words of a name stand anywhere in a text: they hardly ever do."""
        return any(not self._by_rarest[word].keys().isdisjoint(words) for word in words & self._by_rarest.keys())

    def _mentions(self, text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
        for clause in _clauses(text, tokens):
            words = [token for token in clause if token.key not in FILLERS]
            for match in _best(self._matches(words)):
                first, last = words[min(match.places)], words[max(match.places)]
                yield Mention(match.id, first.start, last.end)

    def _matches(self, words: Sequence[Token]) -> Iterator[_Match]:
        there: dict[str, int] = {}
        for place, word in enumerate(words):
            there.setdefault(SYNONYMS.get(word.key, word.key), place)
        for rarest in [key for key in there if key in self._by_rarest]:
            names = self._by_rarest[rarest]
            if names.keys().isdisjoint(there):
                continue
            for _, entry_id, name, weight in sorted(one for key in names.keys() & there.keys() for one in names[key]):
                if all(map(there.__contains__, name)):
                    places = tuple(map(there.__getitem__, name))
                    if _is_near(places):
                        yield _Match(entry_id, places, weight)


def _is_near(places: Sequence[int]) -> bool:
    between = max(places) - min(places) + 1 - len(places)
    in_order = all(one < other for one, other in pairwise(places))
    return between <= (BETWEEN if in_order else BETWEEN_TURNED)


def _best(matches: Iterable[_Match]) -> Iterator[_Match]:
    """Yield the weightiest matches; a lighter one needs a word that no weightier one has."""
    taken: set[int] = set()
    for match in sorted(matches, key=lambda one: (-one.weight, one.id)):
        if not taken.issuperset(match.places[1:] or match.places):
            taken.update(match.places)
            yield match


def _clauses(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    if not hints_in(text) & _MAY_END and text.find(".", 0, tokens[-1].end) < 0:
        yield list(tokens)
        return
    borders = deque(match.start() for match in _CLAUSE_END.finditer(text))
    clause: list[Token] = []
    for token in tokens:
        if borders and borders[0] < token.end:
            yield clause
            clause = []
            while borders and borders[0] < token.end:
                borders.popleft()
        clause.append(token)
    yield clause


def skills_said(text: str) -> list[Mention]:
    """Return the skills a text of somebody's own words names, by name or loosely, in order."""
    tokens = mended(text)
    named = skill_finder().find(text, tokens)
    loose = (
        one for one in loose_skill_finder().find(text, tokens) if not any(_is_within(one, other) for other in named)
    )
    return sorted([*named, *loose], key=lambda one: (one.start, one.end, one.id))


def _is_within(one: Mention, other: Mention) -> bool:
    return other.start <= one.start and one.end <= other.end


@cache
def loose_skill_finder() -> LooseFinder:
    """Return the loose finder of skills, built once per process."""
    found = lexicon()
    return LooseFinder(kept("loose", lambda: names_by_rarest(found.skills.values()), mark=found.mark))


def names_by_rarest(entries: Iterable[Named]) -> Names:
    """Return the names that may be looked for loosely, under the rarest of their words."""
    names = [(entry.id, meant(keys_of(name))) for entry in entries for name in (entry.label, *entry.aliases)]
    used = Counter(key for _, key in {(entry_id, key) for entry_id, keys in names for key in keys})
    count = len({entry_id for entry_id, _ in names})
    found: defaultdict[str, dict[str, list[Name]]] = defaultdict(dict)
    for number, (entry_id, keys) in enumerate(dict.fromkeys(names)):
        name = tuple(dict.fromkeys(key for key in keys if key not in JOINING))
        weight = sum(log(count / used[key]) for key in name)
        if len(name) > 1 and weight >= LEAST_WEIGHT:
            rarest, second = sorted(name, key=lambda key: (used[key], key))[:2]
            found[rarest].setdefault(second, []).append((number, entry_id, name, weight))
    return dict(found)
