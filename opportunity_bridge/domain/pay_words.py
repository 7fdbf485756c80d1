"""Reads pay from words: of all amounts of money in a text the one that is paid for the work."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mosaic.lexicon.money import CODE, SIGN, currency_of
from opportunity_bridge.domain.pay import Pay, Period
from opportunity_bridge.domain.said import Said

_AMOUNT = r"(?P<{0}>\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)|\d{{1,3}}(?:[,’' .]\d{{3}})+(?:[.,]\d{{2}})?(?!\d)|\d+(?:[.,]\d{{1,2}})?(?!\d))(?:[.,][-–—]+)?\s?(?P<{0}k>[kK]\b)?"
_JOIN = (
    r"\s?(?:(?:gross|brutto|bruto|an hour|per hour|/hr|p/?h|to start|a year)[, ]*)?"
    r"(?:to|[-–—]|and|rising to|up to|rising by steps to)\s?(?:about )?"
)
_RANGE = re.compile(
    rf"(?:(?P<before>{SIGN}|{CODE})\s?)?(?<![\d.,:/]){_AMOUNT.format('least')}"
    rf"(?:{_JOIN}(?:{SIGN}|{CODE})?\s?{_AMOUNT.format('most')})?\s?(?P<after>{SIGN}|{CODE})?"
)
_EACH = r"(?:a|an|per|each|every|the|/)"
_PERIODS = (
    (
        Period.HOUR,
        rf"\b(?:an|per|each|the)\s(?:\w+\s)?hour\b|/\s?h(?:ou)?r?s?\b|\bhourly\b|(?<![a-z])p/?h\b|\bp\.\s?h\b|\bper hr\b|\ban hr\b|\b{_EACH} ?hr\b",
    ),
    (
        Period.DAY,
        r"\b(?:a|per|each) (?:full |working )?day\b|\bday rates?\b|\bdaily\b|/\s?day\b|(?<![a-z])p/?d\b(?!\w)",
    ),
    (
        Period.WEEK,
        r"^(?:\W|\d|to\b|and\b|k\b|[A-Z]{3}\b)*(?:(?:gross|net|take[- ]home|in hand|after tax)\W+)*(?:a|per|each|every) week\b|\bweekly (?:wage|pay|salary)\b|^(?:\W|\d|to\b|and\b|k\b|[A-Z]{3}\b)*/\s?w(?:ee)?k\b|^(?:\W|\d|to\b|and\b|k\b|[A-Z]{3}\b)*p/?w\b",
    ),
    (
        Period.MONTH,
        r"\b(?:a|per|each|every) (?:calendar )?month\b|\bmonthly\b|/\s?mon?(?:th)?\b|\bp\.?\s?c?\.?m\.?(?=\W|$)(?!.*\bhour)|\bpro Monat\b",
    ),
    (
        Period.YEAR,
        r"\b(?:a|per|each) (?:year|annum)\b|\bp\.?a\.?\b|\bannual\w*|\byearly\b|/\s?y(?:ea)?r\b|\bsalary\b|\bpro[- ]rata\b|\bFTE\b|\bbasic\b",
    ),
)
_PERIOD_WORDS = tuple((period, re.compile(pattern, re.IGNORECASE)) for period, pattern in _PERIODS)
_TARGET = re.compile(
    r"\b(?:OTE|on[- ]target|commission|bonus|equivalent|earn\w*|total|potential|differential)\b", re.IGNORECASE
)
_NOT_PAY_BEHIND = re.compile(
    r"^(?:(?!\b(?:plus|and|with|incl\w*|rising|or|an?|per)\b|[.;,:\n+(]).){0,30}\b(?:budget|spend|turnover|million|billion|of ad|bonus|rent|allowance|CPD|free|towards|off|deposit|fees?|voucher|wellness|home office|differential|more)\b"
    r"|^[^.;,\n]{0,30}\b(?:a year (?:and|with|in)\b|\bper meal)|^ ?[m%]\b|^[^.;,\n]{0,12}\bfor (?:your|each)\b|^ an? (?:week|month) rent\b",
    re.IGNORECASE,
)
_NOT_PAY = re.compile(
    r"\b(?:budget|turnover|revenue|goodwill|refunds?|claims?|bonus(?:es)?|allowance|deposit|fund(?:ing|ers?)?|million|grants?|account|unclaimed|commission|up to £500|course|rent|costs?|fee of|fees|charge|stipend|voucher|worth|plus|over|under|accommodation\b[^.;\n]*|training is paid|mileage|CPD|refundable|match|delivery)\b[^.;\n]{0,25}$|\+\s?$",
    re.IGNORECASE,
)
_BASIC = re.compile(r"\b(?:basic|base|guaranteed)\b", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:salary|pay|wage|rate|remuneration|compensation|package|fee)s?\b", re.IGNORECASE)
# What makes a number pay that carries no sign: words for pay before it, or what it is paid for right behind it.
_PAID_FOR = r"(?:(?:gross|net|before tax|basic|plus bonus)[ ,]+)*(?:(?:per|an?|each|/)\s?(?:hour|hr|h|day|week|wk|month|year|yr|annum)\b|p/?h\b|p\.\s?h\b|p\.?a\b|hourly|annually|monthly)"
_MAY_FOLLOW = re.compile(
    rf"^\s*(?:$|[,.;:)(\n|•+*–—-]|{_PAID_FOR}|gross|net\b|brutto|basic|base|plus|pro[- ]rata|depending|dependent|DOE|according|based on|FTE|OTE|incl|rising|to start|starting|with|and|negotiable)",
    re.IGNORECASE,
)
_BARE_PERIOD = re.compile(rf"^\s*{_PAID_FOR}", re.IGNORECASE)
_BARE_CUE = re.compile(
    r"^\s*(?:gross|brutto|basic|base|depending|dependent|DOE|FTE|OTE|p\.?a\b|\+ ?bonus|plus bonus)", re.IGNORECASE
)
_PAY_WORD = re.compile(
    r"\b(?:salary|salaries|pay|pays|paying|paid|wages?|remuneration|compensation|earn\w*|hourly rate|day rate|rate of pay|package|gehalt)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:^|[|•*,;:(–—-])\s*(?:(?:from|up to|starting at|start at|at|between|circa|ca\.?|c\.|about|around|approx\.?)\s*)*$",
    re.IGNORECASE,
)
LOWEST = {Period.HOUR: 3, Period.DAY: 30, Period.WEEK: 100, Period.MONTH: 300, Period.YEAR: 5000}
HIGHEST = {Period.HOUR: 5000, Period.DAY: 20_000, Period.WEEK: 60_000, Period.MONTH: 900_000, Period.YEAR: 20_000_000}
BEHIND, BEFORE = 70, 60
# An amount with a sign comes before any without.
LESS_SURE = 9


@dataclass(frozen=True, slots=True)
class _Offer:
    """An amount that may be the pay; the higher `weight`, the likelier it is guaranteed."""

    said: Said[Pay]
    weight: int


def pay_in(text: str, country: str = "") -> Pay | None:
    """Return the pay a text states, or None. `country` is the ISO code that a bare $, or a bare number, belongs to."""
    found = pay_said(text, country)
    return found.value if found else None


def pay_said(text: str, country: str = "") -> Said[Pay] | None:
    """Return the pay a text states with its words: guaranteed pay before a target, else the first."""
    best = max(offers_in(text, country), key=lambda one: one.weight, default=None)
    return best.said if best else None


def offers_in(text: str, country: str = "") -> Iterator[_Offer]:
    """Yield every amount in a text that can be pay, in its order."""
    for match in _RANGE.finditer(text):
        sign = (
            (match["before"] or match["after"] or "").strip().rstrip(".") if match["before"] or match["after"] else ""
        )
        around = text[max(0, match.start() - BEFORE) : match.start()].rsplit("\n", 1)[-1]
        if _NOT_PAY.search(around) or _NOT_PAY_BEHIND.search(text[match.end() : match.end() + 40]):
            continue
        if not sign and not _is_bare_pay(text, match, around):
            continue
        offer = _offer(text, match, sign, country)
        if offer:
            yield offer


def _offer(text: str, match: re.Match[str], sign: str, country: str) -> _Offer | None:
    least = _amount(match["least"], match["leastk"] or match["mostk"])
    most = _amount(match["most"], match["mostk"]) if match["most"] else least
    period = _period(text, match.start(), match.end("leastk" if match["leastk"] else "least"), least)
    if not period or not least <= most <= least * 4:
        return None
    most = max(most, _rising_to(text, match, sign, most))
    pay = Pay(least, most, currency_of(sign, country), period)
    near = text[max(0, match.start() - 25) : match.end() + 15].replace("\n", " ")
    is_target = bool(re.search(r"\b(?:OTE|on[- ]target)\b", near, re.IGNORECASE))
    is_named = bool(_NAMED.search(text[max(0, match.start() - 25) : match.start()].rsplit("\n", 1)[-1]))
    weight = 2 * bool(_BASIC.search(near)) + is_named - is_target - LESS_SURE * (not sign)
    return _Offer(Said(pay, match.start(), match.end()), weight)


def _is_bare_pay(text: str, match: re.Match[str], around: str) -> bool:
    """Whether a number without a sign is pay by the words around it: “Salary 28,000”, “14-16 an hour”, “38–45k DOE”."""
    after = text[match.end() : match.end() + 40]
    if not _MAY_FOLLOW.match(after):
        return False
    if _PAY_WORD.search(around):
        return True
    if match["leastk"] or match["mostk"]:
        return bool(match["most"] or _BARE_CUE.match(after) or _BARE_PERIOD.match(after))
    return bool(_BARE_PERIOD.match(after) and _BEGINS.search(around))


def _rising_to(text: str, first: re.Match[str], sign: str, most: Decimal) -> Decimal:
    """Return what pay rises to when the same sentence says so: “£13.60 an hour, £14.20 at weekends”."""
    sentence = re.split(r"[.;\n]\s", text[first.end() : first.end() + 110])[0]
    for match in _RANGE.finditer(sentence):
        amount = _amount(match["least"], match["leastk"])
        if _TARGET.search(sentence[: match.start()]) or _NOT_PAY_BEHIND.search(sentence[match.end() :]):
            return most
        if sign and (match["before"] or match["after"] or "").strip() == sign and most < amount <= most * 2:
            return amount
    return most


def _amount(digits: str, thousands: str | None) -> Decimal:
    """Return an amount: the last mark before two digits is a decimal one, marks before three digits are not."""
    whole, decimals = digits, ""
    ending = re.search(r"[.,](\d{1,2})$", digits)
    if ending:
        whole, decimals = digits[: ending.start()], "." + ending.group(1)
    plain = re.sub(r"\D", "", whole) + decimals
    return Decimal(plain) * (1000 if thousands else 1)


def _period(text: str, start: int, end: int, amount: Decimal) -> Period | None:
    """Return what an amount is paid for: by the nearest words behind or before it, if it can be that."""
    behind = re.split(r"[.;]\s|\n\s*\n|\n(?=[A-Z•*–-])", text[end : end + BEHIND])[0]
    before = re.split(r"[.;]\s|\n", text[max(0, start - 50) : start])[-1]
    said = [
        (place + (match.start() if words is behind else len(before) - match.end()), period)
        for words, place in ((behind, 0), (before, 30))
        for period, pattern in _PERIOD_WORDS
        if (match := pattern.search(words)) and LOWEST[period] <= amount <= HIGHEST[period]
    ]
    if said:
        return min(said, key=lambda one: one[0])[1]
    if amount >= 12_000:
        return Period.YEAR
    return Period.MONTH if amount >= 1_000 and re.search(r"\b(?:gross|brutt?o|net)\b", behind + before) else None
