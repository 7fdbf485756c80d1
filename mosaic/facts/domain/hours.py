"""When and how much somebody wants to work: part time, school hours, no nights, at most 20 hours.

What they once worked is no wish, and naming nights without a word for or against them is none either.
"""

import re
from collections.abc import Iterator, Sequence

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.numbers import SPOKEN_NUMBER, value_of

MOST = "most"
LONGEST_WEEK = 60
# Times that many would rather do without: only words for or against them count.
_TIMES = {
    "nights": r"\b(?:night[- ]?(?:shifts?|work)|nights?\b(?! (?:out|away|school|owl|class))|overnights?)\b",
    "weekends": r"\b(?:weekends?|saturdays?|sundays?)\b",
    "evenings": r"\b(?:evenings?|late shifts?|lates)\b(?! class)",
    "shifts": r"\b(?:rotating |changing |split |alternating |(?:four|three|two|4|3|2) on,? (?:four|three|two|4|3|2) off )shifts?\b|\bshift ?work\b",
    "on-call": r"\bon[- ]call\b|\bstandby\b",
}
# Ways of working that are named because they are wanted.
_WAYS = {
    "part-time": r"\bpart[- ]?time\b|\b(?:four|three|two|4|3|2)[- ]day(?:s a)? week\b|\bhalf days\b|\b(?:two|three|four|2|3|4) days a week\b(?! (?:in|at|from|on|on-?site|home|remote))|\bjob[- ]?share\b",
    "full-time": r"\bfull[- ]?time\b",
    "school-hours": r"\bschool[- ]hours\b|\bschool (?:run|day)s?\b(?= hours| friendly)",
    "term-time": r"\bterm[- ]time\b",
    "mornings": r"\bmornings?(?: only)?\b",
    "days": r"\b(?:days only|day ?shifts?(?: only)?|day ?work|daytime(?: hours| only)?|nine to five|9[- ]to[- ]5|9-5|mon(?:day)?(?: to |-)fri(?:day)?|office hours)\b",
}
TIMES = frozenset(_TIMES)
# What cannot be meant beside the only times that will do.
RULED_OUT_BY = {
    "school-hours": ("evenings", "nights"),
    "mornings": ("evenings", "nights"),
    "days": ("nights",),
}
_PATTERNS = {code: re.compile(words, re.IGNORECASE) for code, words in (*_TIMES.items(), *_WAYS.items())}
_WORKED = re.compile(
    r"\b(?:worked|did|was|were|had|been|ran|used to|started|came|asked|i work|i['’]m on|i do|currently)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:want|need|looking|prefer|ideal(?:ly)?|only|would|['’]d|please|can|could|max|must|has to|have to|perfect|best|suits?|after|hoping|hope|wish|like|tops|possible)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:happy (?:to|with)|do(?:n['’]?t| not) mind|fine with|ok(?:ay)? with|no problem with|can (?:do|work)|could (?:do|work)|love|enjoy|prefer|don['’]?t care about|willing to (?:work|do)|open to|glad to|(?:['’]d|would|['’]ll|will) (?:happily )?take|available)\b[^,;]{0,20}$",
    re.IGNORECASE,
)
_FOR_AFTER = re.compile(r"^\W*(?:are fine|is fine|suits? me|are ok|are okay|are no problem)", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:no|not|never|without|avoid|anything but|hate|loathe|can(?:no|['’]?)t|wo(?:n['’]?t)|do(?:n['’]?t| not)|rather not|done with|sick of|tired of|fed up with|enough of|out of|finished with|except|instead of|want my|get my|have my)\b[^;]{0,35}$",
    re.IGNORECASE,
)
_AGAINST_AFTER = re.compile(
    r"^\W*(?:off\b|free\b|back\b|(?:are|is)(?:n['’]?t| not) for me|(?:drain|bore|kill|wreck|ruin)s? me|(?:are|is) (?:out|off|a no|no good|not|sacred|mine|for)\b|(?:kill|wreck|ruin|break|exhaust|destroy)|wo(?:n['’]?t)|do(?:n['’]?t| not) (?:work|suit))",
    re.IGNORECASE,
)
# “I have no evenings left” complains; it does not say what is wanted.
_IS_LEFT = re.compile(r"^\W*left\b", re.IGNORECASE)
_WEEKLY = re.compile(
    rf"\b(?P<least>{SPOKEN_NUMBER})(?:\s*(?:to|or|and|[-–])\s*(?P<most>{SPOKEN_NUMBER}))?\s*-?\s*(?:hours?|hrs?)\b(?P<after>[^,;]{{0,30}})",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:max(?:imum)?|at most|no more than|not more than|up to|only|tops|more than|limit|can manage|would (?:work|suit|do)|want|need|looking for|prefer|ideally|between|around|about)\b",
    re.IGNORECASE,
)
_NOT_A_WEEK = re.compile(
    r"^\W*(?:of|notice|away|drive|commute|each way|a day|per day|course|training|ago|later|an? night|straight|shift)|^['’]",
    re.IGNORECASE,
)
_A_RATE = re.compile(r"[£€$]\s?[\d.,]+\s*(?:an|per|/)?\s*$|\ban\s+$", re.IGNORECASE)


def hours_in(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield each wish about hours as a code with its polarity; `amount` is the most hours a week."""
    for clause in clauses:
        if clause.is_over:
            continue
        for code, pattern in _PATTERNS.items():
            match = pattern.search(clause.words)
            polarity = _polarity(clause.words, match, code) if match else None
            if match and polarity:
                yield found_in(clause, FactKind.HOURS, _label(clause.words, match), polarity, lexicon_id=code)
        yield from _weekly(clause)


def names_hours(words: str) -> bool:
    """Whether words begin with a time of work that this reader knows."""
    return any(pattern.match(words) for pattern in _PATTERNS.values())


def _polarity(words: str, match: re.Match[str], code: str) -> Polarity | None:
    """Return what is said for or against a time or way of working; None when neither is."""
    before, after = words[: match.start()], words[match.end() :]
    if _FOR.search(before) or _FOR_AFTER.match(after):
        return Polarity.WANTS
    if _IS_LEFT.match(after):
        return None
    if _AGAINST.search(before) or (code in _TIMES and _AGAINST_AFTER.match(after)):
        return Polarity.AVOIDS if not _is_way_denied(before, code) else None
    if code in _TIMES:
        return None
    is_told = _WORKED.search(words) and not _WISHED.search(words)
    is_wish = _WISHED.search(words) or len(words.split()) <= 5
    return Polarity.WANTS if is_wish and not is_told else None


def _is_way_denied(before: str, code: str) -> bool:
    """Whether a way of working is denied together with something else: “can't afford part time” says no wish."""
    return code in _WAYS and not re.search(
        r"\b(?:no|not|don['’]?t want|never|anything but)\W+(?:\w+\W+){0,2}$", before, re.IGNORECASE
    )


def _label(words: str, match: re.Match[str]) -> str:
    """Return the words around a time that say for or against it: “can't do nights”, “weekends off”."""
    before = re.split(r"[,;(]|\band\b", words[: match.start()])[-1].split()[-3:]
    after = re.split(r"[,;.)]|\b(?:and|would|because|so)\b", words[match.end() :])[0].split()[:2]
    return " ".join([*before, match.group(), *after])


def _weekly(clause: Clause) -> Iterator[Found]:
    for match in _WEEKLY.finditer(clause.words):
        before, around = clause.words[: match.start()], clause.words[: match.start()] + match["after"]
        most = value_of(match["most"] or match["least"])
        is_rate = _A_RATE.search(before) or _NOT_A_WEEK.match(match["after"])
        is_told = _WORKED.search(before) and not re.search(r"\bonly\b", before)
        if 4 <= most <= LONGEST_WEEK and _LIMIT.search(around) and not is_rate and not is_told:
            label = _limit_label(clause.words, match)
            yield found_in(clause, FactKind.HOURS, label, Polarity.WANTS, lexicon_id=MOST, amount=most)


def _limit_label(words: str, match: re.Match[str]) -> str:
    before = re.split(r"[,;(]", words[: match.start()])[-1].split()[-4:]
    after = re.split(r"[,;.)]|\bbecause\b", match.group()[len(match.group()) - len(match["after"]) :])[0]
    return " ".join([*before, match.group()[: len(match.group()) - len(match["after"])] + after])
