"""Hours of the day that somebody names as theirs to work: “9.30 to 2.30”, “from 9 till 5”."""

import re
from dataclasses import dataclass

from mosaic.lexicon.hints import hint

NOON = 12
_CLOCK = re.compile(
    r"\b(?P<from>from |between )?(?P<first>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b)?\s*"
    r"(?P<join>to|and|till|til|until|-|–)\s*(?P<last>\d{1,2})(?:[.:](?P<end>[0-5]\d))?\s?(?P<late>[ap]\.?m\b)?"
    r"(?![\d%])(?!\s*[-–]?\s*(?:hours?|hrs?|k\b|an?\b|per\b|/|years?|yrs?|miles?|km|minutes?|mins?|days?|weeks?|months?|pounds?|quid|euros?|dollars?|grand|thousand|people|in\b))(?![.,]\d)",
    re.IGNORECASE,
)
CLOCK = hint(r".*\d.*")
_MONEY = re.compile(r"[£€$]\s?$")
# From, until (in hours) that make a school day, a morning, a day.
_SPANS = (("mornings", 6, 13), ("school-hours", 8.5, 15.5), ("days", 7, 18.5))
SHORTEST = 2
# “9 to 3” alone could be a score; one of these makes it a time.
_TELLING, _UNTIL = ("from", "minute", "end", "half", "late"), ("till", "til", "until")


@dataclass(frozen=True, slots=True)
class SpanOfDay:
    """A span of the day at words[start:end] under the code of the way of working it stands for."""

    code: str
    start: int
    end: int


def span_of_day(words: str) -> SpanOfDay | None:
    """Return the first span of the day in a clause that is one of work by day."""
    for match in _CLOCK.finditer(words):
        if any(match[name] for name in _TELLING) or match["join"].casefold() in _UNTIL:
            first = _hour(match["first"], match["minute"], match["half"])
            last = _hour(match["last"], match["end"], match["late"])
            last += NOON if last <= first else 0
            code = next((code for code, start, end in _SPANS if start <= first and last <= end), "")
            if code and last - first >= SHORTEST and not _MONEY.search(words[: match.start()]):
                return SpanOfDay(code, match.start(), match.end())
    return None


def _hour(digits: str, minutes: str | None, half: str | None) -> float:
    hour = int(digits) + int(minutes or 0) / 60
    return hour + NOON if half and half[0] in "pP" and hour < NOON else hour
