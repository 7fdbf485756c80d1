"""Which skills a part of a posting names: by the lexicon's phrases, and more freely near the posting's occupation.

Postings word the same duty in many ways (“dress and check wounds”). Where the title has told what kind of work
it is, the words of a phrase may stand apart, and one telling word of a skill usual in that work is enough.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from mosaic.lexicon.phrases import Mention, licence_finder, skill_finder
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.words import FILLERS, keys_of, tokens_of

# How far before a word one looks for what rules it out.
NEAR = 120

# Words that carry no meaning of their own inside a phrase.
EMPTY = FILLERS | frozenset(
    "and or of to in on for with at by from up out as be is are not no off over into about well good other per "
    "within work do use make give take keep help have run day time".split()
)
TELLING = 2
WIDTH = 2
_NEGATED = re.compile(r"\b(?:no|not|without|never)\s+(?:\w+[- ])?$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,.;:!?()\n–—]")
_EITHER = re.compile(r"^[\s,]*(?:\bor\b|/)\s*(?:in |with |a |an )?$|^\s*,\s*$", re.IGNORECASE)
_OR = re.compile(r"\bor\b|/", re.IGNORECASE)
# “Experience in a supportive role: care, teaching, youth work”: examples, any of which will do.
_EXAMPLES = re.compile(
    r"\b(?:such as|for instance|for example|e\.g\.|be it|whether|in whatever|wherever|or similar|or the like|or (?:in )?an(?:y|other)|(?:role|background|experience in [^,:]{3,40}):)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Context:
    """The skills around a kind of work: `usual` in it, and `near` it in the same field."""

    usual: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()


def alternatives_in(words: str, context: Context) -> list[tuple[str, ...]]:
    """Return what a part names; each item lists alternatives, any of which is asked for."""
    papers = licence_finder().find(words)
    mentions = [one for one in skill_finder().find(words) if _stands_for_itself(one, words, papers)]
    groups = [mentions] if mentions and _EXAMPLES.search(words) else _joined_by_or(words, mentions)
    found = [tuple(dict.fromkeys(one.id for one in group)) for group in groups]
    known = {one.id for one in mentions}
    return found + [(one,) for one in sorted(_freely(words, context) - known)]


def _stands_for_itself(one: Mention, words: str, papers: list[Mention]) -> bool:
    """Whether a skill is meant: neither ruled out nor only the name of a paper (“first aid certificate”)."""
    is_paper = any(paper.start <= one.start and one.end <= paper.end for paper in papers)
    return not is_paper and not _NEGATED.search(words[max(0, one.start - NEAR) : one.start])


@lru_cache(maxsize=1024)
def context_of(occupations: tuple[str, ...]) -> Context:
    """Return the skills around some occupations."""
    known = [lexicon().occupations[one] for one in occupations]
    skills = lexicon().skills
    usual = frozenset(skill for one in known for skill in (*one.essential, *one.optional))
    fields = {one.field for one in known}
    beside = {other for one in usual for other in (*skills[one].related, *skills[one].parents)}
    return Context(usual, usual | beside | {one.id for one in skills.values() if one.field in fields})


def _joined_by_or(words: str, mentions: list[Mention]) -> Iterator[list[Mention]]:
    """Group mentions that stand in one list with “or”: “Dutch, German or French”."""
    group: list[Mention] = []
    for mention in mentions:
        if group and _EITHER.match(words[group[-1].end : mention.start]):
            group.append(mention)
            continue
        yield from _settled(words, group)
        group = [mention]
    yield from _settled(words, group)


def _settled(words: str, group: list[Mention]) -> Iterator[list[Mention]]:
    if group and len(group) > 1 and _OR.search(words[group[0].end : group[-1].start]):
        yield group
    else:
        yield from ([one] for one in group)


def _freely(words: str, context: Context) -> set[str]:
    """Return skills near the occupation whose words stand close together, and usual ones with a telling word."""
    if not context.near:
        return set()
    found = set()
    for clause in _CLAUSE.split(words):
        keys = [token.key for token in tokens_of(clause)]
        present = set(keys)
        for key in present & _by_rarest_key().keys():
            found |= {
                skill
                for skill, needed in _by_rarest_key()[key]
                if skill in context.near and needed <= present and _width(keys, needed) <= 2 * len(needed) + WIDTH
            }
        found |= {skill for skill in context.usual if _telling_words()[skill] & present}
    return found


def _width(keys: list[str], needed: frozenset[str]) -> int:
    """Return the length of the shortest stretch of words that holds all that is needed."""
    places = [(place, key) for place, key in enumerate(keys) if key in needed]
    shortest = len(keys) + 1
    for at, (start, _) in enumerate(places):
        seen: set[str] = set()
        for place, key in places[at:]:
            seen.add(key)
            if seen == needed:
                shortest = min(shortest, place - start + 1)
                break
    return shortest


def _content(name: str) -> frozenset[str]:
    return frozenset(key for key in keys_of(name) if key not in EMPTY)


@cache
def _by_rarest_key() -> Mapping[str, list[tuple[str, frozenset[str]]]]:
    """Return (skill, words needed) by the rarest of the words, for all names of two or more words."""
    names = [(one.id, _content(name)) for one in lexicon().skills.values() for name in (one.label, *one.aliases)]
    counts = _counted(keys for _, keys in names)
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for skill, keys in names:
        if len(keys) > 1:
            found.setdefault(min(keys, key=lambda key: (counts[key], key)), []).append((skill, keys))
    return found


@cache
def _telling_words() -> Mapping[str, frozenset[str]]:
    """Return the words of each skill's label that few other skills share."""
    skills = lexicon().skills.values()
    counts = _counted(frozenset(key for name in (one.label, *one.aliases) for key in _content(name)) for one in skills)
    return {
        one.id: frozenset(key for key in _content(one.label) if counts[key] <= TELLING and len(key) > 3)
        for one in skills
    }


def _counted(groups: Iterable[frozenset[str]]) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for group in groups:
        for key in group:
            counts[key] = counts.get(key, 0) + 1
    return counts
