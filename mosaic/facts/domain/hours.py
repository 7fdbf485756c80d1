"""When and how much somebody wants to work: part time, school hours, no nights, at most 20 hours.

What they once worked is no wish, and naming nights without a word for or against them is none either.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.clock import CLOCK, span_of_day
from mosaic.facts.domain.found import Found, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.times import HINTS, PATTERNS, TIMES, WAYS
from mosaic.facts.domain.weekly import WEEKLY, Weekly, weekly_in

MOST, LEAST = "most", "least"
_WORKED = re.compile(
    r"\b(?:worked|did|was|were|had|been|ran|used to|started|came|asked|i work|i['’]m on|i do|currently)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:want|need|looking|look for|search(?:ing)?|seek(?:ing)?|prefer|ideal(?:ly)?|only|would|['’]d|please|can|could|max|must|has to|have to|perfect|best|suits?|(?:['’]?m|am|we['’]re) after|hoping|hope|wish|like|tops|possible|limit|is a no|lets? me|allow(?:s|ed)|available|minimum|at least|at most)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:\b(?:no|not|cannot|never)|n['’]?t)\b[^,;]{0,25}\bmore than\s*$|\b(?:happy (?:to|with)|do(?:n['’]?t| not) mind|fine with|ok(?:ay)? with|no problem with|can (?:only |also |still )?(?:do|work)|could (?:do|work)|(?:want|like|prefer|looking|hoping) to (?:do|work)|love|enjoy|prefer|don['’]?t care about|willing to (?:work|do)|open to|glad to|(?:['’]d|would|['’]ll|will) (?:happily )?take|available)\b[^,;]{0,20}$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"(?:n['’]?t|\b(?:not|never|no longer))\s+(?:\w+\s+)?$", re.IGNORECASE)
_FOR_AFTER = re.compile(
    r"^\W*(?:are|is|would be|['’]s) (?:also |all |perfectly )?(?:fine|ok(?:ay)?|no problem|good|great|best|perfect|possible)\b|^\W*suits? me\b|^\W*(?:(?:and|or) \w+ )?only\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:no|not|never|without|avoid|anything but|apart from|other than|hate|loathe|can(?:no|['’]?)t|wo(?:n['’]?t)|do(?:n['’]?t| not)|rather not|done with|sick of|tired of|fed up with|enough of|out of|finished with|except|instead of|(?P<mine>want my|get my|have my))\b[^;]{0,35}$",
    re.IGNORECASE,
)
_AGAINST_AFTER = re.compile(
    r"^\W*(?:off\b|free\b|back\b|(?:are|is)(?:n['’]?t| not) for me|(?:drain|bore|kill|wreck|ruin)s? me|(?:are|is) (?:out|off|a no|no good|not|sacred|mine|for)\b|(?:kill|wreck|ruin|break|exhaust|destroy)s?|wo(?:n['’]?t)|do(?:n['’]?t| not) (?:work|suit))",
    re.IGNORECASE,
)
# “I have no evenings left” complains; it does not say what is wanted.
_IS_LEFT = re.compile(r"^\W*left\b", re.IGNORECASE)
_OFF = re.compile(r"^\W*(?:off|free|back)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:no|not|don['’]?t want|never|anything but)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
_OWN_WORDS_BEFORE = re.compile(
    r"\b(?:(?:every (?:other|second|third)|one in (?:two|three|four)|the odd|odd|(?:no|not) more than|up to|at most|max(?:imum)?|alternate|occasional|only|permanent)\s+)+$",
    re.IGNORECASE,
)
_OWN_WORDS_AFTER = re.compile(r"^(?:\s+(?:only|hours|at most|maximum|max|tops))+\b", re.IGNORECASE)
# “Part time at 30 hours a week” is one thing said, and so is “part-time, three days a week”.
_AS_MUCH_AS = re.compile(
    r"^\s*(?:\(|(?:work |job |hours )?(?:at|of|for|with|around|about|is|means)?)\s*$", re.IGNORECASE
)
_SAME = re.compile(r"^\s*(?:,|and|or|so|\()*\s*$", re.IGNORECASE)
BRIEF = 5
HOURS = reduce(or_, HINTS.values(), WEEKLY | CLOCK)
_JOINING = re.compile(
    r"\b(?:or|and|to|only|just|please|ideally|preferably|max(?:imum)?|min(?:imum)?|at|most|least|about|around|up|per|an?|each|the|so|hours?|hrs?|days?|"
    r"weeks?|weekly|job|work|role|position|contract|permanent|temporary|flexible|if possible|either|tops|no|not|before|till|until|from|between|of|in|for|with|maybe|perhaps)\b"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:days?)?s?\b|(?<![a-z])[ap]m\b|[\W\d_]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A time or way of working said for or against at words[start:end]."""

    code: str
    polarity: Polarity
    start: int
    end: int


def hours_in(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield each wish about hours as a code with its polarity; `amount` is the most or least hours a week."""
    for clause in clauses:
        if not clause.hints & HOURS or clause.is_over:
            continue
        said = list(_said(clause.words, clause.hints))
        for hours in weekly_in(clause.words) if clause.hints & WEEKLY else ():
            way = next((one for one in said if _is_one(clause.words, one, hours)), None)
            if way or _is_asked(clause.words, hours):
                said = [one for one in said if one is not way]
                yield _weekly(clause, hours, way)
        for one in said:
            label = clause.words[one.start : one.end]
            yield found_in(clause, FactKind.HOURS, label, one.polarity, lexicon_id=one.code)


def _weekly(clause: Clause, hours: Weekly, way: _Said | None) -> Found:
    start = min(hours.start, way.start) if way else hours.start
    end = max(hours.end, way.end) if way else hours.end
    end += clause.words[start:end].count("(") and clause.words.startswith(")", end)
    return found_in(
        clause, FactKind.HOURS, clause.words[start:end], Polarity.WANTS,
        lexicon_id=LEAST if hours.is_least else MOST, amount=hours.hours,
    )  # fmt: skip


def _is_one(words: str, way: _Said, hours: Weekly) -> bool:
    """Whether a way of working and a number of hours are said in one breath, with no comma between them."""
    if way.code not in WAYS or way.polarity is not Polarity.WANTS:
        return False
    between = words[way.end : hours.start] if way.end <= hours.start else words[hours.end : way.start]
    return bool(_AS_MUCH_AS.match(between))


def _is_asked(words: str, hours: Weekly) -> bool:
    """Whether hours are asked for: not what somebody works or worked, unless only so many are possible."""
    before = words[: hours.start]
    if hours.is_ruled_out:
        return True
    if _WORKED.search(before) and not re.search(r"\bonly\b", words[: hours.end]):
        return False
    return hours.is_limited or bool(_WISHED.search(words)) or _is_bare(before + words[hours.end :])


def _said(words: str, hints: int) -> Iterator[_Said]:
    """Yield what a clause says for or against each time and way of working."""
    for code, pattern in PATTERNS.items():
        match = pattern.search(words) if hints & HINTS[code] else None
        polarity = _polarity(words, match, code) if match else None
        if match and polarity:
            end = _end_of_same(pattern, words, match.end()) if polarity is Polarity.WANTS else match.end()
            start, end = _borders(words, match.start(), end, polarity)
            yield _Said(code, polarity, start, end)
    spans = span_of_day(words) if hints & CLOCK else None
    if spans and not any(pattern.search(words) for code, pattern in PATTERNS.items() if code == spans.code):
        before = words[: spans.start]
        if _is_wished(words) and not _AGAINST.search(before):
            yield _Said(spans.code, Polarity.WANTS, spans.start, spans.end)


def _end_of_same(pattern: re.Pattern[str], words: str, end: int) -> int:
    """Return where the same thing said again at once in other words ends."""
    again = pattern.search(words, end)
    return again.end() if again and _SAME.match(words[end : again.start()]) else end


def _polarity(words: str, match: re.Match[str], code: str) -> Polarity | None:
    """Return what is said for or against a time or way of working; None when neither is."""
    before, after = words[: match.start()], words[match.end() :]
    if (_is_for(before) and not _OFF.match(after)) or _FOR_AFTER.match(after):
        return Polarity.WANTS
    if _IS_LEFT.match(after):
        return None
    if _AGAINST.search(before) or (code in TIMES and _AGAINST_AFTER.match(after)):
        return Polarity.AVOIDS if not _is_way_denied(before, code) else None
    if code in TIMES:
        return None
    return Polarity.WANTS if _is_wished(words) else None


def _is_for(before: str) -> bool:
    match = _FOR.search(before)
    return match is not None and not _DENIED.search(before[: match.start()])


def _is_wished(words: str) -> bool:
    is_told = _WORKED.search(words) and not _WISHED.search(words)
    return not is_told and (bool(_WISHED.search(words)) or len(words.split()) <= BRIEF or _is_bare(words))


def _is_bare(words: str) -> bool:
    """Whether a clause names times of work and nothing else: “Full-time, 40 hours, Monday to Friday”."""
    for pattern in PATTERNS.values():
        words = pattern.sub(" ", words)
    return not _JOINING.sub("", words)


def _is_way_denied(before: str, code: str) -> bool:
    """Whether a way of working is denied together with something else: “can't afford part time” says no wish."""
    return code in WAYS and not _DENIES.search(before)


def _borders(words: str, start: int, end: int, polarity: Polarity) -> tuple[int, int]:
    """Return where the words begin and end that say it: “can't do nights”, “weekends off”, “every other weekend”."""
    before, after = words[:start], words[end:]
    if polarity is Polarity.AVOIDS:
        against, behind = _AGAINST.search(before), _AGAINST_AFTER.match(after)
        if against and not against["mine"]:
            return against.start(), end
        return start, end + (behind.end() if behind else 0)
    own, behind = _OWN_WORDS_BEFORE.search(before), _OWN_WORDS_AFTER.match(after)
    return own.start() if own else start, end + (behind.end() if behind else 0)
