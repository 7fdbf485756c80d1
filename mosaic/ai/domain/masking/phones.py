"""Telephone numbers of any country, in digits or in words."""

import re
from collections.abc import Iterator

import phonenumbers

from mosaic.ai.domain.masking.plain import Plain, Word
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.vocabulary import cues, single

_RUN = re.compile(r"(?:\+[ ]?|\(\+?)?[0-9](?:[ \t\xa0.()/\-*_,]{0,3}[0-9]){4,19}")
_GROUPS = re.compile(r"[0-9]+")
_DAY = re.compile(
    r"(?:19|20)[0-9]{2}[-/. ]{1,3}[01]?[0-9][-/. ]{1,3}[0-3]?[0-9]|[0-3]?[0-9][-/. ]{1,3}[01]?[0-9][-/. ]{1,3}(?:19|20)?[0-9]{2}"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹₦₽₺]|(?:eur|usd|gbp|chf|pln|sek|inr|ngn|kes|zar|aud|cad|rs|kr|zl)\.?) ?$")
_UNIT_BEHIND = re.compile(
    r" ?(?:[$€£¥₹₦%]|(?:eur|euros?|usd|dollars?|pounds?|gbp|pln|sek|people|users|customers|records|rows|units|items|parts|miles|km|m2|sq|followers|views|hours|tonnes|kg|naira|rupees|yen|kr|zl|visitors|members|employees|inhabitants|lines|words|words?)\b)"
)
# Countries whose numbers are written without a zero or a sign in front.
_REGIONS = (
    "US",
    "ES",
    "PL",
    "IN",
    "BR",
    "DK",
    "NO",
    "PT",
    "SG",
    "CN",
    "CZ",
    "GR",
    "MX",
    "HK",
    "IT",
    "RU",
    "CO",
    "CL",
    "PE",
)
# Digits before a national number that are no part of it: Russia, North America.
_TRUNKS = "81"
_FEWEST_SPOKEN = 7
_BEFORE = 4


def phones_in(view: Plain) -> Iterator[Found]:
    """Yield the telephone numbers of a text."""
    for match in _RUN.finditer(view.plain):
        start, end = match.span()
        if (
            start
            and (_is_joined(view.plain[start - 1]) or view.plain[start - 1] in "_@#")
            and not match.group().startswith("+")
        ):
            continue
        yield from _in_run(view, start, end)
    yield from _spoken_in(view)


def _in_run(view: Plain, start: int, end: int) -> Iterator[Found]:
    """Yield the number in a run of digits; what stands behind a comma may be another."""
    for bit in re.finditer(r"[^,_*]+", view.plain[start:end]) if _is_listed(view.plain[start:end]) else ():
        yield from _in_run(view, start + bit.start(), start + bit.end())
        end = start
    if end > start and _is_phone(view, start, end):
        behind = view.plain[end : end + 1]
        if not (behind.isalpha() and _is_joined(behind)):
            yield Found(start, end, Kind.PHONE)


def _is_joined(letter: str) -> bool:
    """Whether a letter or digit beside a number belongs to it; those of alphabets without blanks do not."""
    return letter.isalnum() and letter < "\u3000"


def _is_listed(literal: str) -> bool:
    """Whether commas part whole numbers rather than groups of one."""
    bits = literal.split(",")
    return len(bits) > 1 and all(sum(letter.isdigit() for letter in bit) >= 5 for bit in bits)


def _is_phone(view: Plain, start: int, end: int) -> bool:
    literal = view.plain[start:end]
    groups = _GROUPS.findall(literal)
    digits = "".join(groups)
    if _is_cued(view, start) and len(digits) >= 5:
        return not _is_time(literal, groups)
    if not 7 <= len(digits) <= 16 or _is_time(literal, groups) or _is_amount(view, start, end, groups):
        return False
    if literal.startswith(("+", "(+")) or (digits.startswith("00") and len(digits) >= 10):
        return True
    if literal.lstrip("(").startswith("0"):
        return len(digits) >= 8 or "(" in literal
    return _is_national(groups, digits)


def _is_national(groups: list[str], digits: str) -> bool:
    """Whether digits without a leading zero are grouped or numbered as in some country."""
    if len(groups) == 1:
        return len(digits) >= 10 or (len(digits) == 9 and _is_valid(digits))
    if [len(group) for group in groups[-3:]] == [3, 3, 4] or [len(group) for group in groups] == [3, 4]:
        return True
    if len(groups) > 2 and all(len(group) <= 2 for group in groups) and len(digits) < 8:
        return False
    if len(digits) == 11 and digits[0] in _TRUNKS and _is_valid(digits[1:]):
        return True
    return len(digits) >= 8 and _is_valid(digits)


def _is_valid(digits: str) -> bool:
    for region in _REGIONS:
        number = phonenumbers.PhoneNumber(
            country_code=phonenumbers.country_code_for_region(region), national_number=int(digits)
        )
        if phonenumbers.is_valid_number_for_region(number, region):
            return True
    return False


def _is_cued(view: Plain, start: int) -> bool:
    """Whether the words right before are such as “call me on” or “Tel.:”."""
    index = view.word_at(start)
    if index == 0 or len(view.plain[view.words[index - 1].end : start].strip(" :.-(\t+[")) > 0:
        return False
    if "\n" in view.plain[view.words[index - 1].end : start]:
        return False
    fillers = single("phone_fillers")
    while index > 1 and view.words[index - 1].folded in fillers:
        index -= 1
    return cues("phoned").before(view.words, index) > 0


def _is_time(literal: str, groups: list[str]) -> bool:
    """Whether digits are days or years: 2014 – 2020, 05/2014 - 12/2019, 2019-12-01, 1.5.2014."""
    if literal.startswith(("+", "(", "00")):
        return False
    if _DAY.fullmatch(literal.strip()):
        return True
    years = [group for group in groups if _YEAR.fullmatch(group)]
    rest = [group for group in groups if not _YEAR.fullmatch(group)]
    return len(groups) > 1 and bool(years) and all(len(group) <= 2 and int(group) <= 31 for group in rest)


def _is_amount(view: Plain, start: int, end: int, groups: list[str]) -> bool:
    """Whether digits are money or a count of things: £1,250,000; 12 500 000 users; 3.200.000."""
    literal = view.plain[start:end]
    if literal.startswith(("+", "(", "0")):
        return False
    if _MONEY_BEFORE.search(view.folded[max(0, start - 6) : start]) or _UNIT_BEHIND.match(view.folded, end):
        return True
    is_grouped = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]) and len(groups) > 2
    return is_grouped and ("," in literal or groups[-1] == "000" or (len(groups[0]) < 3 and "-" not in literal))


def _spoken_in(view: Plain) -> Iterator[Found]:
    """Yield “oh seven seven double nine …”: numbers in a row, of seven digits and more."""
    run: list[Word] = []
    count = 0
    for word in view.words:
        worth = _worth(word.folded)
        is_near = run and not view.plain[run[-1].end : word.start].strip(" ,-.\t\n0123456789")
        if not worth or not is_near:
            yield from _told(run, count)
            run, count = [], 0
        if worth:
            between = view.plain[run[-1].end : word.start] if run else ""
            count += worth + sum(letter.isdigit() for letter in between)
            run.append(word)
    yield from _told(run, count)


def _told(run: list[Word], count: int) -> Iterator[Found]:
    if count >= _FEWEST_SPOKEN and len({word.folded for word in run}) > 1:
        yield Found(run[0].start, run[-1].end, Kind.PHONE)


def _worth(word: str) -> int:
    if word in _digits("one") or word in _digits("more"):
        return 1
    return 2 if word in _digits("two") else 0


def _digits(key: str) -> frozenset[str]:
    return single("digits", key=key)
