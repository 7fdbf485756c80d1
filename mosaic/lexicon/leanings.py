"""Which interest letters (Holland 1997) a statement of interest leans to, in thousandths that add up to 1000."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from mosaic.lexicon.apportion import apportioned
from mosaic.lexicon.entries import Interest, Occupation
from mosaic.lexicon.phrases import Finder, skill_finder
from mosaic.lexicon.store import lexicon

WHOLE = 1000
# What the first, second and third letter of an occupation say about it.
BY_RANK = (3, 2, 1)
ESSENTIAL, OPTIONAL = 3, 1
# Holland's hexagon: how far one direction speaks for another, by how many corners lie between them.
BY_CORNERS = (1000, 400, 100, 0)
# How much of an occupation its first, second and third letter are.
MOST_BY_RANK = (1000, 800, 600)
CORNERS = tuple(Interest)

Letters = Mapping[Interest, int]


@dataclass(frozen=True, slots=True)
class _Named:
    id: str
    label: str
    aliases: tuple[str, ...]
    exact: tuple[str, ...] = ()


def letters_of(lexicon_id: str, words: str) -> Letters:
    """Return the letters a statement leans to; empty when neither its id nor its words tell.

    The id may be a letter, or name a skill or an occupation, with or without a prefix: `skill:baking`.
    """
    named = lexicon_id.rpartition(":")[2]
    if named in tuple(Interest):
        return {Interest(named): WHOLE}
    if named in lexicon().occupations:
        return _of_occupation(lexicon().occupations[named])
    return letters_of_skill(named) if named in lexicon().skills else _of_words(words)


def draw(letter: Interest, occupation: Occupation) -> int:
    """Return how far a letter speaks for an occupation, in thousandths: all when it is its first letter."""
    by_letter = (
        BY_CORNERS[_corners(letter, own)] * most // WHOLE
        for own, most in zip(occupation.interests, MOST_BY_RANK, strict=False)
    )
    return max(by_letter)


@lru_cache(maxsize=4096)
def letters_of_skill(skill: str) -> Letters:
    """Return the letters of the occupations that need a skill; empty when none does."""
    counts: dict[Interest, int] = {}
    for occupation in lexicon().occupations.values():
        weight = ESSENTIAL * (skill in occupation.essential) + OPTIONAL * (skill in occupation.optional)
        for letter, rank in zip(occupation.interests, BY_RANK, strict=False):
            counts[letter] = counts.get(letter, 0) + weight * rank
    return _shared(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:3])


def _of_occupation(occupation: Occupation) -> Letters:
    return _shared(zip(occupation.interests, BY_RANK, strict=False))


def _of_words(words: str) -> Letters:
    """Return the letters of the phrases in somebody's words, and of the skills named in them."""
    counts: dict[Interest, int] = {}
    for mention in _finder().find(words):
        counts[Interest(mention.id)] = counts.get(Interest(mention.id), 0) + WHOLE
    for mention in skill_finder().find(words):
        for letter, share in letters_of_skill(mention.id).items():
            counts[letter] = counts.get(letter, 0) + share
    return _shared(sorted(counts.items(), key=lambda one: (-one[1], one[0])))


def _shared(counts: Iterable[tuple[Interest, int]]) -> Letters:
    rows = [(letter, count) for letter, count in counts if count]
    shares = apportioned(WHOLE, [count for _, count in rows])
    return {letter: share for (letter, _), share in zip(rows, shares, strict=True) if share}


def _corners(one: Interest, other: Interest) -> int:
    """Return how many steps lie between two letters around the hexagon R-I-A-S-E-C, 0 to 3."""
    apart = abs(CORNERS.index(one) - CORNERS.index(other))
    return min(apart, len(CORNERS) - apart)


@cache
def _finder() -> Finder:
    return Finder(_Named(one.id, one.words[0], one.words) for one in lexicon().interests.values())
