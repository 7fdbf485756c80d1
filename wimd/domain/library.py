"""Searching the prompt library: which row answers best what somebody says.

Rows are compared by the words of their `prompt` (what somebody might say), rare words counting more
(Robertson and Zaragoza: *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009; k1 = 1.2,
b = 0.75). Ties fall to the row's id, so that the same words always find the same row.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log

from mosaic.lexicon.words import tokens_of

K1, B = 1.2, 0.75
TAG_BONUS = 1.5
LEAST_SCORE = 2.0

# Words everybody uses; they tell nothing about what a message is about.
COMMON = frozenset(
    "a an the and or but if i me my mine we our you your he she it they them their this that these those is are was were be been being am have has had do "
    "does did will would can could may might to of in on at for with from by as about into over after before not no so too very just really also than then "
    "there here what when where who which how all any some more most other out up down get got go one thing things feel like want know think make".split()
)


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
        self._lengths: list[int] = []
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, row in enumerate(self.rows):
            counted = Counter(words_of(row.prompt))
            self._lengths.append(counted.total())
            for word, count in counted.items():
                self._places[word].append((place, count))
        self._average = sum(self._lengths) / len(self._lengths) if self._lengths else 1.0

    def search(self, said: str, *, tags: Collection[str] = (), without: Collection[str] = ()) -> list[Hit]:
        """Return rows that fit, best first; rows of `tags` count more, ids in `without` do not come."""
        scores: dict[int, float] = defaultdict(float)
        for word in set(words_of(said)):
            for place, count in self._places.get(word, ()):
                scores[place] += self._weight(word) * self._frequency(place, count)
        for place, row in enumerate(self.rows):
            if row.tag in tags:
                scores[place] += TAG_BONUS
        hits = [Hit(self.rows[place], round(score, 6)) for place, score in scores.items()]
        return sorted((hit for hit in hits if hit.row.key not in without), key=lambda hit: (-hit.score, hit.row.key))

    def _weight(self, word: str) -> float:
        count = len(self._places[word])
        return log(1 + (len(self.rows) - count + 0.5) / (count + 0.5))

    def _frequency(self, place: int, count: int) -> float:
        length = self._lengths[place] / self._average
        return count * (K1 + 1) / (count + K1 * (1 - B + B * length))


def words_of(text: str) -> list[str]:
    """Return the telling words of a text as comparison keys."""
    return [token.key for token in tokens_of(text) if token.text.casefold() not in COMMON]
