"""Amounts and ranges of money in somebody's own words: “between 14 and 16 an hour”, “28 to 30k”, “thirty grand”."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from mosaic.lexicon.money import Sum, sums_in
from mosaic.lexicon.numbers import SPOKEN, value_of

_JOIN = re.compile(r"^\s*(?:to|and|or|-|–|—)\s*$", re.IGNORECASE)
_UNITS = "|".join(
    sorted((word for word, value in SPOKEN.items() if value > 1 and " " not in word), key=len, reverse=True)
)
_MARKS = {"pound": "GBP", "quid": "GBP", "euro": "EUR", "dollar": "USD", "grand": "", "thousand": ""}
_SPOKEN = re.compile(
    rf"\b(?:(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?P<ones>one|two|three|four|five|six|seven|eight|nine))?|(?P<word>{_UNITS}))"
    r"[ -](?P<mark>grand|thousand|pounds?|quid|euros?|dollars?)\b",
    re.IGNORECASE,
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
THOUSAND, WIDEST = 1000, 4


def sums_said(words: str) -> Iterator[Sum]:
    """Yield the amounts of a clause that may be money; of a range the lower end, reaching over the whole of it."""
    held: Sum | None = None
    for one in sorted([*sums_in(words), *_spoken(words)], key=lambda one: one.start):
        joined = _range(held, one) if held and _JOIN.match(words[held.end : one.start]) else None
        if held and not joined:
            yield _trimmed(words, held)
        held = joined or one
    if held:
        yield _trimmed(words, held)


def _range(low: Sum, high: Sum) -> Sum | None:
    """Return two amounts as one when they can be the ends of a range; what marks one end marks both."""
    least = low.amount
    if not low.is_marked and high.is_marked and high.amount >= THOUSAND > least:
        least *= THOUSAND
    if not least < high.amount <= least * WIDEST or (low.currency and high.currency not in ("", low.currency)):
        return None
    return Sum(least, low.currency or high.currency, low.start, high.end, low.is_marked or high.is_marked)


def _spoken(words: str) -> Iterator[Sum]:
    for match in _SPOKEN.finditer(words):
        tens = match["tens"]
        number = 10 * _TENS.index(tens.casefold()) + value_of(match["ones"] or "0") if tens else value_of(match["word"])
        mark = match["mark"].casefold().removesuffix("s")
        amount = Decimal(str(number)) * (THOUSAND if mark in ("grand", "thousand") else 1)
        yield Sum(amount, _MARKS[mark], match.start(), match.end(), is_marked=True)


def _trimmed(words: str, one: Sum) -> Sum:
    return replace(one, end=one.start + len(words[one.start : one.end].rstrip()))
