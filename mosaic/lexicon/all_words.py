"""How much the words of a sentence speak for each skill, by all words of its names and its meaning together.

The same is asked of occupations with all words of the skills they need. One name seldom holds two words of a roundabout sentence; all that a skill is called does. Words are weighed after Robertson and
Zaragoza (2009), *The Probabilistic Relevance Framework: BM25 and Beyond*: rare ones more, repeated ones less and less.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from mosaic.lexicon.shared_words import SMALL_KEYS

Vector = NDArray[np.float32]
# How soon repeating a word stops to count, and how far long lists of names are scaled down.
SATURATION, LENGTH = 0.6, 0.75
# What is kept from one process to the next.
ALL_WORDS = ("borders", "skills", "much")


class AllWords:
    """For each word, the skills that have it, and how much it speaks for them."""

    def __init__(self, kept: dict[str, bytes], count: int) -> None:
        self._count = count
        skills, much = np.frombuffer(kept["skills"], np.int32), np.frombuffer(kept["much"], np.float32)
        borders = json.loads(kept["borders"])
        self._by_key = {key: (skills[start:end], much[start:end]) for key, (start, end) in borders.items()}

    def speaking_for(self, keys: Iterable[str]) -> Vector:
        """Return how much the words of a text speak for each skill."""
        found = np.zeros(self._count, np.float32)
        for key in sorted(set(keys) & self._by_key.keys()):
            skills, much = self._by_key[key]
            found[skills] += much
        return found


def weighed(documents: Sequence[Sequence[str]]) -> dict[str, bytes]:
    """Return the words of documents, one for each skill, ready for AllWords."""
    counts = [Counter(key for key in keys if key not in SMALL_KEYS) for keys in documents]
    lengths = np.array([each.total() for each in counts]) / max(1.0, np.mean([each.total() for each in counts]))
    where: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for skill, each in enumerate(counts):
        for key, times in each.items():
            where[key].append((skill, times))
    borders, skills, much, end = {}, [], [], 0
    for key in sorted(where):
        rarity = log(1 + (len(counts) - len(where[key]) + 0.5) / (len(where[key]) + 0.5))
        start, end = end, end + len(where[key])
        borders[key] = (start, end)
        for skill, times in where[key]:
            room = SATURATION * (1 - LENGTH + LENGTH * lengths[skill])
            skills.append(skill)
            much.append(rarity * times * (SATURATION + 1) / (times + room))
    return {
        "borders": json.dumps(borders).encode(),
        "skills": np.array(skills, np.int32).tobytes(),
        "much": np.array(much, np.float32).tobytes(),
    }
