"""Searching the prompt library: which row answers best what somebody says.

Rows are compared by their `prompt` (what somebody might say) with the words of a message and with its cues, rare ones
counting more (the weight of Robertson and Sparck Jones: *Relevance Weighting of Search Terms*, 1976). What counts is
how much of the message a row covers and how much of the row the message covers: the answer to somebody with a farm
and a father is none for somebody with a farm. A row whose answer takes up a word of its prompt ("the farm") falls
back where the message has no such word. Ties fall to the row's id, so that the same words always find the same row.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log
from math import pow as power

from wimd.domain.cues import Heard, cues

CUE_WEIGHT = 2.4
"""A cue counts so many times as much as a word that is as rare."""
WITHIN = 0.3
"""What a word counts that is a part of a cue, and so is told already."""
FAINT = 0.35
"""What a word counts that everybody uses."""
OF_MESSAGE, OF_ROW = 0.5, 1.0
"""How much it counts which part of the message a row covers, and which part of the row the message covers."""
UNSAID = 0.55
"""What is left of a score for each word of the prompt that the answer takes up and the message lacks."""
ON_TOPIC = 1.5
"""What a score is multiplied by where the cues of a message point to the row's tag."""
TAG_BONUS = 3.0
LEAST_SCORE = 7.0

Features = dict[str, float]
"""Words and cues (with "=") of a text, and how much each counts in it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the library."""

    key: str
    prompt: str
    completion: str
    tag: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A row and how well it fits; comparable only within one search."""

    row: Row
    score: float


class Library:
    """An index over rows, built once per version."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        heard = [cues().heard(row.prompt) for row in self.rows]
        found = [_features(one) for one in heard]
        self._places: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, features in enumerate(found):
            for feature, share in features.items():
                self._places[feature].append((place, share))
        self._weights = {feature: self._weight(feature) for feature in self._places}
        self._sizes = [self._size(features) for features in found]
        self._taken_up = [_taken_up(row, one) for row, one in zip(self.rows, heard, strict=True)]
        self._tagged: dict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(self.rows):
            self._tagged[row.tag].append(place)

    def search(self, said: str, *, tags: Collection[str] = (), without: Collection[str] = ()) -> list[Hit]:
        """Return rows that fit, best first; rows of `tags` count more, ids in `without` do not come."""
        heard = cues().heard(said)
        scores = self._scores(_features(heard), _topics(heard))
        for tag in tags:
            for place in self._tagged.get(tag, ()):
                scores[place] = scores.get(place, 0.0) + TAG_BONUS
        hits = [Hit(self.rows[place], round(score, 6)) for place, score in scores.items()]
        return sorted((hit for hit in hits if hit.row.key not in without), key=lambda hit: (-hit.score, hit.row.key))

    def _scores(self, features: Features, topics: Collection[str]) -> dict[int, float]:
        """Return the scores of rows that share something with a message."""
        shared: dict[int, float] = defaultdict(float)
        for feature, share in features.items():
            for place, theirs in self._places.get(feature, ()):
                shared[place] += self._weights[feature] * min(share, theirs)
        said = self._size(features)
        return {place: self._score(place, common, said, features, topics) for place, common in shared.items()}

    def _score(self, place: int, common: float, said: float, features: Features, topics: Collection[str]) -> float:
        covered = power(common / said, OF_MESSAGE) * power(common / self._sizes[place], OF_ROW)
        missing = sum(alternatives.isdisjoint(features) for alternatives in self._taken_up[place])
        return common * covered * power(UNSAID, missing) * (ON_TOPIC if self.rows[place].tag in topics else 1.0)

    def _size(self, features: Features) -> float:
        """Return the weight of all of a text; a word that no row has counts half of the rarest."""
        unknown = 0.5 * log(1 + 2 * len(self.rows))
        return sum(self._weights.get(feature, unknown) * share for feature, share in features.items())

    def _weight(self, feature: str) -> float:
        count = len(self._places[feature])
        rarity = log(1 + (len(self.rows) - count + 0.5) / (count + 0.5))
        return rarity * (CUE_WEIGHT if feature.startswith("=") else 1.0)


def _features(heard: Heard) -> Features:
    """Return words and cues in a fixed order."""
    words = {word.key: WITHIN if word.cues else FAINT if word.is_common else 1.0 for word in heard.words}
    return dict(sorted((words | {f"={name}": 1.0 for name in heard.cues}).items()))


def _taken_up(row: Row, heard: Heard) -> list[frozenset[str]]:
    """Return for each word of the prompt that the completion takes up what a message may have instead."""
    again = {word.key for word in cues().heard(row.completion).words if not word.is_common}
    return [frozenset({word.key, *(f"={name}" for name in word.cues)}) for word in heard.words if word.key in again]


def _topics(heard: Heard) -> frozenset[str]:
    """Return the tags that the cues of a message point to."""
    return frozenset(tag for name in heard.cues for tag in cues().cues[name].tags)
