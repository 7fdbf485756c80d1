"""How far a line of a résumé answers the lines of a posting.

A skill or licence that both name counts fully, a skill related to the one asked for by the lexicon's stated
strength, and shared words of content a little. Algorithm of our own; deterministic.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from mosaic.lexicon.claims import Stance, stance_at
from mosaic.lexicon.phrases import licence_finder, skill_finder
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.words import FILLERS, key_of, tokens_of
from resume.domain.posting import Requirement

BROADER = 0.8
LEAST_RELATED = 0.4
SHARED_WORDS = 0.3
ENOUGH_SHARED = 2
COMMON_WORDS = Path(__file__).parent.parent / "data" / "common_words.toml"


@dataclass(frozen=True, slots=True)
class Hit:
    """A requirement that a line answers, how far (0 to 1), and by which skill or licence ("" by its words)."""

    requirement: Requirement
    strength: float
    lexicon_id: str = ""


@lru_cache(maxsize=4096)
def named_in(text: str) -> tuple[str, ...]:
    """Return the skills and licences a text claims, in order."""
    mentions = sorted(
        [*skill_finder().find(text), *licence_finder().find(text)], key=lambda one: (one.start, one.end, one.id)
    )
    claimed = (one.id for one in mentions if stance_at(text, one.start) is Stance.HAS)
    return tuple(dict.fromkeys(claimed))


def hits(text: str, requirements: Iterable[Requirement]) -> tuple[Hit, ...]:
    """Return the requirements a line answers, the best answered first."""
    named, keys = named_in(text), _content_keys(text)
    found = [hit for one in requirements if (hit := _hit(named, keys, one))]
    return tuple(sorted(found, key=lambda hit: -hit.strength * hit.requirement.weight))


def score(found: Sequence[Hit]) -> float:
    """Return how much a line is worth for a posting."""
    return round(sum(hit.strength * hit.requirement.weight for hit in found), 3)


def transfer(has: str, asked: str) -> float:
    """Return how far having one skill counts for another: 1 for the same, 0 for unrelated ones."""
    if has == asked:
        return 1.0
    skill = lexicon().skills.get(has)
    if skill is None:
        return 0.0
    if asked in skill.parents:
        return BROADER
    strength = skill.related.get(asked, 0.0)
    return strength if strength >= LEAST_RELATED else 0.0


def _hit(named: Sequence[str], keys: frozenset[str], requirement: Requirement) -> Hit | None:
    pairs = [(transfer(has, asked), has) for has in named for asked in requirement.lexicon_ids]
    strength, by = max(pairs, key=lambda pair: pair[0], default=(0.0, ""))
    if strength:
        return Hit(requirement, strength, by)
    if len(keys & _content_keys(requirement.quote)) >= ENOUGH_SHARED:
        return Hit(requirement, SHARED_WORDS)
    return None


@lru_cache(maxsize=4096)
def _content_keys(text: str) -> frozenset[str]:
    keys = {token.key for token in tokens_of(text) if len(token.text) > 3}
    return frozenset(keys - _common() - FILLERS)


@cache
def _common() -> frozenset[str]:
    """Return the words that connect nothing."""
    listed = tomllib.loads(COMMON_WORDS.read_text(encoding="utf-8"))
    return frozenset(key_of(word) for words in listed.values() for word in words.split())
