"""The days a posting names: when it was posted, until when one may apply, when the work starts.

A day without a year is the nearest one that makes sense: posted days lie behind, the others ahead. Numbers such as
03/04/2026 are read day first, month first only in the United States or where nothing else is possible.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from opportunity_bridge.domain.numbers import NUMBER, value_of
from opportunity_bridge.domain.said import Said

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_YEAR = r"(?:,?\s+|\s*[-/]\s*)(?P<{0}>20\d\d)"
_WEEKDAY = r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_DAY = re.compile(
    rf"\b(?P<iso>20\d\d-[01]\d-[0-3]\d)|\b(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark)(?P<numyear>20\d\d|\d\d)\b"
    rf"|{_WEEKDAY}\b(?P<dayfirst>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH.format('month')}(?:{_YEAR.format('year')})?"
    rf"|{_WEEKDAY}\b{_MONTH.format('monthfirst')}\s+(?P<daysecond>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:{_YEAR.format('yearthird')})?",
    re.IGNORECASE,
)
_AGO = re.compile(
    rf"\b(?P<amount>{NUMBER}|an?)\+?\s+(?P<unit>hour|day|week|month)s? ago\b|\b(?P<named>today|yesterday|just now)\b",
    re.IGNORECASE,
)
_UNITS = {"hour": 0, "day": 1, "week": 7, "month": 30}

_POSTED = re.compile(
    r"\b(?:re)?posted(?: on)?\b|\bposting date\b|\bdate (?:posted|of publication|published|listed)\b|\b(?:published|listed|advertised|added|updated)(?: on)?\b|\bpublication date\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\bclos(?:es|ing|e)\b|\bdeadline\b|\bexpir\w+\b|\blast (?:day|date)\b|\bvalid (?:through|until)\b"
    r"|\bappl\w*\b[^.;\n]{0,80}\b(?:by|before|until|till|no later than|to)\b|\b(?:by|before|until|till|no later than|on or before|latest by)\s+(?:[\w.:]+\s+){0,5}$",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\bstart\w*\b|\bcommenc\w+\b|\bbegin\w*\b|\b(?:as of|from|with effect from|vacancy from)\b|\bimmediate starts?\b|\bentry date\b",
    re.IGNORECASE,
)
_SPOKEN_TO = re.compile(
    r"\b(?:interviews?|shortlist\w*|assessment|open day|induction|@|send|mail|letter|CV|link|form|portfolio|applications?|apply|return|forms|reply|hand in|submit)\b|@|://",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|before|until|till|no later than)\s+(?:[\w.:]+\s+){0,5}$", re.IGNORECASE)
_INTERVIEW = re.compile(r"\binterview\w*\b[^.;\n]*$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|start\w*|begin\w*)\b[^.;\n]{0,20}\d", re.IGNORECASE)
_STAMP = re.compile(r"^,?\s*(?:at )?\d{1,2}:\d\d\s*(?:am|pm)?\s*$", re.IGNORECASE)
BEFORE = 90
TOP = 6


@dataclass(frozen=True, slots=True)
class Days:
    """The days a posting names, each with its words."""

    posted: Said[date] | None = None
    closes: Said[date] | None = None
    starts: Said[date] | None = None


def days_in(text: str, today: date, country: str = "") -> Days:
    """Return what a text says about days, the first mention of each."""
    found: dict[str, Said[date]] = {}
    for match in _DAY.finditer(text):
        role = _role(text, match)
        day = _day(match, today, country, ahead=role != "posted") if role else None
        if day:
            found.setdefault(role, Said(day, match.start(), match.end()))
    for match in _AGO.finditer(text):
        if _POSTED.search(_line_before(text, match.start())) or _heads(text, match):
            found.setdefault("posted", Said(_ago(match, today), match.start(), match.end()))
    return Days(**found)


def _heads(text: str, match: re.Match[str]) -> bool:
    """Whether “2 days ago” stands in a short line near the top, as boards write it."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)]
    return match["amount"] is not None and len(line) < BEFORE and text.count("\n", 0, start) < TOP


def _role(text: str, match: re.Match[str]) -> str:
    """Return what a day is for, by the nearest cue before it in its sentence."""
    before = _line_before(text, match.start())
    cues = [
        (cue.end(), role)
        for role, pattern in (("posted", _POSTED), ("closes", _CLOSES), ("starts", _STARTS))
        for cue in pattern.finditer(before)
    ]
    if not cues:
        line_end = text.find("\n", match.end())
        return "posted" if _STAMP.match(text[match.end() : line_end if line_end >= 0 else len(text)]) else ""
    role = max(cues)[1]
    if role == "closes" and (_INTERVIEW.search(before) or _is_an_end(before)):
        return ""
    return role


def _is_an_end(before: str) -> bool:
    """Whether “until …” ends the work and not the time to apply: nothing before it speaks of applying."""
    starts = bool(_FROM.search(before)) and bool(_BY.search(before))
    only_by = bool(_BY.search(before)) and not re.search(
        r"\bclos|\bdeadline|\blast d|\bvalid|\bexpir", before, re.IGNORECASE
    )
    return starts or (only_by and not _SPOKEN_TO.search(before))


def _line_before(text: str, start: int) -> str:
    """Return what stands before a place: its sentence, and the line above when the line begins there."""
    window = text[max(0, start - BEFORE) : start]
    pieces = re.split(r"[.!?]\s+(?=[A-Z])|\n\s*\n", window)
    return re.sub(r"\s+", " ", pieces[-1]) if "\t" not in pieces[-1] else pieces[-1].rsplit("\n", 1)[-1]


def _day(match: re.Match[str], today: date, country: str, *, ahead: bool) -> date | None:
    if match["iso"]:
        return _made(*map(int, match["iso"].split("-")))
    if match["one"]:
        return _by_numbers(match, country)
    name = match["month"] or match["monthfirst"]
    number = int(match["dayfirst"] or match["daysecond"])
    month = _MONTHS.index(name[:3].casefold()) + 1
    stated = match["year"] or match["yearthird"]
    if stated:
        return _made(int(stated), month, number)
    nearest = [day for year in (today.year - 1, today.year, today.year + 1) if (day := _made(year, month, number))]
    fitting = (
        [day for day in nearest if day >= today - timedelta(days=60)] if ahead else [d for d in nearest if d <= today]
    )
    return next(iter(fitting), None) if ahead else next(reversed(fitting), None)


def _by_numbers(match: re.Match[str], country: str) -> date | None:
    one, two = int(match["one"]), int(match["two"])
    year = int(match["numyear"]) + (2000 if len(match["numyear"]) == 2 else 0)
    month_first = two > 12 or (country == "US" and one <= 12 and match["mark"] == "/")
    return _made(year, one, two) if month_first else _made(year, two, one)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ago(match: re.Match[str], today: date) -> date:
    if match["named"]:
        return today - timedelta(days=match["named"].casefold() == "yesterday")
    amount = 1 if match["amount"].casefold() in ("a", "an") else value_of(match["amount"])
    return today - timedelta(days=int(amount * _UNITS[match["unit"].casefold()]))
