"""What choices between two weeks let one believe about the order of what matters, in whole numbers.

Before the first choice each of the 5,040 orders of the seven dimensions is equally likely. The weights of an order
are the rank-order centroids (Barron and Barrett 1996, "Decision quality using ranked attribute weights"): the mean of
all weights that are in this order. A week's worth is the sum of its strong dimensions, and of two weeks the better one
is chosen with the probability of a logit (Luce 1959, *Individual Choice Behavior*) that now and then slips.
Nothing is rounded by chance: every machine comes to the same belief.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import combinations, permutations
from math import exp

import numpy as np
from numpy.typing import NDArray

from ps101.domain.asked import Dimension, Week

FIRST = 3
# How many orders have the same first three; they stand beside each other.
ALIKE = 144
# Rank-order centroids of seven, in 2940ths: 420 × (1 + 1/2 + … + 1/7), without the first term, and so on.
CENTROIDS = (1089, 669, 459, 319, 214, 130, 60)
# A week worth so much more (three hundredths of everything) is taken 73 of 100 times; of a thousand, so many are slips.
STEP, SLIPS = 88, 10
MILLE = 1000
# Beliefs add up to about this.
BELIEF = 1 << 30

Whole = NDArray[np.int64]


class Took(StrEnum):
    """Which of two weeks somebody took."""

    LEFT = "left"
    RIGHT = "right"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two weeks: each is strong where the other is weak."""

    left: Week
    right: Week

    @property
    def key(self) -> frozenset[Week]:
        """The two, whichever stands left."""
        return frozenset((self.left, self.right))

    @property
    def mirrored(self) -> "Pair":
        """The same pair, the other way round."""
        return Pair(self.right, self.left)


@dataclass(frozen=True, slots=True)
class Choice:
    """A pair and what was taken of it."""

    pair: Pair
    took: Took

    @property
    def week(self) -> Week | None:
        """The week that was taken."""
        return {Took.LEFT: self.pair.left, Took.RIGHT: self.pair.right}.get(self.took)


Choices = tuple[Choice, ...]


@lru_cache(maxsize=1024)
def belief_after(choices: Choices) -> Whole:
    """Return how far each order is believed after the choices. It is shared: nobody changes it."""
    belief = np.full(len(orders()), BELIEF // len(orders()), np.int64)
    for one in choices:
        if one.took is not Took.NEITHER:
            left = _chances_of(one.pair)
            belief = weighed(belief, left if one.took is Took.LEFT else MILLE - left)
    belief.setflags(write=False)
    return belief


def weighed(belief: Whole, chance: Whole) -> Whole:
    """Return the belief after something that happens, in each order, so many of a thousand times (Bayes)."""
    product = belief * chance
    return (product << 20) // max(1, int(product.sum()) >> 10)


def by_three(belief: Whole) -> Whole:
    """Return how far each set of three is believed to come first."""
    found: Whole = belief.reshape(-1, ALIKE).sum(axis=1)
    return found


def split(belief: Whole) -> tuple[Whole, Whole]:
    """Return, pair by pair, the belief in each three where its left is taken, and where its right is."""
    taken = (chances() * belief).reshape(len(pairs()), -1, ALIKE).sum(axis=2)
    return taken, MILLE * by_three(belief) - taken


@cache
def orders() -> Whole:
    """Return all orders as the rank of each dimension, those with the same first three beside each other."""
    ranks = sorted(
        permutations(range(len(Dimension))),
        key=lambda order: ([place for place, rank in enumerate(order) if rank < FIRST], order),
    )
    return np.array(ranks, np.int64)


@cache
def pairs() -> tuple[Pair, ...]:
    """Return every pair of one dimension against one, and of two against two."""
    places = list(Dimension)
    return tuple(
        Pair(Week(strong, weak), Week(weak, strong))
        for size in (1, 2)
        for strong in combinations(places, size)
        for weak in combinations([one for one in places if one not in strong], size)
        if places.index(strong[0]) < places.index(weak[0])
    )


@cache
def chances() -> Whole:
    """Return, pair by pair and order by order, in how many of a thousand times its left is taken."""
    return np.stack([_chances_of(pair) for pair in pairs()])


def _chances_of(pair: Pair) -> Whole:
    weights, places = np.array(CENTROIDS, np.int64)[orders()], list(Dimension)
    strong, weak = ([places.index(one) for one in side] for side in (pair.left.strong, pair.left.weak))
    worth = weights[:, strong].sum(axis=1) - weights[:, weak].sum(axis=1)
    sizes, where = np.unique(worth, return_inverse=True)
    return np.array([_chance(int(size)) for size in sizes], np.int64)[where]


def _chance(difference: int) -> int:
    return round(SLIPS / 2 + (MILLE - SLIPS) / (1 + exp(-difference / STEP)))
