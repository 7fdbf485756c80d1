"""From a posting's title to kinds of work: the occupation it names or comes nearest to, and its level."""

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache

from mosaic.lexicon.entries import Occupation
from mosaic.lexicon.phrases import Finder, occupation_finder
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.words import keys_of

MOST = 2
ENOUGH = 0.39
SAME_FIELD = 0.04
TITLE_WEIGHT = 0.7
LEADING = "manager"
_ASIDE = re.compile(r"\((?:[mfdwx/ ]+|all genders)\)|\b\d+ ?(?:-\d+ ?)?%|\d+ hours?", re.IGNORECASE)
_SEGMENT = re.compile(r"[,(–:]| - ")
_SIDE_ROLE = re.compile(r"\b(?:to|for|with|at|in) .*$", re.IGNORECASE)


def occupations_named(role: str) -> tuple[str, ...]:
    """Return the occupations a title names, before others those before a comma or a bracket."""
    title = _ASIDE.sub(" ", role)
    for words in (*_SEGMENT.split(_SIDE_ROLE.sub("", title)), title):
        named = list(dict.fromkeys(mention.id for mention in occupation_finder().find(words)))
        if named:
            return tuple(named[:MOST])
    return ()


def occupation_like(role: str, skills: Iterable[str], field: str = "") -> tuple[str, ...]:
    """Return the occupation that a title's words and the skills of its text come nearest to, if one is near.

    A field of work that the source states speaks a little for the occupations in it.
    """
    title = _ASIDE.sub(" ", role)
    titles = [frozenset(keys_of(words)) for words in (title, _SEGMENT.split(_SIDE_ROLE.sub("", title))[0])]
    known = frozenset(skills)
    scored = (
        (
            max(_likeness(keys, known, occupation) for keys in titles) + SAME_FIELD * (occupation.field == field),
            occupation.id,
        )
        for occupation in lexicon().occupations.values()
    )
    best, found = max(scored)
    return (found,) if best >= ENOUGH else ()


@cache
def _level_finder() -> Finder:
    return Finder(lexicon().seniority.values())


def level_in(title: str, occupations: Iterable[str]) -> str:
    """Return the rung of the seniority ladder that a title stands on, or nothing when it does not say.

    “Manager” and “executive” are often only part of a name (account manager, executive assistant), so they
    count where the occupation itself is one of managers, which is ISCO's first major group.
    """
    rungs = lexicon().seniority
    named = [rungs[mention.id] for mention in _level_finder().find(_SIDE_ROLE.sub("", title))]
    manages = any(lexicon().occupations[one].isco.startswith("1") for one in occupations)
    fitting = [rung for rung in named if manages or rung.rank < rungs[LEADING].rank]
    return max(fitting, key=lambda rung: rung.rank).id if fitting else ""


def skill_level(occupation: str) -> int:
    """Return the ISCO-08 skill level of an occupation, 1 to 4; managers count with the professionals."""
    return _SKILL_LEVELS[lexicon().occupations[occupation].isco[0]]


# ISCO-08, volume 1, table 2; the armed forces stand in the middle.
_SKILL_LEVELS = {"0": 2, "1": 4, "2": 4, "3": 3, "4": 2, "5": 2, "6": 2, "7": 2, "8": 2, "9": 1}


def _likeness(title: frozenset[str], skills: frozenset[str], occupation: Occupation) -> float:
    """Return how far shared title words and shared essential skills speak for an occupation, 0 to about 1.4."""
    sharing = (name for name in _names()[occupation.id] if not title.isdisjoint(name))
    by_title = max((_shared(title, name) for name in sharing), default=0.0)
    essential = len(skills & set(occupation.essential)) / len(occupation.essential)
    optional = len(skills & set(occupation.optional)) / max(1, len(occupation.optional))
    return by_title * TITLE_WEIGHT + (essential * 0.8 + optional * 0.2) * (1 - TITLE_WEIGHT) * 2


def _shared(title: frozenset[str], name: frozenset[str]) -> float:
    """Return the weight of the words both have in that of all words of either; rare words weigh more."""
    weights = _weights()
    everything = sum(weights.get(key, 1.0) for key in title | name)
    return sum(weights.get(key, 1.0) for key in title & name) / everything if everything else 0.0


@cache
def _names() -> Mapping[str, tuple[frozenset[str], ...]]:
    occupations = lexicon().occupations.values()
    return {one.id: tuple(frozenset(keys_of(name)) for name in (one.label, *one.aliases)) for one in occupations}


@cache
def _weights() -> Mapping[str, float]:
    """Return the inverse document frequency of title words, over all names of occupations."""
    names = [name for names in _names().values() for name in names]
    counts: dict[str, int] = {}
    for name in names:
        for key in name:
            counts[key] = counts.get(key, 0) + 1
    return {key: math.log(1 + len(names) / count) / math.log(1 + len(names)) for key, count in counts.items()}
