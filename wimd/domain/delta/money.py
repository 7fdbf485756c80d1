"""Amounts and spans of time that somebody stated on both sides, compared only where they are of one kind."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from mosaic.facts.domain.pay import period_of
from mosaic.lexicon.money import sums_in
from mosaic.lexicon.numbers import SPOKEN_NUMBER, value_of
from wimd.domain.delta.model import FARTHEST, Gap, Rule, Thing

# How much of what is wanted is there, in hundredths, and how many steps remain then.
STEPS = ((100, 0), (95, 1), (85, 2), (70, 3))
_SPAN = re.compile(rf"\b(?P<number>{SPOKEN_NUMBER})\s*(?P<unit>weeks?|months?|years?)\b", re.IGNORECASE)
_WEEKS = {"week": 1.0, "month": 52 / 12, "year": 52.0}


class _Pay(NamedTuple):
    amount: Decimal
    currency: str
    period: str


def gap_in_pay(now: Iterable[Thing], wanted: Iterable[Thing]) -> Gap | None:
    """Return how far pay is from what is wanted; None when no two amounts are in one currency and for one period."""
    for have in filter(None, map(_pay, now)):
        for want in filter(None, map(_pay, wanted)):
            if have[1:] == want[1:] and want.amount:
                return _gap(int(have.amount * 100 / want.amount))
    return None


def gap_in_time(now: Iterable[Thing], wanted: Iterable[Thing]) -> Gap | None:
    """Return how far the time that money lasts is from the time it has to last; None when one of them is unsaid."""
    have, want = (max(map(_weeks, things), default=0.0) for things in (now, wanted))
    return _gap(int(have * 100 / want)) if have and want else None


def _gap(percent: int) -> Gap:
    steps = next((steps for least, steps in STEPS if percent >= least), FARTHEST)
    return Gap(steps, Rule.AMOUNTS, {"percent": percent})


def _pay(thing: Thing) -> _Pay | None:
    said = next(iter(sums_in(thing.label)), None)
    if said is None:
        return None
    return _Pay(said.amount, said.currency, period_of(thing.label[said.end :], float(said.amount)))


def _weeks(thing: Thing) -> float:
    match = _SPAN.search(thing.label)
    if match is None:
        return 0.0
    return value_of(match["number"]) * _WEEKS[match["unit"].casefold().removesuffix("s")]
