"""Which kind of employment a posting offers, by its own words."""

import re
from enum import StrEnum

from opportunity_bridge.domain.said import Said


class Contract(StrEnum):
    """What is signed, and for how much of a week."""

    PERMANENT = "permanent"
    FIXED_TERM = "fixed-term"
    TEMPORARY = "temporary"
    SEASONAL = "seasonal"
    CASUAL = "casual"
    FREELANCE = "freelance"
    APPRENTICESHIP = "apprenticeship"
    INTERNSHIP = "internship"
    VOLUNTEER = "volunteer"
    FULL_TIME = "full-time"
    PART_TIME = "part-time"


_SPAN = r"(?:\d{1,2}|one|two|three|four|six|nine|twelve|eighteen)"
_THEY_DO = r"(?! (?:staff|members?|colleagues?|employees?|experience|students?|workers?|equivalent))"
_WORDS = {
    Contract.PERMANENT: r"\bpermanent(?:ly)?\b(?! (?:resid|address|right|damage|make|collection|exhibition|leave to))|\bopen-ended\b|\bindefinite (?:contract|term|period)\b|\bongoing (?:role|position|contract|employment)\b",
    Contract.FIXED_TERM: (
        rf"\bfixed[- ]?term\b|\b(?:maternity|parental|paternity|family|sick|adoption) (?:leave )?cover\b|\bFTC\b|\b{_SPAN}[- ](?:months?|years?)(?:'s?)?(?: \w+)?[- ](?:contract|placement|attachment|appointment|assignment|secondment|post)\b(?!-)"
        rf"|\bcontract(?: length| duration| period| type)?\s*:?\s*(?:of |for )?(?:\w+, )?{_SPAN} (?:months|years)\b|\bduration\s*:?\s*{_SPAN} (?:months|years)\b|\b{_SPAN} (?:months|years) (?:initial|contract|fixed)\b|\b{_SPAN} weeks in all\b|\blimited to {_SPAN} (?:months|years)\b|\bcontract (?:to|until|till|ending|up to)\b[^.;\n]{{0,12}}\d|\bterm contract\b|\bsecondment\b"
    ),
    Contract.TEMPORARY: r"\btemporary\b|\btemp\b(?! to)|\btemp (?:to|-) ?perm\b|\bon a temp\b|\bagency work\b",
    Contract.SEASONAL: r"\bseasonal\b|\b(?:winter|summer|harvest|ski|picking|lambing|Christmas) season\b|\bfor the season\b",
    Contract.CASUAL: r"\bcasual\b(?! (?:dress|wear|atmosphere|chat|dining|conversation|office))|\bzero[- ]hours?\b|\bbank (?:staff|shifts?|contract|worker|work)\b|\bas and when\b|\brelief (?:staff|work|worker|contract)\b|\bper diem\b",
    Contract.FREELANCE: r"\bfreelance\w*\b|\bself[- ]employed\b|\b(?:outside|inside) IR35\b|\blocum\b|\bindependent contractor\b|\bcontractor (?:role|basis|position)\b|\b1099\b|\bB2B contract\b|\bchair to rent\b|\bsole trader\b|\bABN\b",
    Contract.APPRENTICESHIP: r"\bapprentic\w+\b|\bdual training\b",
    Contract.INTERNSHIP: r"\bintern(?:s|ship|ships)?\b|\bwork placement\b|\btraineeship\b|\bstage agreement\b",
    Contract.VOLUNTEER: r"\bvolunteer (?:role|position|opportunity|post|basis)\b|\b(?:this is an?|on an?) (?:unpaid|voluntary) (?:role|basis|position|post)\b|\bvoluntary (?:role|position|post)\b",
    Contract.FULL_TIME: rf"\bfull[- ]?time\b{_THEY_DO}|\b100 ?% (?:position|employment|workload)\b",
    Contract.PART_TIME: rf"\bpart[- ]?time\b{_THEY_DO}|\bjob[- ]?share\b|\bmini-?job\b",
}
_PATTERNS = {one: re.compile(pattern, re.IGNORECASE) for one, pattern in _WORDS.items()}
_RULED_OUT = re.compile(
    r"\b(?:no|not|never|without|nor|rather than|instead of|isn[’']t|pass to|after|lead(?:s|ing)? to|view to|prospect of|possib\w+ of|become|becoming|aim of|chance of|former|previous|recruit and look after|our|your|run|running|pay|experience (?:in|of|as)|with our|and our|years? of|years|like|hire|hiring)\s+(?:\w+\s+){0,3}$",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(r"^[^.;\n]{0,20}\b(?:once|after|following|if it works)\b", re.IGNORECASE)
# Words that name the work of others in the text, and the offer only in a title, a label or a statement of the job.
_LOOSE = (Contract.APPRENTICESHIP, Contract.INTERNSHIP)
_NAMED_SO = re.compile(r"\b(?:type|contract|this|an?|as an?)\W+$", re.IGNORECASE)
TITLE_LINES = 200


def contracts_in(text: str, title: str = "") -> tuple[Said[Contract], ...]:
    """Return the kinds of employment a text offers, the first mention of each, in the order of the text."""
    found = [Said(one, *span) for one in _PATTERNS if (span := _first(text, one, title))]
    return tuple(sorted(found, key=lambda one: (one.start, one.value)))


def _first(text: str, contract: Contract, title: str) -> tuple[int, int] | None:
    for match in _PATTERNS[contract].finditer(text):
        before = re.split(r"[.;!?\n|]", text[max(0, match.start() - 60) : match.start()])[-1]
        if _RULED_OUT.search(before) and not before.rstrip().endswith(":"):
            continue
        is_titled = bool(_PATTERNS[contract].search(title)) and match.start() < TITLE_LINES
        if contract in _LOOSE and not is_titled and not _NAMED_SO.search(before):
            continue
        return match.span()
    return None
