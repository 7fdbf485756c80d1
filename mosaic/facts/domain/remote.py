"""Where somebody wants to work: at home, partly, among people; and which of these they do not want."""

import re
from collections.abc import Iterator, Sequence

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity

ONLY = "only"
_FORMS = {
    "hybrid": r"\bhybrid\b|\b(?:some|a few|two|three|a couple of) days (?:in the office|from home|at home)\b|\bmix of home and office\b|\b(?:one|two|three|four|[1-4])(?: days)? (?:at|from) home\b",
    "remote": r"\b(?:(?:fully )?remote(?:ly)?|(?:work(?:ing)? )?(?:from|at) home|home[- ]?working|home[- ]based|wfh)\b",
    "onsite": r"\bon[- ]?site\b|\bin person\b|\b(?:in|miss|missing|love|like) the office\b|\b(?:be|work(?:ing)?) (?:among|around|with) (?:other )?people\b|\b(?:see|around) (?:real |other )?(?:faces|people)\b|\bpeople around me\b|\bface[- ]to[- ]face\b",
}
_PATTERNS = {code: re.compile(words, re.IGNORECASE) for code, words in _FORMS.items()}
_WISHED = re.compile(
    r"\b(?:want|need|looking|prefer|ideal(?:ly)?|only|would|['’]?d (?:like|love|rather)|please|can only|must|has to|have to be|perfect|best|suits?|after|hoping|happiest|or nothing|possible|min(?:imum)?)\b",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"\b(?:worked|was|were|been|did|cared|looked after|nursed|ran|stay-at-home|speak|spoke)\b", re.IGNORECASE
)
_AGAINST = re.compile(
    r"\b(?:not|no|never|do(?:n['’]?t| not)|wo(?:n['’]?t)|can(?:no|['’]?)t|hate|rather than|instead of|sick of|tired of|done with|fed up with|than)\b[^,;]{0,30}$",
    re.IGNORECASE,
)
_AGAINST_AFTER = re.compile(
    r"^\W*(?:drives? me (?:mad|crazy|nuts|up the wall)|(?:is|was)n['’]?t for me|is not for me|gets? (?:lonely|me down)|makes? me lonely|kills?|does(?:n['’]?t| not) (?:work|suit))",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:happy to|do(?:n['’]?t| not) mind|love|enjoy|miss|like|fine with)\b[^,;]{0,20}$", re.IGNORECASE)
_ONLY = re.compile(r"\bor nothing\b|\bonly\b|\bhas to be\b|\bmust be\b|\bfully remote\b", re.IGNORECASE)
BRIEF = 5


def remote_in(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield each wish as remote, hybrid or onsite; `aspect` is “only” when nothing else will do."""
    for clause in clauses:
        said = {code: match for code, pattern in _PATTERNS.items() if (match := pattern.search(clause.words))}
        if "hybrid" in said:
            said = {"hybrid": said["hybrid"]}
        for code, match in said.items():
            polarity = _polarity(clause, match)
            if polarity:
                aspect = ONLY if polarity is Polarity.WANTS and _ONLY.search(clause.words) else ""
                yield found_in(
                    clause, FactKind.REMOTE, clause.words, polarity, lexicon_id=code, aspect=aspect
                )  # fmt: skip


def names_form(words: str) -> bool:
    """Whether words begin with a form of work that this reader knows."""
    return any(pattern.match(words) for pattern in _PATTERNS.values()) or words.casefold().startswith("work from home")


def _polarity(clause: Clause, match: re.Match[str]) -> Polarity | None:
    words = clause.words
    before, after = words[: match.start()], words[match.end() :]
    if clause.is_over:
        return None
    if _AGAINST_AFTER.match(after) or (_AGAINST.search(before) and not _FOR.search(before)):
        return Polarity.AVOIDS
    is_wish = bool(_WISHED.search(words) or _FOR.search(before)) or len(words.split()) <= BRIEF
    return Polarity.WANTS if is_wish and not _WORKED.search(words) else None
