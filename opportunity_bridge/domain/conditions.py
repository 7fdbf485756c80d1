"""What a posting asks for besides skills: years, education, licences, permission to work; languages apart."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mosaic.lexicon.phrases import Finder, licence_finder
from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.languages import languages_in
from opportunity_bridge.domain.numbers import NUMBER, value_of
from opportunity_bridge.domain.requirements import Ask, Kind, Requirement
from opportunity_bridge.domain.sections import Part, Section

# How far before a word one looks for what rules it out.
NEAR = 120

DATA = Path(__file__).parent.parent / "data"
RECORD_CHECK = "criminal-record-check"

_YEARS = re.compile(
    rf"\b(?P<amount>{NUMBER})\s*(?:\+|plus|or more|(?:to|or|[-–])\s?{NUMBER}\+?)?\s*(?:full )?years?\b[’']?s?(?: or more| plus)?"
    r"(?P<after>[^.;]{0,60})",
    re.IGNORECASE,
)
_NOT_ASKED_BEFORE = re.compile(
    r"\b(?:within|first|after|last|past|next|every|for|aged?|than|since|our|his|her|all|up to|another|once|takes?|lasts?)(?: the| a)?(?: last| first| next)?\s*$",
    re.IGNORECASE,
)
_DOING_IT = re.compile(
    r"^\W*(?:(?:full[- ]time|relevant|recent|professional|practical|paid|related|documented|solid|proven|managerial|commercial|post-\w+)\s+)*"
    r"(?:of|in|as|on|at|with|behind|doing|experience|practice|practical|after|PQE|\w+ing\b|[^.;]{0,40}\bexperience)\b",
    re.IGNORECASE,
)
_AROUND_IT = re.compile(
    r"\bor (?:an? )?(?:equivalent|similar|comparable|relevant|long|sound|several|proven|another|can|\w+ experience|experience|willing\w*|the willingness|be (?:ready|willing))"
    r"|\bequivalent\b|\bin its place\b|\bcan replace\b|\binstead\b|\bor willing to\b|\bto obtain\b|\bwithin \w+ (?:weeks|months|years?)\b|\bor (?:at least )?"
    + NUMBER
    + r"\b[^.;]{0,25}\byears|\bor an? (?:\w+ )?(?:diploma|degree|portfolio|trade background|sharp mind)\b|\bas much\b|\bto match\b",
    re.IGNORECASE,
)
# Not “A-levels” and a BEd, but what is left of them without small words and capitals.
_NO_SCHOOLING = re.compile(r"[Ll]evels?|[Bb]eds?|[Mm]eds?")
_DEGREE = re.compile(r"\b(?<!no )(?<!or )degree\b(?! of)", re.IGNORECASE)
_PERMISSION = re.compile(
    r"\b(?:right to work|work permit|working rights|work authori[sz]ation|authori[sz]ed to work|eligib\w+ to work|(?:own |valid |no )?visas?(?! card)|sponsor (?:a )?visas?|visa sponsorship)\b",
    re.IGNORECASE,
)

_SPONSORS = re.compile(
    r"\b(?:sponsor\w*|we (?:can |will )?help (?:you )?with (?:a |the |your )?(?:visa|permit))\b", re.IGNORECASE
)
_NO_SPONSOR = re.compile(
    r"\b(?:no|not|never|cannot|can[’']t|unable|don[’']t|without)\b[^.;]{0,30}\bsponsor|\bsponsor\w*\b[^.;]{0,20}\b(?:not|unavailable)\b",
    re.IGNORECASE,
)


def conditions_in(text: str, part: Part, ask: Ask | None) -> Iterator[Requirement]:
    """Yield what a part asks for besides skills. Duties ask for none of these."""
    words = text[part.start : part.end]
    if ask in (Ask.MUST, Ask.NICE):
        yield from _years(words, part, ask)
        yield from _education(words, part, ask)
        yield from languages_in(words, part, ask)
        yield from _licences(words, part, ask)
    elif not part.listed and re.search(
        r"\b(?:need\w*|requir\w*|must|subject to|appl(?:y|ies)|carry out)\b", words, re.IGNORECASE
    ):
        yield from _licences(words, part, Ask.MUST)
    if ask is not Ask.DUTY and part.section is not Section.NOT_ASKED and _PERMISSION.search(words):
        yield _requirement(Kind.PERMISSION, Ask.MUST, ("work-permission",), part, flexible=_sponsors(words))


def _years(words: str, part: Part, ask: Ask) -> Iterator[Requirement]:
    for match in _YEARS.finditer(words):
        if not _NOT_ASKED_BEFORE.search(words[max(0, match.start() - NEAR) : match.start()]) and _DOING_IT.match(
            match["after"]
        ):
            amount = value_of(match["amount"])
            yield _requirement(Kind.YEARS, ask, ("experience",), part, amount=amount, flexible=_bends(words))
            return


def _education(words: str, part: Part, ask: Ask) -> Iterator[Requirement]:
    ladder = lexicon().education
    mentions = _education_finder().find(words)
    named = [ladder[one.id] for one in mentions if not _NO_SCHOOLING.fullmatch(words[one.start : one.end])]
    rungs = [rung for rung in named if rung.rank > 0] or ([ladder["bachelor"]] if _DEGREE.search(words) else [])
    if rungs:
        lowest = min(rungs, key=lambda rung: rung.rank)
        yield _requirement(Kind.EDUCATION, ask, (lowest.id,), part, flexible=_bends(words))


def _licences(words: str, part: Part, ask: Ask) -> Iterator[Requirement]:
    named = list(dict.fromkeys(mention.id for mention in licence_finder().find(words)))
    if len(named) > 1 and re.search(r"\bor\b", words) and not re.search(r"\band\b", words):
        yield _requirement(Kind.LICENCE, ask, tuple(named), part, flexible=_bends(words))
        return
    for one in named:
        yield _requirement(Kind.LICENCE, ask, (one,), part, flexible=_bends(words))


def _sponsors(words: str) -> bool:
    """Whether the posting itself opens a way to a permission."""
    return bool(_SPONSORS.search(words)) and not _NO_SPONSOR.search(words)


def _bends(words: str) -> bool:
    return bool(_AROUND_IT.search(words))


def _requirement(
    kind: Kind,
    ask: Ask,
    ids: tuple[str, ...],
    part: Part,
    *,
    amount: float = 0,
    level: str = "",
    flexible: bool = False,
) -> Requirement:
    return Requirement(kind, ask, ids, part.start, part.end, amount, level, flexible)


@cache
def _education_finder() -> Finder:
    return Finder(lexicon().education.values())
