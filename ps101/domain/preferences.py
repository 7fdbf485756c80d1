"""What matters most to somebody: which two weeks to ask about next, and what the choices say.

The next pair is the one after which, some choices further, least is open about which three come first. The last is
the one after which those three are guessed right most often. Nothing here is left to chance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np

from ps101.domain.ahead import most_telling
from ps101.domain.asked import Dimension, Week
from ps101.domain.orders import (
    BELIEF,
    FIRST,
    MILLE,
    Choices,
    Pair,
    Whole,
    belief_after,
    by_three,
    orders,
    pairs,
)
from ps101.domain.spreads import ALL, SPREADS, spreads

MOST = 8
MINUTES_EACH = 0.35
# The likeliest three are stable when so many of a thousand speak for them; a dimension is clear when so many say
# that it is one of the three.
STABLE, CLEAR = 720, 800
# A weight is shown with where it lies in eight of ten cases.
FROM, TO = 100, 900


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a dimension matters, in hundredths of everything; in eight of ten cases it lies from `low` to `high`."""

    dimension: Dimension
    weight: float
    low: float
    high: float
    is_clear: bool


@dataclass(frozen=True, slots=True)
class Weighing:
    """What choices say: weights, the heaviest first (none while nothing was chosen), and how many choices agree."""

    weights: tuple[Weight, ...]
    agreeing: int
    decided: int
    is_done: bool
    left: int

    @property
    def minutes(self) -> float:
        """How long the rest takes at most."""
        return round(self.left * MINUTES_EACH, 1)


def next_pair(choices: Choices) -> Pair | None:
    """Return what to ask next, None when the first three are stable or enough was asked."""
    if is_done(choices):
        return None
    found = pairs()[most_telling(choices, MOST - len(choices))]
    # Every second pair is turned round, so that nothing follows from the side it stands on.
    return found if len(choices) % 2 == 0 else found.mirrored


def is_done(choices: Choices) -> bool:
    """Whether nothing more is asked."""
    likeliest = int(by_three(belief_after(choices)).max())
    return len(choices) >= MOST or likeliest * MILLE >= STABLE * BELIEF


@lru_cache(maxsize=1024)
def weigh(choices: Choices) -> Weighing:
    """Return what the choices say."""
    taken = [one.week for one in choices if one.week]
    weights = _weights(belief_after(choices)) if taken else ()
    found = {one.dimension: one.weight for one in weights}
    agreeing = sum(_worth(week, found) > 0 for week in taken)
    left = 0 if is_done(choices) else MOST - len(choices)
    return Weighing(weights, agreeing, len(taken), left == 0, left)


def clear_dimensions(weighing: Weighing) -> tuple[Dimension, ...]:
    """Return what clearly comes before the rest, the heaviest first."""
    return tuple(one.dimension for one in weighing.weights if one.is_clear)


def _worth(week: Week, weights: Mapping[Dimension, float]) -> float:
    return sum(weights[one] for one in week.strong) - sum(weights[one] for one in week.weak)


def _weights(belief: Whole) -> tuple[Weight, ...]:
    rows, total = [], int(belief.sum())
    for place, dimension in enumerate(Dimension):
        at = _by_rank(belief, orders()[:, place])
        mean = int((at * spreads().T).sum()) / total
        sizes = sorted(zip(spreads().T.ravel().tolist(), at.ravel().tolist(), strict=True))
        # A belief that leans far to one side has its mean outside: it stays inside what is shown.
        low, high = min(_reached(sizes, FROM), mean), max(_reached(sizes, TO), mean)
        is_clear = int(at[:FIRST].sum()) * MILLE >= CLEAR * total
        rows.append(Weight(dimension, _hundredths(mean), _hundredths(low), _hundredths(high), is_clear))
    return tuple(sorted(rows, key=lambda one: -one.weight))


def _by_rank(belief: Whole, ranks: Whole) -> Whole:
    """Return how far a dimension is believed to have each rank, with each spread."""
    by_order = belief.reshape(-1, SPREADS)
    return np.array([by_order[ranks == rank].sum(axis=0) for rank in range(len(Dimension))])


def _reached(sizes: Sequence[tuple[int, int]], mille: int) -> int:
    """Return the weight at which so many thousandths of the belief are reached, from the lightest on."""
    wanted = mille * sum(share for _, share in sizes)
    so_far = accumulate(share * MILLE for _, share in sizes)
    return next(size for (size, _), reached in zip(sizes, so_far, strict=True) if reached >= wanted)


def _hundredths(weight: float) -> float:
    return round(100 * weight / ALL, 1)
