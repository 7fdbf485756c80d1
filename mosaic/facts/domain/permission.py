"""Permission to work somewhere, only where somebody states it. It is never concluded from anything else."""

import re
from collections.abc import Iterator, Sequence

from mosaic.facts.domain.clauses import Clause
from mosaic.facts.domain.found import Found, found_in
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.hints import hint

# Countries whose papers people name by themselves, and those they name behind “in”.
_COUNTRIES = {
    "gb": r"UK|United Kingdom|Britain|England|Scotland|Wales",
    "us": r"US|USA|U\.S\.|United States|States|America",
    "ie": r"Ireland",
    "de": r"Germany",
    "fr": r"France",
    "nl": r"Netherlands",
    "es": r"Spain",
    "it": r"Italy",
    "at": r"Austria",
    "ch": r"Switzerland",
    "ca": r"Canada",
    "au": r"Australia",
    "nz": r"New Zealand",
    "eu": r"EU|Europe|European Union",
}
_IN = {code: re.compile(rf"\b(?:in|for|to) (?:the |all of )?(?:{names})(?=\W|$)") for code, names in _COUNTRIES.items()}
_PAPER = (
    r"(?:the |a |an |full |valid |permanent |my )*(?:right to work|work(?:ing)? (?:permit|visa|rights|authori[sz]ation)|green card|settled status|pre-settled status|"
    r"indefinite leave(?: to remain)?|ILR|residence permit|permission to work|permanent residency|blue card)"
)
_HAS = re.compile(
    rf"\b(?:have|['’]?ve|got|hold|holding)\s+(?:got )?{_PAPER}|\b(?:am|['’]m) (?:authori[sz]ed|allowed|eligible|entitled) to work\b"
    r"|\b(?:do(?:n['’]?t| not)|wo(?:n['’]?t)|no) need (?:a |any |for )?(?:visa|sponsorship|permit)|^\W*no (?:visa|sponsorship) needed",
    re.IGNORECASE,
)
_LACKS = re.compile(
    rf"\b(?:do(?:n['’]?t| not)|have(?:n['’]?t| not)|never) (?:have |had |got |yet have )*{_PAPER}|\b(?:no|without|waiting for|lost) {_PAPER}"
    r"|\bneed(?:s|ing)? (?:a |an )?(?:\w+ )?(?:visa|sponsorship|work permit|sponsor)\b|\bnot (?:authori[sz]ed|allowed|eligible) to work\b",
    re.IGNORECASE,
)
_NO_NEED = re.compile(r"\b(?:do(?:n['’]?t| not)|wo(?:n['’]?t)|no) need\b", re.IGNORECASE)
PERMISSION = hint(
    "right|rights.*|permit.*|visa.*|authori[sz]ation.*|green|settled|indefinite|ilr.*|residence|permission|permanent|"
    "blue|sponsor.*|authori[sz]ed|allowed|eligible|entitled"
)


def permission_in(clauses: Sequence[Clause]) -> Iterator[Found]:
    """Yield a stated permission or its lack; `aspect` is the country code when the words name the country."""
    for clause in clauses:
        if not clause.hints & PERMISSION:
            continue
        is_lack = bool(_LACKS.search(clause.words)) and not _NO_NEED.search(clause.words)
        if clause.is_over or not (is_lack or _HAS.search(clause.words)):
            continue
        polarity = Polarity.LACKS if is_lack else Polarity.HAS
        yield found_in(
            clause, FactKind.WORK_PERMISSION, clause.words, polarity, aspect=_country(clause.words)
        )  # fmt: skip


def _country(words: str) -> str:
    return next((code for code, pattern in _IN.items() if pattern.search(words)), "")
