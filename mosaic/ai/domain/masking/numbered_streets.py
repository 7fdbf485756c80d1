"""Streets whose house number stands first: 12 Mill Lane, 12 rue de la Paix."""

import re
from collections.abc import Iterator

from mosaic.ai.domain.masking.named_streets import MOST_IN_NAME, NUMBER, kinds_before, named_to
from mosaic.ai.domain.masking.plain import Plain
from mosaic.ai.domain.masking.vocabulary import cues, single

_HOUSE = re.compile(rf"(?<![\w.,£$€-])(?<![0-9] )(?!0){NUMBER},?[ \n]")
_SMALL = {"of", "the", "on", "and", "de", "la", "le", "du", "des", "st", "s"}
_SURE = {"street", "road", "avenue", "lane", "rd", "ave", "blvd", "boulevard", "terrace", "crescent"}


def streets_by_number(view: Plain) -> Iterator[tuple[int, int]]:
    """Yield “12 Mill Lane” and “12, rue de la Paix”."""
    for match in _HOUSE.finditer(view.plain):
        index = view.word_at(match.end())
        if index >= len(view.words) or view.plain[match.end() : view.words[index].start].strip(" \n0123456789"):
            continue
        if view.words[index].folded in kinds_before() and not view.words[index].is_big:
            end = named_to(view, index + 1)
        else:
            end = _street_to(view, index) or _after_cue(view, match.start(), index)
        if end:
            yield match.start(), end


def _street_to(view: Plain, index: int) -> int:
    """Return where a street ends that begins at a word and has its kind at its end, 0 for none."""
    for place in range(index, min(index + MOST_IN_NAME, len(view.words))):
        word = view.words[place]
        if place > index and _is_apart(view, place):
            return 0
        if place > index and word.folded in single("streets") and (word.is_big or word.folded in _SURE):
            further = (
                place + 1 < len(view.words)
                and view.words[place + 1].folded in single("streets")
                and view.words[place + 1].is_big
            )
            if further and view.plain[word.end : view.words[place + 1].start] == " ":
                continue
            return word.end + (view.plain[word.end : word.end + 1] == ".") if _ends_there(view, place) else 0
        if (
            not word.is_big
            and word.folded not in _SMALL
            and not _is_ordinal(view, word.start)
            and not _is_low(view, index)
        ):
            return 0
    return 0


def _is_apart(view: Plain, place: int) -> bool:
    """Whether more than blanks, or the digits of “4th”, parts a word from the one before it."""
    word = view.words[place]
    allowed = " '.-0123456789" if word.folded in _ORDINALS else " '.-"
    return bool(view.plain[view.words[place - 1].end : word.start].strip(allowed))


_ORDINALS = {"st", "nd", "rd", "th"}


def _is_low(view: Plain, index: int) -> bool:
    """Whether a street is written in small letters throughout: 12 mill lane, said of living there."""
    return not view.words[index].is_big and any(
        cues("living").before(view.words, place) for place in range(max(1, index - 1), index + 1)
    )


def _is_ordinal(view: Plain, start: int) -> bool:
    return start > 0 and view.plain[start - 1].isdigit()


def _ends_there(view: Plain, place: int) -> bool:
    """Whether nothing follows that makes the street a part of something else: “2 Wall Street banks”."""
    after = view.words[place + 1] if place + 1 < len(view.words) else None
    if after is None or view.plain[view.words[place].end : after.start] != " " or after.is_big:
        return True
    return after.folded in single("behind_streets")


def _after_cue(view: Plain, start: int, index: int) -> int:
    """Return the end of “24 Oaklands” after “I live at”, 0 when nothing says that it is an address."""
    before = view.word_at(start)
    if not cues("living").before(view.words, before):
        return 0
    end = 0
    for place in range(index, min(index + 3, len(view.words))):
        if not view.words[place].is_big or (end and view.plain[end : view.words[place].start] != " "):
            break
        end = view.words[place].end
    return end
