"""How many hours a week somebody wants to work: “max 20 hrs”, “20 to 25 hours”, “at least 35 hours a week”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mosaic.lexicon.hints import hint
from mosaic.lexicon.numbers import SPOKEN_NUMBER, value_of

FEWEST, LONGEST_WEEK = 4, 60
_JOIN = r"\s*(?:to|or|and|[-–])\s*"
_MOST = r"(?:a )?max(?:imum)?(?: of)?|(?:no|not) more than|(?<!not )more than|at (?:the )?most|up to|only|just|a limit of|under|less than"
_LEAST = (
    r"(?:a )?min(?:imum)?(?: of)?|at (?:the )?(?:very )?least|(?:no|not) (?:less|fewer|under)(?: than)?|upwards of|over"
)
_ABOUT = r"around|about|roughly|approx(?:\.|imately)?|between|from|something like|ideally|preferably|maybe|perhaps"
_HOURS = re.compile(
    rf"(?P<cue>\b(?:(?:{_MOST}|{_LEAST}|{_ABOUT})\s+)*)"
    rf"\b(?P<least>{SPOKEN_NUMBER})(?:{_JOIN}(?P<most>{SPOKEN_NUMBER}))?\s*-?\s*(?P<plus>\+?)\s*(?:hours?|hrs?)\b"
    r"(?P<week>(?:\s*(?:/|-|in|in the|a|per|each|every|of work a)?\s*(?:week(?:ly)?|wk|p/?w)\b)?)"
    r"(?P<tail>(?:,?\s*(?:max(?:imum)?|min(?:imum)?|at (?:the )?(?:very )?(?:most|least)|tops|or (?:more|less|so|fewer)|only)\b)?)",
    re.IGNORECASE,
)
_IS_LEAST = re.compile(rf"\b(?:{_LEAST}|or more)\b", re.IGNORECASE)
# “I can't work more than 16 hours” is a limit, “I want more than 16 hours” asks for as many at least.
_MORE_THAN = re.compile(r"^(?:more than|over)\b", re.IGNORECASE)
_FROM = re.compile(r"^from\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:(?:can|could|do|wo|would|must)(?:n?['’]?t)|cannot|(?:can|could|do|will|would|must|should) not|not|never|unable to|no)\b[^,;]{0,25}$",
    re.IGNORECASE,
)
_NOT_A_WEEK = re.compile(
    r"^\W*(?:of\b(?! work)|notice|away|drive|commut|travel|each way|a day|per day|/\s?day|daily|course|training|ago|later|before|after|an? night|straight|shift|a (?:month|year)|on the (?:bus|train)|by (?:bus|train|car)|from|door)|^['’]",
    re.IGNORECASE,
)
_A_RATE = re.compile(r"(?:[£€$]\s?[\d.,]*|\ban\s+|/\s?)$", re.IGNORECASE)
WEEKLY = hint(".*hours?|.*hrs?")


@dataclass(frozen=True, slots=True)
class Weekly:
    """Hours a week named at words[start:end]; `is_least` when they are the fewest that will do.

    `is_limited` when words of a limit stand beside them, `is_ruled_out` when more than they are is denied.
    """

    hours: float
    is_least: bool
    is_limited: bool
    is_ruled_out: bool
    start: int
    end: int


def weekly_in(words: str) -> Iterator[Weekly]:
    """Yield each number of hours that can be those of a week, whatever is said of it."""
    for match in _HOURS.finditer(words):
        most, start = value_of(match["most"] or match["least"]), match.start()
        if not FEWEST <= most <= LONGEST_WEEK or _A_RATE.search(words[: match.start("least")]):
            continue
        if not match["week"] and _NOT_A_WEEK.match(words[match.end() :]):
            continue
        denial = _DENIAL.search(words[:start]) if _MORE_THAN.match(match["cue"]) else None
        is_open = bool(_MORE_THAN.match(match["cue"]) or (_FROM.match(match["cue"]) and not match["most"]))
        is_said = match["plus"] or _IS_LEAST.search(match["cue"] + match["tail"])
        is_least = denial is None and bool(is_open or is_said)
        hours = value_of(match["least"]) if is_least else most
        start = denial.start() if denial else start
        is_limited = bool(match["cue"].strip() or match["tail"].strip() or match["plus"])
        yield Weekly(hours, is_least, is_limited, denial is not None, start, match.end())
