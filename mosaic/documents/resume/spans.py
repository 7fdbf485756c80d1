"""Fields from stretches of text."""

import re
import unicodedata

from mosaic.documents.resume.model import Field

_EDGES = " \t\n\r\u00a0,;:|·•–—-/\\∙‖¦@→\uf0b7\u200b\ufeff"
_STOP = re.compile(r"(?:^|[\s,(-])(?!corp|dept|univ|bros|intl|mgmt|assn|govt)[^\W\d_]{4,}\.$", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Return the text with single blanks."""
    return _SPACE.sub(" ", text).strip()


def _is_edge(letter: str) -> bool:
    """Whether a letter only separates: punctuation, icons and other pictures."""
    return letter in _EDGES or (letter > "\u00ff" and unicodedata.category(letter) in {"So", "Co"})


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without separators at its edges; brackets go when they have no partner."""
    while True:
        before = (start, end)
        while start < end and (_is_edge(text[start]) or text[start : start + 2] == ". "):
            start += 1
        while end > start and _is_edge(text[end - 1]):
            end -= 1
        if start >= end:
            return start, start
        left, right = _unpaired(text[start:end])
        start, end = start + left, end - right
        if (start, end) == before:
            return start, end


def _unpaired(literal: str) -> tuple[int, int]:
    """Return how many letters to leave out at the left and right: a lone bracket, one around all, a full stop."""
    for opening, closing in ("()", "[]"):
        around = literal.startswith(opening) and literal.find(closing) in {-1, len(literal) - 1}
        if around or literal.startswith(closing):
            return 1, 0
        if literal.endswith(opening) or (literal.endswith(closing) and opening not in literal):
            return 0, 1
    return 0, 1 if _STOP.search(literal) else 0


def field_at(text: str, start: int, end: int, value: str = "") -> Field | None:
    """Return the field at text[start:end] without separators at its edges, None when nothing is left."""
    start, end = trimmed(text, start, end)
    if start >= end:
        return None
    return Field(value or tidy(text[start:end]), start, end)


def literal_at(text: str, start: int, end: int) -> Field | None:
    """Return the field at text[start:end] with all but its outer blanks."""
    literal = text[start:end]
    start += len(literal) - len(literal.lstrip())
    end -= len(literal) - len(literal.rstrip())
    return Field(tidy(literal), start, end) if start < end else None
