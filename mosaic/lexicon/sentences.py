"""Sentences and clauses with their places in the text."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

# A sentence ends at a line break, a bullet, or at . ! ? before a blank and something that begins one.
_SENTENCE_END = re.compile(r"\n+|(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(\[]?[^\W_a-z])|\s*[•▪◦‣]\s*|\s{3,}")
# A comma or an “and” goes on with the list before it unless somebody starts anew: “no X or Y”, but “no X, and I do Y”.
_CLAUSE_END = re.compile(
    r"[;:()\n]|[.!?](?=\s|$)|\s[-–—]\s|\b(?:but|however|although|though|because|so that|whereas|yet)\b"
    r"|(?:,|\band\b|\bor\b)\s*(?=(?:I|we|my|our|now|then|instead)\b)",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|Dr|Mr|Mrs|Ms|St|No|vs|approx|incl|Prof|Inc|Ltd|Co)\.$")
_BULLETS = "-–—*•▪◦‣·"
LONGEST_QUOTE = 300


class Span(NamedTuple):
    """A stretch of a text: `text[start:end]`."""

    start: int
    end: int


@lru_cache(maxsize=64)
def sentences_of(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text, without bullets and blanks around them."""
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text[max(start, match.start() - 8) : match.start()]):
            continue
        spans.append(_trimmed(text, start, match.start()))
        start = match.end()
    spans.append(_trimmed(text, start, len(text)))
    return tuple(span for span in spans if span.end > span.start)


def quote_around(text: str, start: int, end: int) -> Span:
    """Return the sentence that holds text[start:end], or a window of whole words when it is long."""
    spans = sentences_of(text)
    # Sentences follow each other, so that a text of many short lines is not gone through for each of its words.
    at = bisect_right(spans, start, key=_start) - 1
    found = spans[at] if at >= 0 and start < spans[at].end else Span(start, end)
    span = Span(found.start, max(found.end, end))
    if span.end - span.start <= LONGEST_QUOTE:
        return span
    room = (LONGEST_QUOTE - (end - start)) // 2
    left = max(span.start, start - room)
    right = min(span.end, end + room)
    if left > span.start:
        left = text.find(" ", left, start) + 1 or start
    if right < span.end:
        right = max(text.rfind(" ", end, right), end)
    return _trimmed(text, left, right)


def _start(span: Span) -> int:
    return span.start


def clause_before(text: str, start: int) -> str:
    """Return the words between the last clause border and `start`."""
    window = text[max(0, start - 120) : start]
    borders = list(_CLAUSE_END.finditer(window))
    return window[borders[-1].end() :] if borders else window


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start] in _BULLETS or text[start].isspace()):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
