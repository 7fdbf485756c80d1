"""Which pair of weeks to ask about next, looking up to three choices further ahead.

What is still open is how many guesses it would take to name the first three: the bound that Arikan (1996, "An
inequality on guessing and its application to sequential decoding") gives for the mean square root of that number. At
the last choice it is how often the likeliest three are the right ones. The eight pairs after which least is open are
followed further, each time with the pair that then tells most, whatever is taken. What is summed are whole numbers
that a float holds exactly, so that it does not matter in which order a machine adds them.
"""

from collections.abc import Collection
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ps101.domain.orders import MILLE, THREES, TOGETHER, Choices, Whole, belief_after, chances, pairs

# How many pairs are looked at further, and how many choices ahead.
LOOKED_AT, AHEAD = 8, 3
# Differences below this may be those of machines.
DIGITS = 6

Told = NDArray[np.float64]


@lru_cache(maxsize=1024)
def most_telling(choices: Choices, left: int) -> int:
    """Return the place of the pair to ask next, when so many are left with it."""
    belief = belief_after(choices)
    asked = [place for place, pair in enumerate(pairs()) if pair.key in {one.pair.key for one in choices}]
    told, _ = _told(belief, np.empty((0, 1), np.int64), left, asked)
    near = np.argsort(-told[0], kind="stable")[:LOOKED_AT]
    if left == 1:
        return int(near[0])
    paths = np.array([[*near, *~near]])
    told, shares = _told(belief, paths, left - 1, asked)
    for further in range(2, min(AHEAD, left - 1) + 1):
        best = told.argmax(axis=1)
        paths = np.hstack([np.vstack([paths, best]), np.vstack([paths, ~best])])
        told, shares = _told(belief, paths, left - further, asked)
    after = (told.max(axis=1) * shares).reshape(-1, len(near)).sum(axis=0)
    return int(near[np.argmax(after.round(DIGITS))])


def _told(belief: Whole, paths: Whole, left: int, asked: Collection[int]) -> tuple[Told, Told]:
    """Return what each pair tells after each path, and how far each path is believed.

    A path is a column of what was taken: the place of a pair for its left, its complement for its right. What was
    asked before tells nothing.
    """
    taken, other = _split(belief, paths)
    told = _named(taken, other) if left == 1 else -_open(taken) - _open(other)
    total = (taken + other).sum(axis=0)
    told = (told / total).round(DIGITS)
    told[:, list(asked)] = -np.inf
    for step in paths:
        told[np.arange(len(told)), _place(step)] = -np.inf
    return told, total[:, 0] / total[:, 0].sum()


def _split(belief: Whole, paths: Whole) -> tuple[Told, Told]:
    """Return the belief in each three, by path and pair: where its left is taken, and where its right is."""
    taken, total = [], []
    for small, part in zip(chances(), belief.reshape(THREES, -1, 1, TOGETHER), strict=True):
        chance = small.astype(np.float64)
        after = np.repeat(part.astype(np.float64), paths.shape[1], axis=1)
        for step in paths:
            after *= np.abs(chance[:, _place(step)] - np.where(step < 0, MILLE, 0)[:, None])
        after = np.floor(after / MILLE ** len(paths))
        taken.append((after @ chance.transpose(0, 2, 1)).sum(axis=0))
        total.append(after.sum(axis=(0, 2))[:, None])
    left = np.stack(taken)
    return left, MILLE * np.stack(total) - left


def _place(step: Whole) -> Whole:
    return np.where(step < 0, ~step, step)


def _named(taken: Told, other: Told) -> Told:
    found: Told = taken.max(axis=0) + other.max(axis=0)
    return found


def _open(shares: Told) -> Told:
    found: Told = np.cbrt(shares * shares).sum(axis=0) ** 1.5
    return found
