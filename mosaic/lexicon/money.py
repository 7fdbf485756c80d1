"""Amounts of money as people write them: “£32k”, “28,500 euros”, “30 grand”. Never converted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mosaic.lexicon.hints import hint

SIGNS = {
    "£": "GBP", "€": "EUR", "$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "US$": "USD",
    "S$": "SGD", "HK$": "HKD", "R": "ZAR", "zł": "PLN", "zl": "PLN", "Kč": "CZK", "KSh": "KES", "Ksh": "KES", "Kshs": "KES",
    "Fr.": "CHF", "SFr.": "CHF", "₹": "INR", "₱": "PHP", "Php": "PHP", "₦": "NGN", "₺": "TRY", "Ft": "HUF",
}  # fmt: skip
CODES = frozenset(
    """AED AUD BGN BRL CAD CHF CLP CNY CZK DKK EGP EUR GBP GHS HKD HUF IDR ILS INR ISK JPY KES KRW KWD MAD MXN MYR NGN NOK
    NZD OMR PEN PHP PKR PLN QAR RON RSD RWF SAR SEK SGD THB TRY TZS UAH UGX USD VND ZAR ZMW""".split()
)
# What a country pays in; several countries share the euro.
PAID_IN = {
    "AE": "AED", "AU": "AUD", "BG": "BGN", "BR": "BRL", "CA": "CAD", "CH": "CHF", "CL": "CLP", "CN": "CNY", "CZ": "CZK", "DK": "DKK",
    "EG": "EGP", "GB": "GBP", "GH": "GHS", "HK": "HKD", "HU": "HUF", "ID": "IDR", "IL": "ILS", "IN": "INR", "IS": "ISK", "JP": "JPY",
    "KE": "KES", "KR": "KRW", "KW": "KWD", "MA": "MAD", "MX": "MXN", "MY": "MYR", "NG": "NGN", "NO": "NOK", "NZ": "NZD", "OM": "OMR",
    "PE": "PEN", "PH": "PHP", "PK": "PKR", "PL": "PLN", "QA": "QAR", "RO": "RON", "RS": "RSD", "RW": "RWF", "SA": "SAR", "SE": "SEK",
    "SG": "SGD", "TH": "THB", "TR": "TRY", "TZ": "TZS", "UA": "UAH", "UG": "UGX", "US": "USD", "VN": "VND", "ZA": "ZAR", "ZM": "ZMW",
    **dict.fromkeys("AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(), "EUR"),
}  # fmt: skip
# What a bare dollar sign, “kr” and “Rs” mean where the country is known; the first is meant where it is not.
_SHARED = {
    "$": ("USD", "AUD", "CAD", "NZD", "SGD", "HKD"),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "rs": ("INR", "PKR"),
}
SIGN = (
    r"(?:AU\$|CA\$|NZ\$|US\$|HK\$|A\$|C\$|S\$|[£€$₹₱₦₺]|\bK[Ss]hs?\b\.?|\bS?Fr\.|\bzł|\bzl\b|\b[Zz]loty\b|\bKč|\bFt\b"
    r"|\bR(?=\s?\d)|\bPhp\b|\bRs\b\.?|\b[Kk]r\b\.?|\b[Ee]uros?\b|\b[Pp]ounds\b)"
)
CODE = rf"\b(?:{'|'.join(sorted(CODES))})(?![A-Za-z])"
# The name of a group goes into {0}.
AMOUNT = r"(?P<{0}>\d{{1,3}}(?:[,’' .]\d{{3}})+(?:\.\d{{2}})?|\d+(?:[.,]\d{{1,2}})?)\s?(?P<{0}k>k\b)?"
_WORDS = {"pound": "GBP", "quid": "GBP", "euro": "EUR", "dollar": "USD", "zloty": "PLN"}
# People write codes in small letters too, but some of those are words.
_ANY_CODE = rf"(?!(?-i:[Tt]ry|[Pp]en|[Rr]on)\b){CODE}"
_SPOKEN = re.compile(
    rf"(?:(?P<before>(?-i:{SIGN})|{_ANY_CODE})\s?)?(?<![\d.,]){AMOUNT.format('amount')}(?![\d%])"
    rf"\s?(?P<after>(?-i:{SIGN})|{_ANY_CODE}|\b(?:pounds?|quid|euros?|dollars?)\b|\b(?:grand|thousand)\b)?",
    re.IGNORECASE,
)
# What marks an amount as money: a sign, a code, a word or a k.
MARKED = hint(
    rf"[£€$₹₱₦₺]|(?:{'|'.join(sorted(CODES)).lower()})(?![a-z])\w*|(?:.*\d)?k|kshs?|s?fr|zł.*|zl|zloty|kč.*|ft|r(?:\d.*)?|php|rs|kr|"
    r"pounds?|quid|euros?|dollars?|grand|thousand"
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
        currency = "" if is_grand else currency_of(sign)
        yield Sum(amount, currency, match.start(), match.end(), bool(sign or match["amountk"]))


def currency_of(sign: str, country: str = "") -> str:
    """Return the ISO 4217 code of a sign, a code or a word for money; without one what the country pays in, if known."""
    bare = sign.strip().rstrip(".")
    paid = PAID_IN.get(country, "")
    if not bare:
        return paid
    shared = _SHARED.get(bare.casefold())
    if shared:
        return paid if paid in shared else shared[0]
    word = bare.casefold().removesuffix("s")
    return SIGNS.get(bare) or SIGNS.get(f"{bare}.") or _WORDS.get(word) or bare.upper()
