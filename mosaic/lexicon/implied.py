"""What naming one thing says of another: a receptionist does front-desk work, who pulled pints for years was a bartender."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from mosaic.lexicon.hints import hint, hints_in
from mosaic.lexicon.store import lexicon

# Words that speak of a job rather than of a home: how long, for whom, by the day. “for the last nine years”, “at Tesco”.
_EMPLOYED = re.compile(
    r"\b(?:for|over|about|nearly|almost) (?:\w+ ){0,3}?(?:years?|yrs?|months|decades?)\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty) (?:years?|yrs)\b"
    r"|\bat (?:the )?[A-Z]|\ba (?:day|shift|night)\b|\bshifts?\b|\b(?:full|part)[- ]time\b|\bpaid\b"
)
_MAY_BE_EMPLOYED = hint("years?|yrs?|months|decades?|at|day|night|shifts?|time|paid")
_AT_HOME = re.compile(
    r"\b(?:my|our) (?:own |old |late )?(?:mum|mom|mother|dad|father|parents|nan|gran|son|daughter|kids|children|brother|sister|wife|"
    r"husband|partner|family|house|garden|boys|girls|neighbou?rs?)\b|\bvolunt|\ballotment\b|\bfor (?:free|nothing)\b",
    re.IGNORECASE,
)


def core_skill_of(occupation: str) -> str:
    """Return the skill that an occupation is first of all about, "" for an unknown id."""
    found = lexicon().occupations.get(occupation)
    return found.essential[0] if found else ""


def occupation_of(skill: str, sentence: str) -> str:
    """Return the occupation of somebody whose sentence shows its core skill as a job, "" when it does not."""
    if not hints_in(sentence) & _MAY_BE_EMPLOYED:
        return ""
    if not _EMPLOYED.search(sentence) or _AT_HOME.search(sentence):
        return ""
    return _by_core_skill().get(skill, "")


@cache
def _by_core_skill() -> Mapping[str, str]:
    """Return skills that are the core of one occupation alone, with it."""
    found = defaultdict(list)
    for occupation in lexicon().occupations.values():
        found[occupation.essential[0]].append(occupation.id)
    return {skill: ids[0] for skill, ids in found.items() if len(ids) == 1}
