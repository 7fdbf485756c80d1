"""What a call costs. Prices are dollars for a million tokens, so one token costs that many millionths of a dollar."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from mosaic.ai.domain.calls import Ask, Usage

_PRICE = re.compile(r"([\w./:@-]{1,100})=(\d{1,4}(?:\.\d{1,4})?)/(\d{1,4}(?:\.\d{1,4})?)", re.ASCII)
FEWEST_LETTERS = 2
"""Letters a token has at least, counted in bytes: an estimate that is never too low by much in any script."""
SHARE_OF_SHAPE = 3


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars for a million tokens sent and received."""

    taken: Decimal
    given: Decimal


UNKNOWN = Price(Decimal(20), Decimal(100))
"""A model without a price counts as dear, so that a budget is kept rather than overrun."""


def prices_in(text: str) -> dict[str, Price]:
    """Read `a-model=3/15, another=0.25/2`. Raises ValueError for anything else."""
    found = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _PRICE.fullmatch(part)
        if match is None:
            raise ValueError(f"{part!r} is no model=sent/received")
        found[match[1]] = Price(Decimal(match[2]), Decimal(match[3]))
    return found


def cost(usage: Usage, price: Price) -> int:
    """Return millionths of a dollar, rounded up."""
    return int((usage.taken * price.taken + usage.given * price.given).to_integral_value(ROUND_CEILING))


def most_of(ask: Ask) -> Usage:
    """Return the most tokens a call can use, as far as can be said beforehand."""
    letters = len(ask.system.encode()) + sum(len(one.text.encode()) for one in ask.said)
    shape = len(str(ask.shape)) if ask.shape else 0
    return Usage(letters // FEWEST_LETTERS + shape // SHARE_OF_SHAPE + 50, ask.most_tokens)


def price_of(model: str, prices: Mapping[str, Price]) -> Price:
    """Return the price of a model by its own name."""
    return prices.get(model, UNKNOWN)
