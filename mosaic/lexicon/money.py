"""Amounts of money as people write them: “£32k”, “28,500 euros”, “30 grand”. Never converted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

SIGNS = {
    "£": "GBP", "€": "EUR", "$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "US$": "USD",
    "S$": "SGD", "R": "ZAR", "zł": "PLN", "Kč": "CZK", "KSh": "KES", "Fr.": "CHF", "zl": "PLN",
}  # fmt: skip
CODES = frozenset(
    "AED AUD BGN BRL CAD CHF CNY CZK DKK EUR GBP GHS HUF INR ISK JPY KES MXN NGN NOK NZD PLN RON SEK SGD TRY TZS UAH UGX USD ZAR".split()
)
SIGN = r"(?:AU\$|CA\$|NZ\$|US\$|A\$|C\$|S\$|[£€$]|KSh|Fr\.|zł|Kč|\bR(?=\s?\d))"
CODE = rf"\b(?:{'|'.join(sorted(CODES))})\b"
# The name of a group goes into {0}.
AMOUNT = r"(?P<{0}>\d{{1,3}}(?:[,’' .]\d{{3}})+(?:\.\d{{2}})?|\d+(?:[.,]\d{{1,2}})?)\s?(?P<{0}k>k\b)?"
_WORDS = {"pound": "GBP", "quid": "GBP", "euro": "EUR", "dollar": "USD"}
_SPOKEN = re.compile(
    rf"(?:(?P<before>{SIGN}|{CODE})\s?)?(?<![\d.,]){AMOUNT.format('amount')}(?![\d%])"
    rf"\s?(?P<after>{SIGN}|{CODE}|\b(?:pounds?|quid|euros?|dollars?)\b|\b(?:grand|thousand)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount at text[start:end]. `currency` is an ISO 4217 code, or nothing when only the number stands there."""

    amount: Decimal
    currency: str
    start: int
    end: int
    is_marked: bool


def amount_of(digits: str, thousands: str | None) -> Decimal:
    """Return what an amount's digits say; `thousands` is the k behind them."""
    plain = re.sub(r"[,’' .](?=\d{3})", "", digits).replace(",", ".")
    return Decimal(plain) * (1000 if thousands else 1)


def sums_in(text: str) -> Iterator[Sum]:
    """Yield the numbers of a text that may be money; `is_marked` when a sign, a code, a word or a k says so."""
    for match in _SPOKEN.finditer(text):
        sign = (match["before"] or match["after"] or "").strip()
        is_grand = sign.casefold() in ("grand", "thousand")
        amount = amount_of(match["amount"], match["amountk"] or ("k" if is_grand else None))
        currency = "" if is_grand else _currency(sign)
        yield Sum(amount, currency, match.start(), match.end(), bool(sign or match["amountk"]))


def _currency(sign: str) -> str:
    word = sign.casefold().removesuffix("s")
    return _WORDS.get(word) or SIGNS.get(sign) or sign.upper()
