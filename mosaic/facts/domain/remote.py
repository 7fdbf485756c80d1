"""Where somebody wants to work: at home, partly, among people; and which of these they do not want."""

import re
from collections.abc import Iterator, Sequence

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.hints import hint

ONLY = "only"
_FORMS = {
    "hybrid": r"\bhybrid\b|\b(?:some|a few|two|three|four|[1-4]|a couple of|one|a) days? (?:a week |per week )?(?:in the office|on[- ]?site|from home|at home)\b|\bmix of home and office\b|\b(?:one|two|three|four|[1-4])(?: days)? (?:at|from) home\b",
    "remote": r"\b(?:(?:fully )?remote(?:ly)?|(?:work(?:ing)? )?(?:from|at) home|home[- ]?working|home[- ]based|wfh)\b",
    "onsite": r"\bon[- ]?site\b|\boffice[- ]based\b|\bin person\b|\b(?:in|miss|missing|love|like) the office\b|\b(?:be|work(?:ing)?) (?:among|around|with) (?:other )?people\b|\b(?:see|around) (?:real |other )?(?:faces|people)\b|\bpeople around me\b|\bface[- ]to[- ]face\b",
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
# “Ten miles from home” is how far, not where.
_HOW_FAR = re.compile(
    r"\b(?:miles?|km|kilomet(?:re|er)s?|minutes?|mins?|hours?|hrs?|far|away|close|distance|drive|walk|ride|yards|met(?:re|er)s)\s*$",
    re.IGNORECASE,
)
_FINE = re.compile(
    r"^\W*(?:(?:and|or) [\w ]{1,20})?\b(?:is|are|would be) (?:fine|ok(?:ay)?|good|great|perfect)\b", re.IGNORECASE
)
_TOLD = re.compile(r"\b(?:I|we|my|worked|was|did|[a-z]+ed)\b", re.IGNORECASE)
_OWN_BEFORE = re.compile(r"\b(?:(?:only|fully|mostly|partly|maybe|ideally)\s+)+$", re.IGNORECASE)
_OWN_AFTER = re.compile(r"^\s+(?:or nothing|only|if possible|most of the time|all the time)\b", re.IGNORECASE)
_ONLY = re.compile(r"\bor nothing\b|\bonly\b|\bhas to be\b|\bmust be\b|\bfully remote\b", re.IGNORECASE)
BRIEF = 5
REMOTE = hint("hybrid|office|(?:on)?site|home(?:working)?|remote(?:ly)?|wfh|person|people|faces?")


def remote_in(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield each wish as remote, hybrid or onsite; `aspect` is “only” when nothing else will do."""
    for clause in clauses:
        if not clause.hints & REMOTE:
            continue
        said = {code: match for code, pattern in _PATTERNS.items() if (match := pattern.search(clause.words))}
        if "hybrid" in said:
            said = {"hybrid": said["hybrid"]}
        for code, match in said.items():
            polarity = _polarity(clause, match)
            if polarity:
                aspect = ONLY if polarity is Polarity.WANTS and _is_only(clause.words, code) else ""
                label = _label(clause.words, match, polarity)
                yield found_in(clause, FactKind.REMOTE, label, polarity, lexicon_id=code, aspect=aspect)


def names_form(words: str) -> bool:
    """Whether words begin with a form of work that this reader knows."""
    return any(pattern.match(words) for pattern in _PATTERNS.values()) or words.casefold().startswith("work from home")


def _polarity(clause: Clause, match: re.Match[str]) -> Polarity | None:
    words = clause.words
    before, after = words[: match.start()], words[match.end() :]
    if clause.is_over or _HOW_FAR.search(before):
        return None
    if _AGAINST_AFTER.match(after) or (_AGAINST.search(before) and not _FOR.search(before)):
        return Polarity.AVOIDS
    is_wish = bool(_WISHED.search(words) or _FOR.search(before) or _FINE.match(after))
    is_wish = is_wish or (_is_bare(before, match.group()) and len(words.split()) <= BRIEF)
    is_wish = is_wish or ("days" in match.group() and not _TOLD.search(words))
    return Polarity.WANTS if is_wish and not _WORKED.search(words) else None


def _is_only(words: str, code: str) -> bool:
    """Whether nothing else will do; “hybrid or fully remote” leaves both."""
    return bool(_ONLY.search(words)) and not (code == "hybrid" and _PATTERNS["remote"].search(words))


def _is_bare(before: str, form: str) -> bool:
    """Whether a form of work is named by itself: “at home, please”, but not “cooking at home”."""
    return form.casefold() not in ("at home", "from home") or not re.search(r"\w", before)


def _label(words: str, match: re.Match[str], polarity: Polarity) -> str:
    """Return the words that say it: “fully remote or nothing”, “don't want to work from home”."""
    before, after = words[: match.start()], words[match.end() :]
    start, end = match.span()
    if polarity is Polarity.AVOIDS:
        against, behind = _AGAINST.search(before), _AGAINST_AFTER.match(after)
        start = against.start() if against and not behind else start
    else:
        own, behind = _OWN_BEFORE.search(before), _OWN_AFTER.match(after)
        start = own.start() if own else start
    return words[start : end + (behind.end() if behind else 0)]
