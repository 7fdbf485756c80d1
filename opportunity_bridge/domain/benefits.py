"""What a posting offers besides pay: everything its own list of offers names, and what elsewhere has the shape of one."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from opportunity_bridge.domain.pay_words import offers_in
from opportunity_bridge.domain.said import Said
from opportunity_bridge.domain.sections import Part, Section

# How far before a word one looks for what rules it out.
NEAR = 120


class Benefit(StrEnum):
    """What kind of thing is offered."""

    LEAVE = "leave"
    PENSION = "pension"
    HEALTH = "health"
    TRAINING = "training"
    BONUS = "bonus"
    DISCOUNT = "discount"
    MEALS = "meals"
    TRAVEL = "travel"
    HOUSING = "housing"
    FAMILY = "family"
    TIME = "time"
    EQUIPMENT = "equipment"
    SHARES = "shares"
    OTHER = "other"


_DAYS_OFF = r"(?:holidays?|leave|vacation|hols|PTO|time off|days off|annual leave)"
_WORDS = {
    Benefit.LEAVE: rf"\b(?:\d[\d.]*|\w+teen|twenty\S*|thirty\S*|one|two|three|four|five|six|seven|eight)\b[^.;,\n]{{0,25}}\b{_DAYS_OFF}\b|\b(?:paid|annual|generous|extra|bereavement|volunteering|unlimited) {_DAYS_OFF}\b|\b\d+ days\b(?=[^.;,\n]{{0,5}}$| ?\+| off)|\bbirthday off\b|\bvolunteering days?\b|\bholiday pay\b|\bsabbatical\b|\bsick pay\b|\bRDO\b|\bTOIL\b|\bdays? off in a row\b",
    Benefit.PENSION: r"\b(?:pension|superannuation|401 ?\(?k\)?|403b|retirement (?:plan|contribution|scheme)|provident fund|RRSP)\b",
    Benefit.HEALTH: r"\b(?:medical(?: cover| aid| insurance| plan|,|/|$)|(?:and |extended |, )dental|dental (?:cover|plan|insurance|care)|vision|health ?care|health (?:insurance|cover|cash plan|and dental)|extended health|life (?:assurance|insurance|cover)|death in service|HMO|private (?:medical|health)\w*|insurance cover|employee assistance|eye tests?|gym|wellness|wellbeing|(?:travel|accident|group|company) insurance|VDS cover|optical|physio\w*|sick pay)\b",
    Benefit.TRAINING: r"\b(?:paid|free|funded|ongoing|excellent|continuing|further) (?:\w+ )?(?:training|education|courses?|CE|CPD|learning|development)\b|\btraining (?:budget|days|allowance)\b|\blanguage courses?\b|\btuition\b|\blearning budget\b|\b(?:training|courses?) (?:is|are) (?:paid|free|funded)\b|\b(?:CPD|exam fees?|tuition|study leave|practising certificate|apprenticeship level|mentoring|mentor|conference budget)\b",
    Benefit.BONUS: r"(?<!be a )(?<!is a )(?<!big )\b(?:bonus(?:es)?(?! (?:points|if)\b)|commission|profit[- ]shar\w+|13th|thirteenth|tips|tronc|incentives?|shift (?:allowance|differential|premium)|night differential|sleep-in|on-call payments?|overtime (?:paid|rate)|paid overtime|daily allowance|per diem|subsistence|mileage|allowance)\b",
    Benefit.DISCOUNT: r"\b(?:discount\w*|% off|staff (?:rates?|prices?)|reduced rates?|free entry|free membership|free (?:use|access)|blue light card|perks?)\b",
    Benefit.MEALS: r"\b(?:meals?|lunch(?:es)?|breakfast|canteen|food|fruit|free (?:bread|coffee|drinks?|tea)|lunch vouchers?|meal (?:vouchers?|allowance)|cafeteria)\b",
    Benefit.TRAVEL: r"\b(?:company (?:car|vehicle|van|bicycle|bike)|car allowance|fuel card|free (?:parking|transit|shuttle|travel)|parking|cycle to work|bike scheme|job ?ticket|season (?:ticket|pass)|travel (?:pass|card|allowance|costs?)|(?<!own )transport\w*|bus fares|shuttle|return ticket|flights?(?: ticket)?|retreats?|half-fare card|BVG ticket|Navigo|ski pass|own truck)\b",
    Benefit.HOUSING: r"\b(?:accommodation|(?-i:housing)|own room|staff (?:house|flat)|room in|flat above|low rent|rent[- ]free|relocation (?:package|help|support|allowance|assistance)|help with relocation|help with (?:finding )?(?:a )?(?:room|flat|housing))\b",
    Benefit.FAMILY: r"\b(?:childcare|nursery|parental leave|maternity (?:pay|leave)(?! cover)|paternity|adoption leave|family leave|crèche|school fees)\b",
    Benefit.TIME: r"\b(?:flexible (?:working|hours|start)|flexitime|flexi-time|term-time working|four-day week|4-day week|compressed hours|home every weekend|every friday off|finish early|fridays? until|from abroad|no weekends)\b",
    Benefit.EQUIPMENT: r"\b(?:laptop|work (?:clothes|clothing|wear)|workwear|uniform|tool allowance|set of tools|overalls|boots|home office|for your desk|phone provided|equipment (?:provided|budget)|suit and coat|(?:gear|kit|tools|PPE|clothing) (?:is|are|will be) (?:supplied|provided)|company (?:phone|ipad))\b",
    Benefit.SHARES: r"\b(?:equity|stock options?|share (?:scheme|options|plan)|shares|ESPP|VSOP)\b",
}
_PATTERNS = {one: re.compile(pattern, re.IGNORECASE) for one, pattern in _WORDS.items()}
_GIVEN = re.compile(
    r"\b(?:we|company|employer|firm|trust|city|centre|council)\b[^.;\n]{0,25}\b(?:offer|give|provide|pay|cover|lend|include|contribute)s?\b|\b(?:offers?|includ\w+|plus|with|benefits?|perks?|package|you (?:also )?(?:get|receive)|get|free|paid|provided|in addition|as well as|and)\b|\+|[£€$]|\bpa\b|^\W*\d",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:must|required?|need(?:s|ed)?|essential|you (?:have|bring|will|are|can|would|should)|you[’']ll|experience|knowledge|responsib\w+|prepar\w+|manag\w+|serv\w+|cook\w*|clean\w*|duties|assist|support (?:the|our|with)|your tasks|ability|willing|own car|order|plan|sell|deliver(?:y|ies|ing)?|process\w*|audits?|clients?|patients?|customers?|last year|candidates? (?:must|should)|apply|to register|licen[cs]e)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|not|never|without|nothing|isn[’']t|don[’']t)\b[^.;,\n]{0,30}$", re.IGNORECASE)
_UNLIKE = re.compile(
    r"\b(?:equal opportunit\w+|we (?:are|look forward)|apply|send|contact|interview|deadline|closing|click|cookies?|click|about us|questions?)\b|@|https?://",
    re.IGNORECASE,
)
_BORDER = re.compile(r"[,;·•|]\s+|\s+[·•|]\s+|\s\+\s|\s(?:and|plus)\s|[()]|\n")
LONGEST = 200


def benefits_in(text: str, parts: Iterable[Part]) -> tuple[Said[Benefit], ...]:
    """Return what is offered besides pay, in the order of the text."""
    found: dict[tuple[int, int], Said[Benefit]] = {}
    for part in parts:
        for one in _of_part(text, part):
            found.setdefault((one.start, one.end), one)
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.end)))


def _of_part(text: str, part: Part) -> Iterator[Said[Benefit]]:
    """Yield the benefits of a sentence: all of its pieces under a heading that offers, else those known as such."""
    words = text[part.start : part.end]
    is_listed = part.section is Section.BENEFITS
    if part.section in (Section.MUST, Section.NICE, Section.DUTIES, Section.NOT_ASKED):
        return
    pieces = [(start, end, kind) for start, end in _pieces(text, part) if (kind := _kind(text[start:end]))]
    if not pieces and is_listed and len(words) <= LONGEST and not _is_else(words):
        yield Said(Benefit.OTHER, part.start, part.end)
    if is_listed and pieces:
        known = {start for start, _, _ in pieces}
        rest = [(start, end) for start, end in _pieces(text, part) if start not in known]
        yield from (
            Said(Benefit.OTHER, *one) for one in rest if text[one[0] - 1] != "(" and _is_item(text[slice(*one)])
        )
    if is_listed or (_GIVEN.search(words) and not _ASKED.search(words)) or len(pieces) > 1:
        yield from (Said(kind, start, end) for start, end, kind in pieces)


def _is_item(words: str) -> bool:
    """Whether an unknown piece among known ones is one more of them."""
    begins = re.match(r"\W*(?:up|in|on|for|at|to|from|the option|of|which|who|so|local|if)\b", words, re.IGNORECASE)
    return begins is None and 2 <= len(words.split()) <= 6 and not words.rstrip().endswith(":") and not _is_else(words)


def _is_else(words: str) -> bool:
    """Whether a sentence among the offers speaks of pay, of applying or of the firm."""
    return bool(_UNLIKE.search(words)) or next(iter(offers_in(words)), None) is not None


def _pieces(text: str, part: Part) -> Iterator[tuple[int, int]]:
    at = part.start
    for border in _BORDER.finditer(text, part.start, part.end):
        if border.start() > at:
            yield at, border.start()
        at = border.end()
    if at < part.end:
        yield at, part.end


def _kind(words: str) -> Benefit | None:
    for kind, pattern in _PATTERNS.items():
        match = pattern.search(words)
        if match and not _NEGATED.search(words[max(0, match.start() - NEAR) : match.start()]):
            return kind
    return None
