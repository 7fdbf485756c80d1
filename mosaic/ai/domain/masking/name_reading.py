"""Reads the name that begins at a word: how far it goes, and whether it is one."""

import re

from mosaic.ai.domain.masking.forms import SHORT
from mosaic.ai.domain.masking.plain import Plain
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.unlikely import Doubt, is_firm_here, is_likely, starts_no_name
from mosaic.ai.domain.masking.vocabulary import single
from mosaic.documents.resume.name_words import name_words

_MOST_IN_NAME = 5
_INSIDE = (" ", "-", "'", ". ", ".", " '", "\xa0")


def name_at(view: Plain, index: int, doubt: Doubt) -> Found | None:
    """Return the name that begins at a word: up to five large words, small particles between them."""
    last = _last_of(view, index)
    if last < index:
        return _small_name(view, index) if doubt is Doubt.NONE else None
    start, end = view.words[index].start, view.words[last].end
    if not is_likely(view, index, last, doubt) or is_firm_here(view, start, end):
        return None
    return Found(start, end, Kind.NAME)


def _last_of(view: Plain, index: int) -> int:
    """Return the last word of what could be a name, -1 when none begins here."""
    last = -1
    for place in range(index, min(index + _MOST_IN_NAME, len(view.words))):
        word = view.words[place]
        if place > index and _is_parted(view, index, place):
            break
        is_tied = place > index and view.plain[word.start - 1] == "-"
        if is_tied or (word.is_big and not starts_no_name(view, place, first=place == index)):
            last = place
        elif place == index or word.folded not in (name_words("particles") - _NOT_INSIDE) | single("inside_names"):
            break
    return last


def _is_parted(view: Plain, index: int, place: int) -> bool:
    """Whether a word stands apart from the one before it: by other signs, or by the end of a sentence."""
    before = view.words[place - 1]
    between = view.plain[before.end : view.words[place].start]
    is_end = "." in between and len(before.folded) > SHORT
    return between not in _INSIDE or is_end or (place - index == _MOST_CASELESS and _is_caseless(view, index))


# Words of other languages' names that are small words of English.
_NOT_INSIDE = frozenset(("in", "do", "i", "e", "op", "a"))
_MOST_CASELESS = 2


def _is_caseless(view: Plain, index: int) -> bool:
    letter = view.plain[view.words[index].start]
    return letter.lower() == letter.upper()


def _small_name(view: Plain, index: int) -> Found | None:
    """Return “my name is ayse”: a given name, or a word with which the sentence ends or begins anew."""
    word = view.words[index]
    known = single("given", file="names")
    if word.folded in single("never") | single("behind_names") or len(word.folded) <= SHORT:
        return None
    end = word.end
    after = view.words[index + 1] if index + 1 < len(view.words) else None
    if (
        after
        and view.plain[word.end : after.start] == " "
        and after.folded not in single("never") | single("behind_names")
    ):
        end = after.end
    if not _ends(view.plain, end) and word.folded not in known:
        return None
    return Found(word.start, end if _ends(view.plain, end) else word.end, Kind.NAME)


_ANEW = re.compile(r"[ \t]*(?:$|[.,;!\n)]|(?:and|but|from|i)\b)")


def _ends(text: str, end: int) -> bool:
    return bool(_ANEW.match(text, end))
