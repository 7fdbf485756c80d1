"""What matters most to somebody: which two weeks to ask about next, and what the choices say.

The next pair is the one after which least is open about which three come first (expected entropy; Lindley 1956, "On a
measure of the information provided by an experiment"), looking one choice further ahead. The last is the one after
which those three are guessed right most often. Nothing here is left to chance.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ps101.domain.asked import Dimension, Week
from ps101.domain.orders import (
    BELIEF,
    CENTROIDS,
    FIRST,
    MILLE,
    Choices,
    Pair,
    Whole,
    belief_after,
    by_three,
    chances,
    orders,
    pairs,
    split,
    weighed,
)

MOST = 8
MINUTES_EACH = 0.35
# The likeliest three are stable when so many of a thousand speak for them; a dimension is clear when so many say
# that it is one of the three.
STABLE, CLEAR = 750, 800
# A weight is shown with where it lies in eight of ten cases.
FROM, TO = 100, 900
LOOKED_AT = 8

Told = NDArray[np.float64]


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
    found = pairs()[_most_telling(choices)]
    # Every second pair is turned round, so that nothing follows from the side it stands on.
    return found if len(choices) % 2 == 0 else found.mirrored


def is_done(choices: Choices) -> bool:
    """Whether nothing more is asked."""
    likeliest = int(by_three(belief_after(choices)).max())
    return len(choices) >= MOST or likeliest * MILLE >= STABLE * BELIEF


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
        ranks = orders()[:, place]
        at = [int(belief[ranks == rank].sum()) for rank in range(len(CENTROIDS))]
        mean = sum(share * weight for share, weight in zip(at, CENTROIDS, strict=True)) / total
        # A belief that leans far to one side has its mean outside: it stays inside what is shown.
        ends = (min(_reached(at, TO), mean), max(_reached(at, FROM), mean))
        low, high = (_hundredths(end) for end in ends)
        rows.append(Weight(dimension, _hundredths(mean), low, high, sum(at[:FIRST]) * MILLE >= CLEAR * total))
    return tuple(sorted(rows, key=lambda one: -one.weight))


def _reached(at: Sequence[int], mille: int) -> int:
    """Return the weight of the rank at which so many thousandths of the belief are reached, from the first rank on."""
    so_far, wanted = 0, sum(at) * mille
    for share, weight in zip(at, CENTROIDS, strict=True):
        so_far += share * MILLE
        if so_far >= wanted:
            return weight
    return CENTROIDS[-1]


def _hundredths(weight: float) -> float:
    return round(100 * weight / sum(CENTROIDS), 1)


@lru_cache(maxsize=1024)
def _most_telling(choices: Choices) -> int:
    """Return the place of the pair to ask next."""
    belief, left = belief_after(choices), MOST - len(choices)
    keys = {one.pair.key for one in choices}
    asked = [place for place, pair in enumerate(pairs()) if pair.key in keys]
    told = _told(belief, left, asked)
    if left == 1:
        return int(np.argmax(told))
    near = [int(place) for place in np.argsort(-told, kind="stable")[:LOOKED_AT]]
    later = [_told_later(belief, place, left - 1, [*asked, place]) for place in near]
    return near[int(np.argmax(later))]


def _told_later(belief: Whole, place: int, left: int, asked: list[int]) -> float:
    """Return what the best pair after this one tells, on average of what may be taken of this one."""
    told, chance = 0.0, chances()[place]
    for taken in (chance, MILLE - chance):
        share = int((belief * taken).sum()) / (int(belief.sum()) * MILLE)
        told += share * float(_told(weighed(belief, taken), left, asked).max())
    return round(told, 6)


def _told(belief: Whole, left: int, asked: list[int]) -> Told:
    """Return what each pair tells about the first three; those asked before tell nothing."""
    told = _guessed(belief) if left == 1 else -_open_after(belief)
    told[asked] = -np.inf
    return told


def _guessed(belief: Whole) -> Told:
    """Return, pair by pair, how often the likeliest three after it are the right ones."""
    taken, other = split(belief)
    found: Told = np.round((taken.max(axis=1) + other.max(axis=1)) / (taken + other).sum(axis=1), 6)
    return found


def _open_after(belief: Whole) -> Told:
    """Return, pair by pair, how many bits about the first three are still open after it."""
    taken, other = split(belief)
    still_open = sum(_bits(side) * side.sum(axis=1) for side in (taken, other))
    found: Told = np.round(still_open / (taken + other).sum(axis=1), 6)
    return found


def _bits(shares: Whole) -> Told:
    part = shares / np.maximum(shares.sum(axis=1, keepdims=True), 1)
    found: Told = -(part * np.log2(np.where(part > 0, part, 1))).sum(axis=1)
    return found
