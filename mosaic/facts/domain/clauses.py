"""A text as what its writer says about themselves: clause by clause, without questions, suppositions and other people.

“My brother speaks Spanish”, “they wanted a degree”, “if I had a degree” and “should I move?” say nothing about who
wrote them. A clause without a subject of its own (“… and hated nights”) belongs to whom the one before it is about.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mosaic.facts.domain.slips import mended
from mosaic.lexicon.hints import hint, hints_in
from mosaic.lexicon.sentences import quote_around, sentences_of

_PEOPLE = (
    "sister|brother|sibling|mum|mom|mam|mummy|mother|dad|daddy|father|husband|wife|partner|fianc[ée]e?|boyfriend|girlfriend|ex|"
    "son|daughter|kid|child|children|baby|uncle|aunt|auntie|cousin|nephew|niece|nan|gran|granny|grandma|grandad|grandmother|"
    "grandfather|parents?|in-laws?|family|friend|mate|neighbou?r|flatmate|housemate|boss|manager|supervisor|landlord|colleague|"
    "co-?worker|doctor|teacher|gaffer|foreman|owner|client|customer|patient|people|man|woman|lady|guy|lad|girl|boy"
)
_ASKERS = "advert|ad|job|role|post|posting|vacancy|company|firm|agency|recruiter|employer|council|school|hospital|shop"
_KIN = "old|older|oldest|elder|eldest|young|younger|youngest|big|little|late|ex|last|former|new|best|whole|two|three|four|first|second|current|previous|poor|dear|own"
_OTHERS = re.compile(
    r"^\W*(?:(?:and|so|then|while|when|because|as|sadly|well|now|plus|even|since)\s+)*"
    rf"(?:(?:my|our|his|her|their|the|a|an|some|one of my|most|all|both)\s+(?:(?:{_KIN})\s+)*(?:{_PEOPLE})s?\b(?:['’]s?)?(?!\s+and I\b)"
    rf"|(?:the|this|that|their|his|her)\s+(?:{_KIN})?\s*(?:{_ASKERS})s?\b"
    r"|(?:he|she|they|you|people|everyone|everybody|somebody|someone|nobody|who|customers|employers|recruiters)\b)",
    re.IGNORECASE,
)
_TAUGHT_ME = re.compile(r"\b(?:taught|showed|raised|trained) (?:me|us)\b|\bbrought (?:me|us) up\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:I|I['’]?(?:m|ve|d|ll)|me|my|mine|myself|we|we['’](?:re|ve|d)|us|our)\b", re.IGNORECASE)
# “French: native” and “Polish – B2” are one thing said, not two.
_LEVEL = r"(?:native|fluent|basic|good|conversational|advanced|intermediate|business|beginner|mother|reading|very good|excellent|[ABC][12]\b)"
# “Rent: £900” and “salary: 30k” say together what the money is.
_SUM = r"[£€$]?\s?\d"
_BORDER = re.compile(
    rf"[;:]\s+(?!{_LEVEL}|{_SUM})|\s[-–—]\s(?!{_LEVEL})|\n|,?\s+\b(?:(?<!thing )but|because|although|though|whereas|cos|coz|however)\b\s*|\band\s+(?=no\b)"
    r"|(?:,|\band\b|\bso\b|\bor\b)\s*(?=(?:I|I['’]?(?:m|ve|d|ll)|we|my|our|he|she|they|the|it|it['’]s|you|now)\b)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^\W*(?:(?:how|why|when|where|what|which)\s+)?(?:should|could|would|do|does|did|is|are|was|were|can|shall|will|have|has)\s+"
    r"(?:i|you|it|we|they|he|she|there|that|this|anyone|somebody)\b|^\W*(?:should|could|would|do|does|is|are|can|will) my\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\bif (?:only )?(?:i|we|they|he|she|it|my \w+|the \w+) (?:had|were|was|could|knew|spoke|did|would)\b|\bif only\b"
    r"|\bwould(?:n['’]?t)? have\b(?! to\b)|\bwould['’]ve\b|\b(?:imagine|suppose|supposing|pretend)\b|\bi wish (?:i|we)\b|\bas if\b|\bin theory\b",
    re.IGNORECASE,
)
_SUPPOSING = hint("if|would(?:nt?)?|imagine|suppos(?:e|ing)|pretend|wish|theory")
_OVER = re.compile(
    r"\bused to\b|\bno longer\b|\bback then\b|\bin those days\b|\byears ago\b|\bonce upon\b|\bwhen I was\b|\bas a (?:kid|child|boy|girl)\b",
    re.IGNORECASE,
)
_MAY_BE_OVER = hint("used|longer|then|those|ago|upon|when|kid|child|boy|girl")
_BREAKS = hint(r"[;:\n–—-]|but|because|although|though|whereas|cos|coz|however")
# A comma or one of these breaks only before one of those.
_JOINS, _BEGINS = hint(",|and|so|or"), hint("i|im|ive|id|ill|we|my|our|he|she|they|the|its?|you|now|no")

LONGEST_CLAUSE = 400


@dataclass(frozen=True, slots=True)
class Clause:
    """Words about their writer, slips of the pen mended; the sentence they stand in is `text[start:end]`.

    Unmended they are `text[first:last]`. `hints` are the marks of the mended words.
    """

    words: str
    start: int
    end: int
    first: int
    last: int
    hints: int

    @property
    def is_over(self) -> bool:
        """Whether it tells how things were and are no more: “used to hate nights”."""
        return bool(self.hints & _MAY_BE_OVER and _OVER.search(self.words))


@lru_cache(maxsize=64)
def own_clauses(text: str) -> tuple[Clause, ...]:
    """Return the clauses in which the writer says something about themselves."""
    return tuple(clause for span in sentences_of(text) for clause in _of_sentence(text, span.start, span.end))


def _of_sentence(text: str, start: int, end: int) -> Iterator[Clause]:
    sentence = text[start:end]
    if sentence.rstrip('"”’) ').endswith("?") or _QUESTION.match(sentence) or _is_supposed(sentence):
        return
    is_others = False
    for first, last in _pieces(text, start, end):
        words = text[first:last]
        if _OTHERS.match(words):
            is_others = not _TAUGHT_ME.search(words)
        elif is_others and _OWN.search(words):
            is_others = False
        if not is_others and words.strip():
            quote = quote_around(text, first, last)
            said = mended(words)
            yield Clause(said, quote.start, quote.end, first, last, hints_in(said))


def _is_supposed(sentence: str) -> bool:
    return bool(hints_in(sentence) & _SUPPOSING and _SUPPOSED.search(sentence))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    hints = hints_in(text[start:end])
    if not (hints & _BREAKS or (hints & _JOINS and hints & _BEGINS)):
        yield from _of_bearable_length(text, start, end)
        return
    begin = start
    for match in _BORDER.finditer(text, start, end):
        if match.start() > begin:
            yield from _of_bearable_length(text, begin, match.start())
        begin = match.end()
    if begin < end:
        yield from _of_bearable_length(text, begin, end)


def _of_bearable_length(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what nobody says in one breath at blanks, so that reading stays as fast as the text is long."""
    while end - start > LONGEST_CLAUSE:
        cut = text.rfind(" ", start + 1, start + LONGEST_CLAUSE)
        cut = cut if cut > start else start + LONGEST_CLAUSE
        yield start, cut
        start = cut
    yield start, end
