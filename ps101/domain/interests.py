"""What draws somebody: six interest letters from how much they like thirty things to do.

Each letter has a mean liking of its own; likings scatter around it as from a normal distribution, and before the first
answer the mean lies somewhere around the middle (normal means with a normal prior: Gelman and others 2013, *Bayesian
Data Analysis*, section 2.5). What was passed over tells nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import NormalDist

from mosaic.lexicon.entries import Interest
from ps101.domain.asked import Statement, statements

LOWEST, MIDDLE, HIGHEST = 1, 3, 5
LIKED = 4
# How far means lie apart, and likings around their mean, as variances.
APART, AROUND = 1.0, 0.8
# Each letter is asked about so often before anything is called clear.
LEAST = 2
# How sure it is that of two neighbours one comes first, and that a letter is liked rather than not.
IN_ORDER, LIKED_SURELY = 0.65, 0.75
MOST_DRAWS = 3
SECONDS_EACH = 6

Likings = Mapping[str, int | None]
"""Likings from 1 to 5 by statement; None where one was passed over."""


@dataclass(frozen=True, slots=True)
class Draw:
    """How far a letter draws somebody, from 0 to 100; None while nothing is known. It rests on so many answers.

    In eight of ten cases it lies from `low` to `high`.
    """

    letter: Interest
    score: int | None
    low: int
    high: int
    answers: int
    is_clear: bool


@dataclass(frozen=True, slots=True)
class _Belief:
    """Where the mean liking of a letter lies."""

    letter: Interest
    mean: float
    variance: float
    answers: int
    can_be_asked: bool


def next_statement(likings: Likings) -> Statement | None:
    """Return what to ask next, None when the order is clear or everything was asked."""
    beliefs = _beliefs(likings)
    open_ones = [one for one in beliefs if one.can_be_asked and one.letter in _unclear(beliefs)]
    few = [one for one in beliefs if one.can_be_asked and _asked(one.letter, likings) < LEAST]
    wanted = few or open_ones
    if not wanted:
        return None
    letter = min(wanted, key=lambda one: (_asked(one.letter, likings), tuple(Interest).index(one.letter))).letter
    return next(one for one in statements().values() if one.letter is letter and one.id not in likings)


def draws(likings: Likings) -> tuple[Draw, ...]:
    """Return the six letters, the strongest first; those nothing is known of come last."""
    found = [_draw(one, likings) for one in _beliefs(likings)]
    return tuple(sorted(found, key=lambda one: (one.score is None, -(one.score or 0))))


def clear_letters(likings: Likings) -> tuple[Interest, ...]:
    """Return at most three letters that clearly draw somebody, the strongest first."""
    return tuple(one.letter for one in draws(likings) if one.is_clear)[:MOST_DRAWS]


def minutes_left(likings: Likings) -> float:
    """Return how long the rest takes at most."""
    left = len(statements()) - len(likings) if next_statement(likings) else 0
    return round(left * SECONDS_EACH / 60, 1)


def _draw(belief: _Belief, likings: Likings) -> Draw:
    given = _given(belief.letter, likings)
    if not given:
        return Draw(belief.letter, None, 0, 100, 0, is_clear=False)
    curve = NormalDist(belief.mean, sqrt(belief.variance))
    is_clear = belief.answers >= LEAST and 1 - curve.cdf(MIDDLE) >= LIKED_SURELY and max(given) >= LIKED
    return Draw(
        belief.letter,
        _hundredths(sum(given) / len(given)),
        _hundredths(curve.inv_cdf(0.1)),
        _hundredths(curve.inv_cdf(0.9)),
        len(given),
        is_clear,
    )


def _hundredths(liking: float) -> int:
    return min(100, max(0, round(100 * (liking - LOWEST) / (HIGHEST - LOWEST))))


def _unclear(beliefs: list[_Belief]) -> set[Interest]:
    """Return the letters whose place in the order could still change."""
    ordered = sorted(beliefs, key=lambda one: -one.mean)
    return {one.letter for pair in pairwise(ordered) if _sureness(*pair) < IN_ORDER for one in pair}


def _sureness(first: _Belief, second: _Belief) -> float:
    return NormalDist().cdf((first.mean - second.mean) / sqrt(first.variance + second.variance))


def _beliefs(likings: Likings) -> list[_Belief]:
    return [_belief(letter, likings) for letter in Interest]


def _belief(letter: Interest, likings: Likings) -> _Belief:
    given = _given(letter, likings)
    precision = 1 / APART + len(given) / AROUND
    mean = (MIDDLE / APART + sum(given) / AROUND) / precision
    rest = sum(one.letter is letter and one.id not in likings for one in statements().values())
    return _Belief(letter, mean, 1 / precision, len(given), rest > 0)


def _given(letter: Interest, likings: Likings) -> list[int]:
    return [liking for key, liking in likings.items() if liking and statements()[key].letter is letter]


def _asked(letter: Interest, likings: Likings) -> int:
    return sum(statements()[key].letter is letter for key in likings)
