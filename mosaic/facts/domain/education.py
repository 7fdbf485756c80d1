"""Education: how far somebody got and in what, what they are studying for, and what they say they have not."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.hints import hint
from mosaic.lexicon.phrases import Finder, Mention
from mosaic.lexicon.store import lexicon

BACHELOR = "bachelor"
# Words of the ladder that say something else in a sentence: “the gymnasium”, “basic schooling” stay what they are.
_LOOSE = re.compile(r"^(?:level|bed|med|ma|ms|ba|bs|gymnasium|journeyman|completed training)s?$", re.IGNORECASE)
# The finder passes over the “A” of A levels as if it were an article.
_A_LEVELS = re.compile(r"^levels?$", re.IGNORECASE)
_AN_A = re.compile(r"\bAS?[ -]$")
_EXACT = re.compile(r"^(?:MA|MS|BA|BS|BEd|MEd)$")
# Schools are places to work at as well; who went there says so.
_PLACE = re.compile(
    r"^(?:(?:primary|elementary|secondary|high|trade|basic) school\w*|community college|technical college)$",
    re.IGNORECASE,
)
_WENT_THERE = re.compile(
    r"\b(?:finished|left|went|graduated|graduate|diploma|completed|got|just|only|dropped out|attended|studied|educated)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:degree|uni|university|graduated|diploma|masters?['’]?s?|bachelors?['’]?s?|college)\b", re.IGNORECASE
)
_AT_UNIVERSITY = re.compile(
    r"\b(?:studied|read|did)\s+(?P<subject>[\w ]{3,40}?)\s+at\s+(?:uni|university)\b", re.IGNORECASE
)
_FIRST = re.compile(
    r"\b(?:first|2[:.][12]|two-one) in (?P<honours>[\w ]{3,40})|\bgraduated (?:with|from)\b.{0,30}?\bin\s+(?P<subject>[\w ]{3,40})|\bgraduated in\s+(?P<only>(?!\d)[\w ]{3,40})",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"\b(?:no|without|never (?:finished|got|did|completed|went to|had)|did(?:n['’]?t| not) (?:finish|get|do|complete|go to|have)|"
    r"(?:do|have|has)(?:n['’]?t| not) (?:have|got|finished|done)?|haven['’]?t|['’]ve not (?:got|done|finished|had)?|could(?:n['’]?t| not) finish|dropped out of|gave up|left)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_WANTS = re.compile(
    r"\b(?:stud(?:ying|y)|working towards|halfway through|half way through|in the middle of|in my \w+ year of|enrolled|currently doing|"
    r"(?:want|hope|hoping|plan|planning|like|love|going|thinking (?:of|about)) (?:to )?(?:do|doing|get|getting|start|starting|finish|finishing)|applying for|applied for|saving (?:up )?for)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^['’]?s?\s*(?:level \d,?\s*)?(?:degree|diploma|certificate|qualification)?\s*(?:was\s+)?(?:\(?hons\)?\s*)?(?:in|of|as an?)\s+(?!\d|the\b)(?P<subject>[\w&/ -]{2,50})"
    r"|^\s*(?:\(?hons\)?\s*|level \d,?\s*)?(?P<direct>(?-i:[A-Z][\w&]+(?: (?:and )?[A-Z][\w&]+){0,4}))",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s+(?:from|at|in (?:19|20)\d\d|in the|and (?:an?|the|my)|with|finished|years|for|which|when|but|back in|through|by)\b.*$",
    re.IGNORECASE,
)
_IS_TEACHING = re.compile(
    r"\b(?:teach\w*|tutor\w*|lectur\w*|(?:GCSE|A-level) (?:maths|students?|pupils?|classes|groups?))\b", re.IGNORECASE
)
DIPLOMA = re.compile(r"\b(?:diploma|city (?:and|&) guilds) in\b", re.IGNORECASE)
VOCATIONAL = "vocational"


_BARELY = hint("uni|university|first|2|two|graduated|diploma|guilds|degree|masters{0,2}|bachelors{0,2}|college")


def education_in(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield each rung of the education ladder with its subject, in the words that name it."""
    for clause in clauses:
        seen: set[tuple[str, Polarity]] = set()
        for rung, start, end in _rungs(clause):
            polarity = _polarity(clause.words[:start])
            if (rung, polarity) not in seen and not _IS_TEACHING.search(clause.words):
                seen.add((rung, polarity))
                label = clause.words[start : _with_subject(clause.words, end)]
                yield found_in(clause, FactKind.EDUCATION, label, polarity, lexicon_id=rung)


def _rungs(clause: Clause) -> list[tuple[str, int, int]]:
    words = clause.words
    named = [
        (one.id, one.start, one.end) for one in _finder().find(words) if _is_named(words, one) and one.id != "none"
    ]
    return named or [*_bare(words)] if clause.hints & _BARELY else named


def _is_named(words: str, one: Mention) -> bool:
    said = words[one.start : one.end]
    if _A_LEVELS.match(said) and _AN_A.search(words[: one.start]):
        return True
    if _PLACE.match(said) and not _WENT_THERE.search(words):
        return False
    return bool(_EXACT.match(said)) or not _LOOSE.match(said)


def _bare(words: str) -> Iterator[tuple[str, int, int]]:
    """Yield a degree that is only called so, or a subject read at a university."""
    studied = _AT_UNIVERSITY.search(words) or _FIRST.search(words)
    diploma = DIPLOMA.search(words)
    if studied:
        yield BACHELOR, studied.start(), studied.end()
    elif diploma:
        yield VOCATIONAL, diploma.start(), diploma.end() - len(" in")
    else:
        yield from _degree(words)


def _degree(words: str) -> Iterator[tuple[str, int, int]]:
    for match in _DEGREE.finditer(words):
        word = match.group().casefold()
        is_course = word in ("degree", "graduated")
        if is_course or _LACKS.search(words[: match.start()]):
            yield BACHELOR, match.start(), match.end()
            return


def _polarity(before: str) -> Polarity:
    if _LACKS.search(before):
        return Polarity.LACKS
    return Polarity.WANTS if _WANTS.search(before) else Polarity.HAS


def _with_subject(words: str, end: int) -> int:
    """Return where a subject behind the name of a degree ends, or the end of the name."""
    if words[:end].endswith(" in"):
        # “Degree in” is a name of its own in the ladder.
        end -= len(" in")
    match = _SUBJECT.match(words[end:])
    if match is None:
        return end
    name = "subject" if match["subject"] else "direct"
    return end + match.start(name) + len(_END.sub("", match[name]).rstrip())


@cache
def _finder() -> Finder:
    return Finder(lexicon().education.values())
