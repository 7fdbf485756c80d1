"""People whose weights are known, and who choose between weeks as people do: mostly by their weights."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp, fsum

from ps101.domain.asked import Dimension, Week
from ps101.domain.orders import FIRST, Choice, Choices, Pair, Took, pairs
from ps101.domain.preferences import MOST, clear_dimensions, next_pair, weigh

Weights = dict[Dimension, float]
Asking = Callable[[Choices, random.Random], Pair | None]
Parts = Callable[[random.Random], list[float]]


@dataclass(frozen=True, slots=True)
class Chooser:
    """Somebody's weights, adding up to one, and how large a difference they choose rightly in 73 of 100 cases.

    Besides, they may take the wrong one, however large the difference, with a chance of `slips`.
    """

    weights: Weights
    noise: float
    slips: float = 0.0

    @property
    def first(self) -> frozenset[Dimension]:
        """What matters most to them."""
        return frozenset(self._ordered()[:FIRST])

    @property
    def has_clear_first(self) -> bool:
        """Whether their third matters more than their fourth by two hundredths of everything."""
        third, fourth = (self.weights[one] for one in self._ordered()[FIRST - 1 : FIRST + 1])
        return third - fourth >= 0.02

    def worth(self, week: Week) -> float:
        """How much better a week is for them than its opposite."""
        return sum(self.weights[one] for one in week.strong) - sum(self.weights[one] for one in week.weak)

    def take(self, pair: Pair, chance: random.Random) -> Took:
        """Choose: rightly when the difference is large, by chance when there is none."""
        left = 1 / (1 + exp(-max(-500.0, min(500.0, self.worth(pair.left) / self.noise))))
        left += self.slips * (1 - 2 * left)
        return Took.LEFT if chance.random() < left else Took.RIGHT

    def _ordered(self) -> list[Dimension]:
        return sorted(self.weights, key=lambda one: -self.weights[one])


@dataclass(frozen=True, slots=True)
class Asked:
    """One person after the last choice."""

    chooser: Chooser
    choices: Choices

    @property
    def found(self) -> tuple[Dimension, ...]:
        """The order that was found."""
        return tuple(one.dimension for one in weigh(self.choices).weights)

    @property
    def is_found(self) -> bool:
        """Whether the three that matter most were found."""
        return frozenset(self.found[:FIRST]) == self.chooser.first

    @property
    def shared(self) -> float:
        """How much the three that were found weigh, as a part of what the right three weigh."""
        weights = self.chooser.weights
        return sum(weights[one] for one in self.found[:FIRST]) / sum(weights[one] for one in self.chooser.first)

    @property
    def astray(self) -> int:
        """How many choices went against their own weights."""
        return sum(self.chooser.worth(one.week) < 0 for one in self.choices if one.week)

    @property
    def clear(self) -> frozenset[Dimension]:
        """What would be kept as a fact."""
        return frozenset(clear_dimensions(weigh(self.choices)))


def _gamma(shape: float) -> Parts:
    """Spread by a Dirichlet distribution: with one evenly, with more alike, with less far apart."""
    return lambda chance: [chance.gammavariate(shape, 1) for _ in Dimension]


def _shuffled(parts: Iterable[float]) -> Parts:
    """Have the same weights in any order."""
    some = list(parts)
    return lambda chance: chance.sample(some, len(some))


RANKS = range(1, len(Dimension) + 1)
KINDS: dict[str, Parts] = {
    "even": _gamma(1),
    "far apart (Dirichlet 0.5)": _gamma(0.5),
    "alike (Dirichlet 2)": _gamma(2),
    "more alike (Dirichlet 5)": _gamma(5),
    "seven even parts": lambda chance: [chance.random() for _ in Dimension],
    "rank-order centroids": _shuffled(fsum(1 / one for one in RANKS[rank - 1 :]) for rank in RANKS),
    "rank sums": _shuffled(RANKS),
    "rank reciprocals": _shuffled(1 / rank for rank in RANKS),
}


def people(count: int, noise: float, seed: int, *, kind: str = "even", slips: float = 0.0) -> list[Chooser]:
    """Return people whose weights are spread evenly over everything that adds up to one, or as another kind's."""
    chance = random.Random(seed)
    return [Chooser(_spread(KINDS[kind](chance)), noise, slips) for _ in range(count)]


def _spread(parts: list[float]) -> Weights:
    return {one: part / sum(parts) for one, part in zip(Dimension, parts, strict=True)}


def ask_all(choosers: Iterable[Chooser], asking: Asking, seed: int) -> list[Asked]:
    """Ask everybody."""
    chance = random.Random(seed)
    return [_ask(one, asking, chance) for one in choosers]


def _ask(chooser: Chooser, asking: Asking, chance: random.Random) -> Asked:
    choices: Choices = ()
    while (pair := asking(choices, chance)) is not None:
        choices += (Choice(pair, chooser.take(pair, chance)),)
    return Asked(chooser, choices)


def telling(choices: Choices, chance: random.Random) -> Pair | None:
    """Ask as Mosaic does."""
    return next_pair(choices)


def by_chance(choices: Choices, chance: random.Random) -> Pair | None:
    """Ask about any pair that was not asked before."""
    asked = {one.pair.key for one in choices}
    rest = [pair for pair in pairs() if pair.key not in asked]
    return chance.choice(rest) if len(choices) < MOST else None


def fixed(choices: Choices, chance: random.Random) -> Pair | None:
    """Ask everybody about the same eight pairs, in which each dimension stands about as often as the others."""
    return FIXED[len(choices)] if len(choices) < MOST else None


def _balanced() -> Sequence[Pair]:
    order, found = list(Dimension), []
    for step in range(MOST):
        strong, weak = order[step % 7], order[(step * 3 + 1 + step // 7) % 7]
        rest = [one for one in order if one not in (strong, weak)]
        left, right = (strong, rest[step % 5]), (weak, rest[(step + 2) % 5])
        found.append(Pair(Week(left, right), Week(right, left)))
    return found


FIXED = _balanced()
