"""What somebody says of Mosaic, and what of it may be shown.

Whether they would recommend it is asked from 0 to 10, not as yes, maybe or no: an average needs steps, and
a 6 says more than a maybe.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 2000
FEWEST = 5
"""Figures are shown of so many answers at least: of fewer, somebody could be told apart."""


class Question(StrEnum):
    """What is asked. Stored: never renamed, only added to."""

    CLARITY = "clarity"
    RELEVANCE = "relevance"
    TRUST = "trust"
    RECOMMEND = "recommend"


STARS = [(number, number) for number in range(1, 6)]
CHANCES = [(number, number) for number in range(11)]
ALLOWED: Mapping[Question, range] = {
    Question.CLARITY: range(1, 6),
    Question.RELEVANCE: range(1, 6),
    Question.TRUST: range(1, 6),
    Question.RECOMMEND: range(11),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """How a question was answered by so many people; `average` is None while they are too few."""

    question: Question
    count: int
    average: float | None


def figure(question: Question, sums: Iterable[tuple[int, int]]) -> Figure:
    """Return the average of daily sums, each a count and a total, once there are enough answers."""
    rows = list(sums)
    count, total = sum(one for one, _ in rows), sum(one for _, one in rows)
    return Figure(question, count, round(total / count, 1) if count >= FEWEST else None)
