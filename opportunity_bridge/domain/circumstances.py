"""When and where the work is done, by the posting's own words: hours, shifts, office days, travel."""

import re
from collections.abc import Iterator
from enum import StrEnum

from opportunity_bridge.domain.numbers import NUMBER, value_of
from opportunity_bridge.domain.requirements import Ask, Kind, Requirement
from opportunity_bridge.domain.sections import Part, Section

# How far before a word one looks for what rules it out.
NEAR = 120


class Remote(StrEnum):
    """Where the work is done."""

    ONSITE = "onsite"
    HYBRID = "hybrid"
    REMOTE = "remote"
    UNKNOWN = "unknown"


WEEKLY = "weekly-hours"
OFFICE_DAYS = "office-days"
FULL_WEEK = 35.0
_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_OFFICE = (
    r"(?:office|studio|hub|headquarters|HQ|centre|center|premises|town hall|clinic|on site|onsite|on-site|in person)"
)

_HOURS = re.compile(
    rf"\b(?P<least>{NUMBER})(?:\s*(?:to|or|and|[-–])\s*(?P<most>{NUMBER}))?\s*(?:-| )?(?:hours?|hrs?|h)\b(?P<after>[^.;]{{0,25}})",
    re.IGNORECASE,
)
_HOURS_FIRST = re.compile(
    rf"\bhours\b\W{{1,4}}(?:an? )?(?:average (?:of )?|approx\w*\.? |up to |about |around )?(?P<least>{NUMBER})(?:\s*(?:to|[-–])\s*(?P<most>{NUMBER}))?\s*(?:per|a|each|/)\s*w",
    re.IGNORECASE,
)
_A_WEEK = re.compile(
    r"^\s*(?:\w+ )?(?:a|per|each|every|/)\s*(?:full )?week|^\s*weekly|^\s*/\s*w(?:ee)?k|^-week|^\s*p\.?/?\s?w\b",
    re.IGNORECASE,
)
_NOT_A_WEEK = re.compile(
    r"^\W*(?:of )?(?:notice|courses?|training|shift\b|visits?|a day|after|before|in advance|ago|later|old|long|drive|credit)",
    re.IGNORECASE,
)
_NOT_A_WEEK_BEFORE = re.compile(
    r"\b(?:within|course of|after|before|every|last|next|in|least|about the|a further)\s+(?:the )?$|\btraining\b[^.;]{0,20}$",
    re.IGNORECASE,
)
USUAL_WEEK = (16.0, 45.0)
ROUND_THE_CLOCK = 24.0

_FEATURES = {
    "nights": r"\bnights\b(?! out\b)(?! away)|\bnight (?:shifts?|duty|work|team|start|rota|care)\b|\bovernight\b|\bshifts?\b[^.;]{0,30}\bat night\b",
    "weekends": r"\b(?:weekends?|saturdays?|sundays?)\b|(?-i:\bSats?\b)(?! in\b)",
    "evenings": r"\b(?:evenings?|late shifts?|late one)\b",
    "shifts": r"\b(?:rotating|alternating|changing|two|three|early,? late|early and late|early or late|day and night|irregular|split|shifting)[- ](?:shifts?|schedules?|patterns?)\b|\b(?:one|two|three|four|five|six|seven|\d) (?:days |weeks )?on,? (?:one|two|three|four|five|six|seven|\d) (?:days |weeks )?off\b|\bshift (?:work|system|pattern|rota)\b|\bearly and late shifts\b|\brotating rota\b|(?<!the )\brota\b(?!@)",
    "on-call": r"\bon[- ]call\b(?! firefighter)|\bstandby\b",
    "full-time": r"\bfull[- ]time\b(?! equivalent| pay| basis)",
    "part-time": r"\bpart[- ]time\b|\bjob[- ]share\b|\bschool hours\b|\bmini-job\b",
    "travel": r"\b(?:travel(?:ling)?|trips?)\b(?! (?:costs?|expenses?|allowance|time|is paid|paid|by train is|training|card|pass|app|agen|trade|insurance|sickness))[^.;]{0,40}\b(?:%|days|weeks?|nights?|abroad|required|customers|sites?|country|countries|region\w*|world|europe|district|months?|year)\b|\bnights? away\b|\bfly-in\b",
    "relocation": r"\brelocat\w+\b",
}
_PATTERNS = {code: re.compile(pattern, re.IGNORECASE) for code, pattern in _FEATURES.items()}
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|free of|instead of|neither|nor|off|free|except|home (?:every|each|at|on|for))\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
_CALLING = re.compile(r"\b(?:phone|ring|call|text|tel\w*)\b[^.;\n]*\d[^.;\n]*$", re.IGNORECASE)
_NEGATED_AFTER = re.compile(r"^\W*(?:off|free)\b", re.IGNORECASE)
_PAID_EXTRA = re.compile(
    r"\b(?:premium|supplement|allowance|enhancement|extra|bonus|rate|after|higher|more)\b[^.;]{0,25}$", re.IGNORECASE
)
PLACES = ("travel", "relocation")

_AT_HOME = re.compile(
    rf"\b(?:{NUMBER}|half a|a|one or two)(?: to {NUMBER})? days?\b[^.;]{{0,30}}\b(?:from|at) home\b|\b(?:from|at) home (?:\w+ )?{NUMBER} days?\b|\bhome[- ](?:office|working)\b(?! (?:budget|allowance|set|equipment|stipend|desk))|\bhybrid\b"
    rf"|\bdays? (?:a|per) week (?:can be |may be )?(?:worked )?(?:from|at) home\b|\b{NUMBER}(?: \w+)? wherever you like\b|\byour {NUMBER} home days\b|\bworked (?:partly )?from home\b|\b(?:can|may|could|option to|possible to|also|partly|sometimes) (?:\w+ )?work (?:partly )?from home\b",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(
    r"\b(?:fully|100 ?%|entirely|completely) remote\b|\bwork(?:ing)? from anywhere\b|\bremote (?:within|in|position|role|opportunity)\b|\bhome[- ]based\b|\byou work from home\b(?! \w+ days?)|\bremote[- ]first\b|\bwork where you like\b",
    re.IGNORECASE,
)
_SOME_DAYS = rf"(?:{NUMBER}(?: \w+)? days?|{_DAYS}(?: and {_DAYS})?)"
_AT_OFFICE = re.compile(
    rf"\b(?P<amount>{NUMBER})(?: \w+)? days?\b(?: (?:a|per|each|every) (?:week|fortnight|month))?[^.;]{{0,20}}\b(?:in|at|on)\b[^.;]{{0,30}}{_OFFICE}"
    rf"|\b(?P<stated>{NUMBER}) days? (?:on[- ]site|in person)\b|\boffice days\b"
    rf"|\b{_DAYS}\b[^.;]{{0,30}}\b(?:in|at|on)\b[^.;]{{0,30}}{_OFFICE}|\b{_OFFICE}\b[^.;]{{0,30}}\b{_SOME_DAYS}",
    re.IGNORECASE,
)
_ONLY_AT_FIRST = re.compile(r"\b(?:interview|training|induction)\b", re.IGNORECASE)
_PLURAL_DAY = re.compile(rf"\b{_DAYS}\b", re.IGNORECASE)
_SOME_AT_HOME = re.compile(
    rf"\b(?:{NUMBER}|half a|a|one or two)(?: of your {NUMBER})?(?: \w+)? (?:days?|shifts|mornings?)\b[^.;]{{0,30}}\b(?:from|at) home\b|\b(?:from|at) home\b[^.;]{{0,20}}\b(?:up to|for)\b[^.;]{{0,10}}\b{NUMBER}\b",
    re.IGNORECASE,
)


def circumstances_in(text: str, part: Part) -> Iterator[Requirement]:
    """Yield what a part says about hours and place, as conditions of the work."""
    if part.section is Section.NOT_ASKED:
        return
    words = text[part.start : part.end]
    weekly = weekly_hours(words)
    if weekly:
        yield _one(Kind.HOURS, WEEKLY, part, weekly[1])
    for code, pattern in _PATTERNS.items():
        if _is_said(pattern, words) and not (code == "shifts" and part.section is Section.DUTIES and part.listed):
            yield _one(Kind.PLACE if code in PLACES else Kind.HOURS, code, part)
    office = _AT_OFFICE.search(words)
    if office and (_PLURAL_DAY.search(words) or not _ONLY_AT_FIRST.search(words)):
        amount = office["amount"] or office["stated"]
        yield _one(Kind.PLACE, OFFICE_DAYS, part, value_of(amount) if amount else 0)


def weekly_hours(words: str) -> tuple[float, float] | None:
    """Return the least and most hours a week that a sentence names."""
    for match in (*_HOURS.finditer(words), *_HOURS_FIRST.finditer(words)):
        least = value_of(match["least"])
        most = value_of(match["most"]) if match["most"] else least
        if 4 <= least <= most <= 60 and (
            "after" not in match.re.groupindex or _A_WEEK.match(match["after"]) or _may_be_a_week(words, match, most)
        ):
            return least, most
    return None


def _may_be_a_week(words: str, match: re.Match[str], most: float) -> bool:
    """Whether hours without “a week” are those of a week: a usual number and nothing else they belong to."""
    is_usual = USUAL_WEEK[0] <= most <= USUAL_WEEK[1] and (most != ROUND_THE_CLOCK or "days a week" in words)
    other = _NOT_A_WEEK.match(match["after"]) or _NOT_A_WEEK_BEFORE.search(
        words[max(0, match.start() - NEAR) : match.start()]
    )
    return is_usual and not other


def says_office_days(words: str) -> bool:
    """Whether a sentence names days on which one is at the place of work."""
    office = _AT_OFFICE.search(words)
    return bool(office) and (bool(_PLURAL_DAY.search(words)) or not _ONLY_AT_FIRST.search(words))


def limits_home(words: str) -> bool:
    """Whether only some of the days may be worked at home."""
    return bool(_SOME_AT_HOME.search(words))


def says_home(words: str) -> bool:
    """Whether some of the work may be done at home."""
    match = _AT_HOME.search(words)
    return bool(match) and not _NEGATED.search(words[max(0, match.start() - NEAR) : match.start()]) if match else False


def says_anywhere(words: str) -> bool:
    """Whether all of the work is done wherever one likes."""
    match = _ANYWHERE.search(words)
    return bool(match) and not _NEGATED.search(words[max(0, match.start() - NEAR) : match.start()]) if match else False


def _is_said(pattern: re.Pattern[str], words: str) -> bool:
    """Whether something is said and not ruled out or only named with its extra pay."""
    for match in pattern.finditer(words):
        before = words[max(0, match.start() - NEAR) : match.start()]
        if not (
            _NEGATED.search(before)
            or _CALLING.search(before)
            or _NEGATED_AFTER.match(words[match.end() :])
            or _PAID_EXTRA.search(before)
        ):
            return True
    return False


def _one(kind: Kind, code: str, part: Part, amount: float = 0) -> Requirement:
    return Requirement(kind, Ask.MUST, (code,), part.start, part.end, amount)
