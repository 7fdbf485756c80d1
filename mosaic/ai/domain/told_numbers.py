"""Numbers told about a person that stand in none of their words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mosaic.ai.domain.faults import Fault, Finding, Grounds
from mosaic.ai.domain.loose import LOOSE
from mosaic.ai.domain.said_numbers import Number, numbers_said
from mosaic.ai.domain.statements import Manner, Statement
from mosaic.ai.domain.support import Support, has_been
from mosaic.lexicon.words import key_of, tokens_of

# Things one counts in what somebody said: “two things stand out”.
_COUNTED = re.compile(
    r"(?:[-\s]+(?:\w+\s+)?)(?:things?|words?|sides?|parts?|sentences?|points?|wishes|examples?|reasons?|questions?|voices?|ways?|kinds?|sorts?|lines?|thoughts?|minutes?|sentences?|halves|ideas?|steps?|of (?:these|those|them|which|your|the)|stand|wants?|feelings?|clues?|answers?|strengths?|qualities|paths?|roads?|pulls?|options?|pictures?)\b|\s*(?:,|and|$)",
    re.IGNORECASE,
)
# Of the service itself: “3 of 10 questions”, “45 minutes”.
_OF_TALK = re.compile(
    r"(?: of \d+)?[-\s]+(?:questions?|steps?|answers?|minutes?|sentences?|words?|sittings?|lines?)\b", re.IGNORECASE
)
_IN_YEARS = re.compile(
    r"[-\s]*(?:\w+[-\s]+)?(?:years?|decades?|jahre?n?|ans|années|años|anni|anos|jaar|lata?|latach)\b", re.IGNORECASE
)
_SHORT = re.compile(
    r"[-\s]*(?:minutes?|hours?|days?|weeks?|evenings?|o'clock|in the (?:morning|evening|afternoon))\b", re.IGNORECASE
)
_NEAR = re.compile(r"\b(?:last|next|first|past|top|other) $", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:you(?:'ve|'re)?|(?:the|this) (?:applicant|candidate|person|user))\b", re.IGNORECASE)
_HIS = re.compile(
    r"\b(?:your|yours|deine?\w*|votre|vos|ton|ta|tes|tus?|tuo\w*|tue|seus?|suas?|jouw|uw|twoj\w+)\b", re.IGNORECASE
)
_SPENT = re.compile(
    r"\b(?:years?|decades?|jahre|ans|années|años|anni|anos|jaar|lat) (?:at|with|for|in(?! front)|as|bei|chez|en|comme|als|come|como|bij) [^,.;:!?()–—]{2,50}",
    re.IGNORECASE,
)
_OF_DATA = re.compile(
    r"\b(?:posting|post|advert|ad|job|role|it (?:asks|offers|pays|wants)|they (?:ask|offer|pay|want)|employers?|salary|course|training|takes?|from now|ahead|(?:older|newer|longer|more|less) than|years (?:in|on|out)(?=\s*[?.!,])|if|could|might|would|next)\b|\b(?:stelle|anzeige|annonce|offre|oferta|annuncio|vaga|vacature|oferta|ogłoszeni\w+)\b",
    re.IGNORECASE,
)


def wrong_numbers(one: Statement, own: Support, language: str) -> Iterator[Finding]:
    """Yield the numbers of a statement that the person never named."""
    for number in numbers_said(one.text, language):
        word = one.text[number.start : number.end]
        if _IN_YEARS.match(one.text, number.end) and _is_of_something_else(one, number, own):
            yield Finding(Fault.INVENTED, one.text)
        elif not _is_passed(one, number, word) and not _has_number(number, word, own):
            yield Finding(Fault.INVENTED, word)


def _is_of_something_else(one: Statement, number: Number, own: Support) -> bool:
    """Whether a length of time is moved from what was done to what is only wished: “I want to teach”, “you taught for six years”."""
    if one.manner is not Manner.OUTRIGHT or number.value not in own.numbers:
        return False
    keys = {token.key for token in tokens_of(one.text) if not list(numbers_said(token.text))} - LOOSE
    shared = keys & own.keys
    return bool(shared) and not any(has_been(own, key) for key in shared)


def _is_passed(one: Statement, number: Number, word: str) -> bool:
    """Whether a number counts what was said, or measures out a suggestion: “for two days, one mark on your card”."""
    if (_OF_TALK if word[0].isdigit() else _COUNTED).match(one.text, number.end):
        return True
    if _IN_YEARS.match(one.text, number.end):
        return False
    before = one.text[: number.start]
    is_meted = one.manner is Manner.ASIDE and _SHORT.match(one.text, number.end)
    return bool(
        is_meted
        or _NEAR.search(before)
        or not (_SUBJECT.search(one.text) or one.manner is Manner.ASIDE or _HIS.search(before))
    )


def _has_number(number: Number, word: str, own: Support) -> bool:
    return number.value in own.numbers or (not word[0].isdigit() and key_of(word) in own.keys)


def stretches_in(text: str) -> Iterator[Statement]:
    """Yield what a length of time was spent on, said of nobody: “eighteen years at the council”."""
    if _OF_DATA.search(text):
        return
    for found in _SPENT.finditer(text):
        yield Statement(found[0], Manner.OUTRIGHT, found.start())


def wrong_years(text: str, own: Support, grounds: Grounds, language: str) -> Iterator[Finding]:
    """Yield lengths in years that nobody named: “Twelve years is a long time.”"""
    if _OF_DATA.search(text):
        return
    for number in numbers_said(text, language):
        word = text[number.start : number.end]
        is_said = _has_number(number, word, own) or number.value in _numbers_of(grounds.data, language)
        if _IN_YEARS.match(text, number.end) and not is_said:
            yield Finding(Fault.INVENTED, word)


@lru_cache(maxsize=32)
def _numbers_of(texts: tuple[str, ...], language: str) -> frozenset[float]:
    return frozenset(one.value for text in texts for code in {language, "en"} for one in numbers_said(text, code))
