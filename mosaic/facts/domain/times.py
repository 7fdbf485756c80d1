"""Times and ways of working that readers know, each with the words that name it."""

import re

from mosaic.lexicon.hints import hint, hints_in

# Times that many would rather do without: only words for or against them count.
_TIMES = {
    "nights": r"\b(?:night[- ]?(?:shifts?|work)|nights?\b(?! (?:out|away|school|owl|class))|overnights?)\b",
    "weekends": r"\b(?:weekends?|saturdays?|sundays?)\b",
    "evenings": r"\b(?:evenings?|late shifts?|lates)\b(?! class)",
    "shifts": r"\b(?:rotating |changing |split |alternating |(?:four|three|two|4|3|2) on,? (?:four|three|two|4|3|2) off )shifts?\b|\bshift ?work\b|^\W*shifts\b|(?<=\bno )shifts\b|(?<=\bwork )shifts\b|(?<=\bmind )shifts\b",
    "on-call": r"\bon[- ]call\b|\bstandby\b",
}
_FEW = "four|three|two|[2-4]"
# When school is out or about to be.
_THREE = r"(?:2|2[.:]30|3|3[.:][0-3]\d)\s?(?:pm|o['’]clock)?\b(?!\s?[:.]\d)"
# Ways of working that are named because they are wanted.
_WAYS = {
    "part-time": rf"\bpart[- ]?time\b|\b(?:{_FEW})[- ]day(?:s a)? week\b|\bhalf days\b|\b(?:(?:{_FEW})(?: to | or |-))?(?:{_FEW})(?: long| short| full)? days (?:a|per|each|in a|in the) week\b(?! (?:in|at|from|on|on-?site|home|remote))|\b(?:{_FEW}) (?:long|short|full) days\b|\bjob[- ]?share\b|\bhalf[- ]time\b|\bmini-?job\b"
    rf"|(?:(?<=\bdo )|(?<=work )|(?<=want )|(?<=than )|(?<=most )|(?<=nage )|(?<=only ))(?:(?:{_FEW})(?: to | or |-))?(?:{_FEW}) days\b(?! (?:in|at|from|on|off|ago|home|remote|notice|away|of))",
    "full-time": r"\bfull[- ]?time\b",
    "school-hours": r"\bschool[- ]hours\b|\bschool (?:run|day)s?\b(?= hours| friendly)|\b(?:while|when|whilst) (?:the |my |our )?(?:kids?|children|son|daughter|boys|girls|little ones?) (?:are|is|['’]s) (?:at|in) (?:school|nursery)\b"
    rf"|\b(?:finish|be home|be back|be out|leave) (?:\w+ )?(?:by|before) {_THREE}|\b(?:anything|nothing) (?:past|after|later than) {_THREE}|\bpick (?:\w+ ){{0,3}}?up (?:at|by|before|around) {_THREE}",
    "term-time": r"\bterm[- ]time\b",
    "mornings": r"\bmornings?(?: only)?\b",
    "days": r"\b(?:days only|day ?shifts?(?: only)?|day ?work|daytime(?: hours| only)?|nine to five|9[- ]to[- ]5|9-5|mon(?:day)?s?(?: to |-|–| till | until | through )(?:fri|thu(?:rs)?)(?:day)?s?|office hours|week ?days only|only week ?days)\b",
}
TIMES, WAYS = frozenset(_TIMES), frozenset(_WAYS)
HINTS = {
    "nights": hint("nights?|nightshifts?|nightwork|overnights?"),
    "weekends": hint("weekends?|saturdays?|sundays?"),
    "evenings": hint("evenings?|lates?"),
    "shifts": hint("shifts?|shiftwork"),
    "on-call": hint("(?:on)?call|standby"),
    "part-time": hint("part|parttime|days?|share|jobshare|half|halftime|mini|minijob"),
    "full-time": hint("full|fulltime"),
    "school-hours": hint(r"school|nursery|.*\d.*"),
    "term-time": hint("term"),
    "mornings": hint("mornings?"),
    "days": hint(r"days|day|dayshifts?|daywork|daytime|nine|9|mon(?:day)?s?|office|weekdays"),
}
# What cannot be meant beside the only times that will do.
RULED_OUT_BY = {
    "school-hours": ("evenings", "nights"),
    "mornings": ("evenings", "nights"),
    "days": ("nights",),
}
PATTERNS = {code: re.compile(words, re.IGNORECASE) for code, words in (*_TIMES.items(), *_WAYS.items())}


def names_hours(words: str) -> bool:
    """Whether words begin with a time of work that this reader knows."""
    marks = hints_in(words)
    return any(pattern.match(words) for code, pattern in PATTERNS.items() if marks & HINTS[code])
