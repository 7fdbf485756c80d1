"""What choices between two weeks let one believe about the order of what matters, in whole numbers.

Before the first choice each of the 5,040 orders of the seven dimensions is equally likely, with each of a few spreads
of weights. A week's worth is the sum of its strong dimensions, and of two weeks the better one is chosen with the
probability of a logit (Luce 1959, *Individual Choice Behavior*) that now and then slips. Nothing is rounded by chance:
every machine comes to the same belief.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import combinations, permutations
from math import comb, exp

import numpy as np
from numpy.typing import NDArray

from ps101.domain.asked import Dimension, Week
from ps101.domain.spreads import ALL, SPREADS, spreads

FIRST = 3
# How many threes can come first. The orders with the same first three stand beside each other.
THREES = comb(len(Dimension), FIRST)
# A week worth so much more (1.5 hundredths of everything) is taken 73 of 100 times; of a thousand, so many are slips.
STEP, SLIPS = 150, 10
MILLE = 1000
# So many are multiplied at once: products so small that no library splits them up among threads, which on a busy machine
# wait for each other longer than they work.
TOGETHER = 32
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
    """Return how far each order with each spread is believed after the choices. It is shared: nobody changes it."""
    count = len(orders()) * SPREADS
    belief = np.full(count, BELIEF // count, np.int64)
    for one in choices:
        if one.took is not Took.NEITHER:
            left = _chances_of(one.pair)
            belief = _weighed(belief, left if one.took is Took.LEFT else MILLE - left)
    belief.setflags(write=False)
    return belief


def by_three(belief: Whole) -> Whole:
    """Return how far each set of three is believed to come first."""
    found: Whole = belief.reshape(THREES, -1).sum(axis=1)
    return found


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
def chances() -> NDArray[np.int16]:
    """Return in how many of a thousand times a left is taken: by the first three, part, pair, and place in the part."""
    found = np.empty((THREES, len(orders()) * SPREADS // THREES // TOGETHER, len(pairs()), TOGETHER), np.int16)
    for place, pair in enumerate(pairs()):
        found[:, :, place] = _chances_of(pair).reshape(THREES, -1, TOGETHER)
    return found


def _weighed(belief: Whole, chance: Whole) -> Whole:
    """Return the belief after something that happens, in each order, so many of a thousand times (Bayes)."""
    product = belief * chance
    return (product << 20) // max(1, int(product.sum()) >> 10)


def _chances_of(pair: Pair) -> Whole:
    """Return, for each order with each spread, in how many of a thousand times the left is taken."""
    places = list(Dimension)
    strong, weak = ([places.index(one) for one in side] for side in (pair.left.strong, pair.left.weak))
    worth = _weights()[strong].sum(axis=0) - _weights()[weak].sum(axis=0)
    found: Whole = _chance_by_worth()[worth.ravel() + 2 * ALL]
    return found


@cache
def _weights() -> Whole:
    """Return the weight of each dimension in each order with each spread."""
    return spreads().T[orders().T]


@cache
def _chance_by_worth() -> Whole:
    """Return how often the left is taken, from the least it can be worth more to the most."""
    chances_ = [SLIPS / 2 + (MILLE - SLIPS) / (1 + exp(-worth / STEP)) for worth in range(-2 * ALL, 2 * ALL + 1)]
    return np.array([round(one) for one in chances_], np.int64)
