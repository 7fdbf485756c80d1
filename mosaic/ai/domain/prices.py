"""What a call costs. Prices are dollars for a million tokens, so one token costs that many millionths of a dollar.

Sound may be priced by the minute instead: `a-model=0.006/min`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from math import ceil

from mosaic.ai.domain.calls import Ask, Usage

_NUMBER = r"\d{1,4}(?:\.\d{1,4})?"
_PRICE = re.compile(rf"([\w./:@-]{{1,100}})=({_NUMBER})/({_NUMBER}|min)", re.ASCII)
FEWEST_LETTERS = 2
"""Letters a token has at least, counted in bytes: an estimate that is never too low by much in any script."""
SHARE_OF_SHAPE = 3
FEWEST_BYTES = 120_000
"""Bytes of a minute of sound at least: sixteen kilobits a second, speech as messengers send it."""
HEARD, WRITTEN = 10, 4
"""Tokens a second of sound is, and tokens somebody says in it: for models that count recordings in tokens."""
MINUTE = 60
MICROS = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars for a million tokens sent and received, and for a minute of sound."""

    taken: Decimal
    given: Decimal
    minute: Decimal = Decimal(0)


UNKNOWN = Price(Decimal(20), Decimal(100))
"""A model without a price counts as dear, so that a budget is kept rather than overrun."""


def prices_in(text: str) -> dict[str, Price]:
    """Read `a-model=3/15, another=0.25/2, a-hearing-one=0.006/min`. Raises ValueError for anything else."""
    found = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _PRICE.fullmatch(part)
        if match is None:
            raise ValueError(f"{part!r} is no model=sent/received and no model=price/min")
        found[match[1]] = _price(Decimal(match[2]), match[3])
    return found


def _price(first: Decimal, second: str) -> Price:
    return Price(Decimal(0), Decimal(0), first) if second == "min" else Price(first, Decimal(second))


def cost(usage: Usage, price: Price) -> int:
    """Return millionths of a dollar, rounded up."""
    sound = Decimal(usage.seconds) / MINUTE * price.minute * MICROS
    return int((usage.taken * price.taken + usage.given * price.given + sound).to_integral_value(ROUND_CEILING))


def most_of(ask: Ask) -> Usage:
    """Return the most tokens a call can use, as far as can be said beforehand."""
    letters = len(ask.system.encode()) + sum(len(one.text.encode()) for one in ask.said)
    shape = len(str(ask.shape)) if ask.shape else 0
    return Usage(letters // FEWEST_LETTERS + shape // SHARE_OF_SHAPE + 50, ask.most_tokens)


def most_of_texts(texts: Iterable[str]) -> Usage:
    """Return the most tokens that placing texts by their meaning can use."""
    return Usage(sum(len(text.encode()) // FEWEST_LETTERS + 1 for text in texts))


def most_of_recording(size: int, length: float | None = None) -> Usage:
    """Return the most that writing down a recording can use: by its seconds, or where nobody knows them by its bytes."""
    seconds = length or size / FEWEST_BYTES * MINUTE
    return Usage(ceil(seconds * HEARD), ceil(seconds * WRITTEN), seconds)


def paid_for(told: Usage, most: Usage) -> Usage:
    """Return what a recording counts as: what the provider told, and what it did not tell as it was put aside."""
    seconds = told.seconds or most.seconds
    if told.taken or told.given:
        return replace(told, seconds=seconds)
    return replace(most, seconds=seconds)


def price_of(model: str, prices: Mapping[str, Price]) -> Price:
    """Return the price of a model by its own name."""
    return prices.get(model, UNKNOWN)
