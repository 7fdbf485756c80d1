"""How strongly words show a skill, 1 to 4, with the reasons as codes. No number without its reason.

Named only, or near in meaning to what was said: 1. Learnt in training, or done: 2. Done for two years or more: one more. With a result or a number: one more.
Last done over ten years ago: one less. Whether somebody was paid is told and never counted.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from mosaic.facts.domain.kinds import How
from mosaic.facts.domain.years import together
from mosaic.lexicon.hints import hint, hints_in

LEAST, MOST = 1, 4
SOME_YEARS = 2
LONG_AGO = 10

_UNPAID = re.compile(
    r"\b(?:volunt\w+|unpaid|charity|food ?bank|soup kitchen|hospice shop|church|mosque|temple|synagogue|parish|scouts?|guides|PTA|PTO|school governor|for (?:free|nothing|fun)|hobby|"
    r"allotment|at home|household|homeschool\w*|foster(?:ed|ing)?|my (?:own )?(?:\w+ )?(?:dad|father|mum|mom|mother|parents|nan|gran\w*|son|daughter|kids|children|brother|sister|wife|husband|partner|family)|"
    r"our (?:kids|children|three|two|house|street|village)|neighbou?rs?|mates['’]?|friends['’]?|village|community|club|in my spare time|carer for)\b",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"\b(?:(?:work|worked|working|employed|job|career|living) (?:as|at|for|in)|jobs?|for a living|paid|employer|employed|self-employed|freelanc\w+|salary|wages?|on the tools|ward|clients?|customers?|company|firm|"
    r"contract|shifts?|at work|my work|apprentice\w*|promoted)\b",
    re.IGNORECASE,
)
_TRAINED = re.compile(
    r"\b(?:courses?|certificates?|certified|trained (?:in|as)|training in|studied|studying|qualif\w+|diploma|degree|learn(?:t|ed|ing)|NVQ|BTEC|evening class\w*|workshops?|modules?|exam\w*)\b",
    re.IGNORECASE,
)
_OWN_DOING = re.compile(
    r"\b(?:I|I['’]?(?:ve|m|d)|we|me)\b|^\W*(?:\w+ed|\w+ing|ran|led|built|made|kept|taught|drove|sold|wrote|grew|did|cut|bought|took|held|set)\b",
    re.IGNORECASE,
)
_COUNT = r"(?:\d{1,3}(?:[.,]\d{3})*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a hundred|hundreds of|a dozen)"
_RESULT = re.compile(
    rf"\d\s?%|\b(?:reduced|increased|raised|doubled|halved|saved|won|grew|cut)\b.{{0,40}}\d|[£€$]\s?\d"
    rf"|\b{_COUNT}\s+(?!years?|yrs?|months?|days?|weeks?|hours?|hrs?|minutes?|mins?|decades?|o['’]clock|of (?:us|them)|times|and|or|in|to|at|on|for|am|pm|every|each|per|more|hundred|thousand)[a-z]{{3,}}",
    re.IGNORECASE,
)
_MAY_BE_UNPAID = hint(
    "volunt.*|unpaid|charity|foodbank|bank|kitchen|hospice|church|mosque|temple|synagogue|parish|scouts?|guides|pta|pto|"
    "governor|free|nothing|fun|hobby|allotment|home|household|homeschool.*|foster(?:ed|ing)?|dad|father|mum|mom|mother|"
    "parents|nan|gran.*|son|daughter|kids|children|brother|sister|wife|husband|partner|family|three|two|house|street|"
    "village|neighbou?rs?|mates|friends|community|club|spare|carer"
)
_MAY_BE_PAID = hint(
    "work|worked|working|employed|jobs?|career|living|paid|employer|self|freelanc.*|salary|wages?|tools|ward|clients?|"
    "customers?|company|firm|contract|shifts?|apprentice.*|promoted"
)
_MAY_BE_TRAINED = hint(
    "courses?|certificates?|certified|trained|training|studied|studying|qualif.*|diploma|degree|learn(?:t|ed|ing)|nvq|btec|"
    "evening|workshops?|modules?|exam.*"
)
_MAY_BE_A_RESULT = hint(
    r".*\d.*|[£€$]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundreds?|dozen"
)


class Ground(StrEnum):
    """Why a strength is what it is."""

    PAID = "paid"
    UNPAID = "unpaid"
    DONE = "done"
    TRAINED = "trained"
    NAMED = "named"
    NEAR = "near"
    YEARS = "years"
    LONG_AGO = "long_ago"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Sign:
    """What one quote tells about a skill: how it was come by, years, the last calendar year, whether it names a result."""

    how: How | None = None
    years: float = 0
    until: int = 0
    has_result: bool = False


@dataclass(frozen=True, slots=True)
class Strength:
    """A level from 1 to 4 with every reason for it; a reason's number is years or a calendar year, else 0."""

    level: int
    reasons: tuple[tuple[Ground, float], ...]


_ORDER = (How.PAID, How.UNPAID, How.DONE, How.TRAINED, How.NAMED, How.NEAR)
_DONE = frozenset((How.PAID, How.UNPAID, How.DONE))


def strength_of(signs: Iterable[Sign], this_year: int) -> Strength:
    """Return how strongly all quotes together show a skill."""
    rows = list(signs)
    how = min((one.how or How.NAMED for one in rows), key=_ORDER.index, default=How.NAMED)
    years = together((one.years, one.until) for one in rows)
    until = max((one.until for one in rows), default=0)
    reasons: list[tuple[Ground, float]] = [(Ground(how.value), 0)]
    level = LEAST if how in {How.NAMED, How.NEAR} else LEAST + 1
    if how in _DONE and years >= SOME_YEARS:
        reasons.append((Ground.YEARS, years))
    if how in _DONE and any(one.has_result for one in rows):
        reasons.append((Ground.RESULT, 0))
    level += len(reasons) - 1
    if until and this_year - until > LONG_AGO:
        reasons.append((Ground.LONG_AGO, until))
        level -= 1
    return Strength(max(LEAST, min(MOST, level)), tuple(reasons))


def how_of(sentence: str, *, in_a_role: bool) -> How:
    """Return how a sentence says that somebody comes to what it names. Unpaid work is looked for first."""
    hints = hints_in(sentence)
    if hints & _MAY_BE_UNPAID and _UNPAID.search(sentence):
        return How.UNPAID
    if in_a_role or (hints & _MAY_BE_PAID and _PAID.search(sentence)):
        return How.PAID
    if hints & _MAY_BE_TRAINED and _TRAINED.search(sentence):
        return How.TRAINED
    return How.DONE if _OWN_DOING.search(sentence) else How.NAMED


def names_result(sentence: str) -> bool:
    """Whether a sentence names a number or a result besides lengths of time."""
    return bool(hints_in(sentence) & _MAY_BE_A_RESULT and _RESULT.search(sentence))
