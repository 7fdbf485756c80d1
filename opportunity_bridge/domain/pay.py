"""Pay as a posting or a person states it: amounts, currency, period. Never converted."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

HOURS_PER_YEAR = Decimal(52)
MONTHS = Decimal(12)


class Period(StrEnum):
    """What an amount is paid for."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Pay:
    """A range of pay; both ends are equal for one amount. `currency` is an ISO 4217 code."""

    least: Decimal
    most: Decimal
    currency: str
    period: Period


SIGNS = {
    "£": "GBP", "€": "EUR", "$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "US$": "USD",
    "S$": "SGD", "R": "ZAR", "zł": "PLN", "Kč": "CZK", "KSh": "KES", "Fr.": "CHF", "zl": "PLN",
}  # fmt: skip
CODES = frozenset(
    "AED AUD BGN BRL CAD CHF CNY CZK DKK EUR GBP GHS HUF INR ISK JPY KES MXN NGN NOK NZD PLN RON SEK SGD TRY TZS UAH UGX USD ZAR".split()
)
# What a bare dollar sign means where a country is known.
DOLLARS = {"AU": "AUD", "CA": "CAD", "NZ": "NZD", "SG": "SGD", "US": "USD"}

_SIGN = r"(?:AU\$|CA\$|NZ\$|US\$|A\$|C\$|S\$|[£€$]|KSh|Fr\.|zł|Kč|\bR(?=\s?\d))"
_CODE = rf"\b(?:{'|'.join(sorted(CODES))})\b"
_AMOUNT = r"(?P<{0}>\d{{1,3}}(?:[,’' .]\d{{3}})+(?:\.\d{{2}})?|\d+(?:[.,]\d{{1,2}})?)\s?(?P<{0}k>k\b)?"
_RANGE = re.compile(
    rf"(?:(?P<before>{_SIGN}|{_CODE})\s?)?{_AMOUNT.format('least')}"
    rf"(?:\s?(?:(?:gross|brutto|an hour|per hour|/hr|to start|a year)[, ]*)?(?:to|[-–]|and|rising to|up to|rising by steps to)\s?(?:about )?(?:{_SIGN}|{_CODE})?\s?{_AMOUNT.format('most')})?"
    rf"\s?(?P<after>{_SIGN}|{_CODE})?",
)
_PERIODS = (
    (
        Period.HOUR,
        re.compile(r"\b(?:an|per|each|the) hour\b|/\s?h(?:ou)?r?\b|\bhourly\b|\bp/?h\b|\bper hr\b", re.IGNORECASE),
    ),
    (Period.DAY, re.compile(r"\b(?:a|per|each) (?:full )?day\b|\bday rates?\b|\bdaily rate\b", re.IGNORECASE)),
    (
        Period.MONTH,
        re.compile(
            r"\b(?:a|per|each|every) (?:calendar )?month\b|\bmonthly\b|/\s?month\b|\bp\.?m\.?(?=\W|$)(?!.*\bhour)",
            re.IGNORECASE,
        ),
    ),
    (
        Period.YEAR,
        re.compile(
            r"\b(?:a|per|each) (?:year|annum)\b|\bper annum\b|\bp\.?a\.?\b|\bannual\w*|\byearly\b|/\s?year\b|\bsalary\b|\bpro rata\b",
            re.IGNORECASE,
        ),
    ),
)
_TARGET = re.compile(r"\b(?:OTE|on[- ]target|commission|bonus|equivalent|earn|total|potential)\b", re.IGNORECASE)
_NOT_PAY_BEHIND = re.compile(
    r"^[^.;,]{0,30}\b(?:budget|spend|turnover|a year (?:and|with|in)|million|billion|of ad)\b|^ ?[m%]\b", re.IGNORECASE
)
_NOT_PAY = re.compile(
    r"\b(?:budget|turnover|revenue|goodwill|refunds?|claims?|bonus(?:es)?|allowance|deposit|fund(?:ing|ers?)?|million|grants?|account|unclaimed|commission|up to £500|course|rent|costs?|fee|stipend|voucher|worth)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
LOWEST = {Period.HOUR: 3, Period.DAY: 30, Period.MONTH: 300, Period.YEAR: 5000}
HIGHEST = {Period.HOUR: 1500, Period.DAY: 15_000, Period.MONTH: 600_000, Period.YEAR: 8_000_000}


def pay_in(text: str, country: str = "") -> Pay | None:
    """Return the first pay a text states, or None. `country` is the ISO code that a bare $ belongs to."""
    for match in _RANGE.finditer(text):
        sign = (match["before"] or match["after"] or "").strip()
        around = text[max(0, match.start() - 60) : match.start()]
        if not sign or _NOT_PAY.search(around) or _NOT_PAY_BEHIND.search(text[match.end() : match.end() + 40]):
            continue
        least = _amount(match["least"], match["leastk"] or match["mostk"])
        most = _amount(match["most"], match["mostk"]) if match["most"] else least
        period = _period(text, match.start(), match.end(), least)
        if period and least <= most <= least * 4:
            most = max(most, _rising_to(text, match, sign, most))
            return Pay(least, most, _currency(sign, country), period)
    return None


def per_year(pay: Pay, weekly_hours: float) -> tuple[Decimal, Decimal] | None:
    """Return pay as yearly amounts; by the hour only where the hours of a week are stated."""
    match pay.period:
        case Period.YEAR:
            factor = Decimal(1)
        case Period.MONTH:
            factor = MONTHS
        case Period.HOUR if weekly_hours:
            factor = HOURS_PER_YEAR * Decimal(str(weekly_hours))
        case _:
            return None
    return pay.least * factor, pay.most * factor


def _rising_to(text: str, first: re.Match[str], sign: str, most: Decimal) -> Decimal:
    """Return what pay rises to when the same sentence says so: “£13.60 an hour, £14.20 at weekends”."""
    sentence = re.split(r"[.;\n]\s", text[first.end() : first.end() + 110])[0]
    for match in _RANGE.finditer(sentence):
        amount = _amount(match["least"], match["leastk"])
        if _TARGET.search(sentence[: match.start()]):
            return most
        if (match["before"] or match["after"] or "").strip() == sign and most < amount <= most * 2:
            return amount
    return most


def _amount(digits: str, thousands: str | None) -> Decimal:
    plain = re.sub(r"[,’' .](?=\d{3})", "", digits).replace(",", ".")
    return Decimal(plain) * (1000 if thousands else 1)


def _currency(sign: str, country: str) -> str:
    if sign == "$":
        return DOLLARS.get(country, "USD")
    return SIGNS.get(sign, sign)


def _period(text: str, start: int, end: int, amount: Decimal) -> Period | None:
    """Return what an amount is paid for: by the nearest words behind or before it, if it can be that."""
    behind = re.split(r"[.;\n]\s", text[end : end + 70])[0]
    before = re.split(r"[.;\n]\s", text[max(0, start - 50) : start])[-1]
    said = [
        (place + (match.start() if words is behind else len(before) - match.end()), period)
        for words, place in ((behind, 0), (before, 30))
        for period, pattern in _PERIODS
        if (match := pattern.search(words)) and _is_plausible(period, amount)
    ]
    if said:
        return min(said, key=lambda one: one[0])[1]
    if amount >= 12_000:
        return Period.YEAR
    return Period.MONTH if amount >= 1_000 and re.search(r"\bgross\b", behind) else None


def _is_plausible(period: Period, amount: Decimal) -> bool:
    return LOWEST[period] <= amount <= HIGHEST[period]
