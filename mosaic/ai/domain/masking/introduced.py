"""Names that the words around them introduce: “my name is …”, “my manager …”, “Dr …”, “kind regards, …”."""

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from mosaic.ai.domain.masking.alongside import (
    name_after_and,
    name_below_comma,
    name_beside_contact,
    name_of_relation,
    name_that_speaks,
    past_titles,
    small_given,
)
from mosaic.ai.domain.masking.forms import SHORT
from mosaic.ai.domain.masking.known_names import begins_sentence
from mosaic.ai.domain.masking.name_reading import name_at
from mosaic.ai.domain.masking.plain import Plain
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.unlikely import Doubt, is_place, starts_no_name
from mosaic.ai.domain.masking.vocabulary import cues, single

_COMMAS = re.compile(r"[ \t]{0,3}[:,(\"“'\-]?[ \t\"“'(]{0,3}(?:\ufffc*)")
_LABEL = re.compile(r"[ \t]{0,3}[:=|\t][ \t]{0,6}")
_SIGNED = re.compile(r"[ \t]{0,3}[,.!\-:]{0,2}[ \t]{0,3}\n[ \t\n]{0,6}[-–]{0,2}[ \t]?")
_SIGNED_INLINE = re.compile(r"[ \t]{0,2}[,.!\-:]{1,2}[ \t\n]{0,4}")


def introduced_in(view: Plain) -> Iterator[Found]:
    """Yield names that something introduces, and those that “and” ties to them."""
    for index in range(len(view.words)):
        found = _at(view, index)
        for _ in range(_MOST_TIED):
            if found is None:
                break
            yield found
            found = name_after_and(view, found)


_MOST_TIED = 4


def _at(view: Plain, index: int) -> Found | None:
    """Return the name that a word introduces or begins."""
    if not view.words[index].is_big and view.words[index].folded not in _beginnings():
        return None
    for reads in _READERS:
        found = reads(view, index)
        if found:
            return found
    return _given(view, index) if view.words[index].is_big else None


@cache
def _beginnings() -> frozenset[str]:
    """Return the words that introduce a name also when they are written small; most words of a text are none."""
    sections = ("labels", "told", "regards", "role", "ask", "am")
    return single("titles").union(*(cues(section).beginnings for section in sections))


def _behind(view: Plain, index: int, section: str, doubt: Doubt, gap: re.Pattern[str] = _COMMAS) -> Found | None:
    """Return the name right behind a phrase of a section that begins at a word."""
    length = cues(section).at(view.words, index)
    if not length or index + length >= len(view.words):
        return None
    between = view.plain[view.words[index + length - 1].end : view.words[index + length].start]
    if not gap.fullmatch(between):
        return None
    found = name_at(view, past_titles(view, index + length), doubt)
    return found or (small_given(view, view.words[index + length].start) if section in _SMALL else None)


def _label(view: Plain, index: int) -> Found | None:
    """Return the name behind “Name:”, at the beginning of a line or behind a sign."""
    start = view.words[index].start
    if view.plain[max(0, start - 8) : start].rstrip(" \t*-•")[-1:] not in ("", "\n", "|", ";", ",", "(", "."):
        return None
    return _behind(view, index, "labels", Doubt.SOME, _LABEL)


def _signature(view: Plain, index: int) -> Found | None:
    """Return the name below “Kind regards,”, or beside it at the end of the text."""
    found = _behind(view, index, "regards", Doubt.SOME, _SIGNED)
    if found:
        return found
    found = _behind(view, index, "regards", Doubt.SOME, _SIGNED_INLINE)
    return found if found and not view.plain[found.end : found.end + 40].split("\n")[0].strip(" .!,)\ufffcx") else None


def _titled(view: Plain, index: int) -> Found | None:
    """Return the name behind “Dr” or “Mrs”; the title stays."""
    word = view.words[index]
    spelled = view.plain[word.start : word.end]
    if word.folded not in single("titles") or (spelled.isupper() and len(spelled) > 1):
        return None
    if not word.is_big and word.folded not in _SMALL_TITLES:
        return None
    gap = view.plain[word.end : view.words[index + 1].start] if index + 1 < len(view.words) else "\n"
    if gap not in (" ", ". ", ".") or (word.folded in _DOTTED and "." not in gap):
        return None
    found = name_at(view, index + 1, Doubt.SOME if word.folded in _SURE_TITLES else Doubt.MUCH)
    return found or (_small_titled(view, index + 1) if word.folded in _SURE_TITLES & _SMALL_TITLES else None)


def _small_titled(view: Plain, index: int) -> Found | None:
    """Return the name in “dr lim told me”: one word in small letters, behind which the sentence goes on or ends."""
    word = view.words[index]
    if word.is_big or word.folded in single("never") | single("behind_names") or len(word.folded) <= SHORT:
        return None
    after = view.words[index + 1] if index + 1 < len(view.words) else None
    is_end = after is None or view.plain[word.end : after.start].strip(" ") != ""
    is_doing = after is not None and after.folded in single("behind_names")
    return Found(word.start, word.end, Kind.NAME) if is_end or is_doing else None


# What is said before a given name in small letters too: i'm zainab.
_SMALL = ("am", "told", "ask")
# These are words unless a full stop follows.
_DOTTED = {"m", "sr"}
_SMALL_TITLES = {"mr", "mrs", "ms", "dr", "prof", "uncle", "auntie", "aunt", "don", "pan", "pani", "nanny", "sra"}
_SURE_TITLES = {"mr", "mrs", "ms", "mx", "dr", "prof", "professor", "mme", "mlle", "herr", "frau", "sra", "rev"}


def _given(view: Plain, index: int) -> Found | None:
    """Return a name that begins with a common given name: “Priya”, “Tom Fielding”."""
    word = view.words[index]
    if (
        word.folded not in single("given", file="names")
        or len(word.folded) <= SHORT
        or word.folded in single("words", file="names")
        or _goes_on(view, index)
    ):
        return None
    return name_at(view, index, Doubt.MUCH)


def _goes_on(view: Plain, index: int) -> bool:
    """Whether a word belongs to one written large before it: the Lewis of John Lewis, the Paulo of São Paulo."""
    if index == 0:
        return False
    before, word = view.words[index - 1], view.words[index]
    if not before.is_big or view.plain[before.end : word.start] not in (" ", "-", "'"):
        return False
    if starts_no_name(view, index - 1, first=False) or before.folded in single("titles"):
        return False
    return (
        not begins_sentence(view, index - 1)
        or before.folded in single("place_beginnings")
        or _is_followed(view, index)
        or before.folded in single("given", file="names")
        or is_place(view.plain[before.start : word.end])
    )


def _is_followed(view: Plain, index: int) -> bool:
    """Whether another large word follows, so that three stand in a row: Viet Tien Garments."""
    after = view.words[index + 1] if index + 1 < len(view.words) else None
    return after is not None and after.is_big and view.plain[view.words[index].end : after.start] == " "


_READERS: tuple[Callable[[Plain, int], Found | None], ...] = (
    _label,
    partial(_behind, section="told", doubt=Doubt.NONE),
    _signature,
    name_of_relation,
    name_beside_contact,
    name_below_comma,
    name_that_speaks,
    _titled,
    partial(_behind, section="ask", doubt=Doubt.MUCH),
    partial(_behind, section="am", doubt=Doubt.MUCH),
)
