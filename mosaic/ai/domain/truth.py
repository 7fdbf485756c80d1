"""The truth guard of talk: what is told about a person has to stand on their own words.

Numbers, names, entries of the lexicon, proofs of learning, and how much of the work a verb claims. Words that are
everybody's are no claim.
"""

import re
from collections.abc import Iterator

from mosaic.ai.domain.faults import Fault, Finding, Grounds
from mosaic.ai.domain.loose import LOOSE
from mosaic.ai.domain.statements import Manner, Statement, statements_in
from mosaic.ai.domain.support import Support, finders, is_checkable, support_of
from mosaic.ai.domain.told_deeds import wrong_deeds, wrong_proofs
from mosaic.ai.domain.told_numbers import stretches_in, wrong_numbers, wrong_years
from mosaic.lexicon.claims import Stance, stance_at
from mosaic.lexicon.words import key_of, tokens_of

_WORD = re.compile(r"[^\W\d_][\w’'&.-]*[^\W_]|[^\W\d_]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n–—(]\s*|-\s)[\"“‘(«„\s]*$")
# “The Hull posting”, “what the St Mary’s job asks for”.
_OF_POSTING = re.compile(
    r"(?: \w+)? (?:post|posting|advert|ad|job|role|offer|listing|position|vacancy)\b", re.IGNORECASE
)
_AT = re.compile(r"\b(?:at|for|with) $", re.IGNORECASE)
_ALWAYS_LARGE = frozenset("i i'm i'd i'll i've cv ok tv mosaic cvs pm am mr mrs ms dr".split())


def untruths(text: str, grounds: Grounds) -> Iterator[Finding]:
    """Yield what a sentence without its quotations tells about the person that nothing supports."""
    language = grounds.language.casefold()[:2] or "en"
    own = support_of(grounds.own, language)
    told = list(statements_in(text, language))
    for one in told:
        yield from wrong_numbers(one, own, language)
        yield from _wrong_names(text, one, own, grounds, language)
        if language == "en":
            yield from _wrong_entries(one, own)
            yield from wrong_proofs(one, own)
            yield from wrong_deeds(one, own)
    for one in stretches_in(text):
        yield from _wrong_names(text, one, own, grounds, language)
        if language == "en":
            yield from wrong_proofs(one, own)
    yield from wrong_years(text, own, grounds, language)


def _wrong_names(text: str, one: Statement, own: Support, grounds: Grounds, language: str) -> Iterator[Finding]:
    """Yield names that the person never named. German writes every noun large, so there only abbreviations tell."""
    for found in _WORD.finditer(one.text):
        word, start = found[0], one.start + found.start()
        is_short_form = len(word) > 1 and word.isupper()
        is_large = word[0].isupper() and not _SENTENCE_START.search(text[max(0, start - 30) : start])
        if not is_short_form and (not is_large or (language == "de" and not _follows_place_word(text, start))):
            continue
        parts = [part for part in re.split(r"[-’'&.]", word) if len(part) > 1]
        if word.casefold().replace("’", "'") in _ALWAYS_LARGE or not parts:
            continue
        if f"[{word}" in "".join(grounds.placeholders):
            continue
        if _OF_POSTING.match(text, one.start + found.end()) and any(word in text_read for text_read in grounds.data):
            continue
        is_employer = _AT.search(text[max(0, start - 8) : start]) and any(word in one for one in grounds.data)
        if (is_employer and not _was_at(word, own)) or not all(
            key_of(part) in own.keys or part.casefold() in own.text for part in parts
        ):
            yield Finding(Fault.INVENTED, word)


def _was_at(word: str, own: Support) -> bool:
    """Whether the person was at what a posting names, rather than only speaking of it."""
    return bool(re.search(rf"\b(?:at|for|with|by|from|in|of|near) (?:\w+ )?{re.escape(word.casefold())}", own.text))


def _follows_place_word(text: str, start: int) -> bool:
    return bool(re.search(r"\b(?:in|bei|aus|nach) $", text[max(0, start - 6) : start]))


def _wrong_entries(one: Statement, own: Support) -> Iterator[Finding]:
    """Yield skills, occupations, licences and degrees the person neither has nor, where it is only a wish, named."""
    for finder in finders():
        for mention in finder.find(one.told):
            words = one.told[mention.start : mention.end]
            stance = stance_at(one.told, mention.start)
            claims = one.manner is Manner.OUTRIGHT and stance is Stance.HAS
            if not is_checkable(mention.id) or _is_said(words, mention.id, own, claims=claims):
                continue
            yield Finding(Fault.INVENTED, words)


def _is_said(words: str, entry: str, own: Support, *, claims: bool) -> bool:
    if entry in own.had or (entry in own.named and not claims):
        return True
    return entry not in own.named and all(token.key in own.keys or token.key in LOOSE for token in tokens_of(words))
