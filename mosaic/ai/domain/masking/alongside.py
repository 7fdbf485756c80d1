"""Names by what they stand beside: a relation, a contact, the end of a letter, another name."""

import re

from mosaic.ai.domain.masking.known_names import begins_sentence
from mosaic.ai.domain.masking.name_reading import name_at
from mosaic.ai.domain.masking.plain import TAKEN, Plain
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.unlikely import Doubt
from mosaic.ai.domain.masking.vocabulary import cues, single

_SAID = re.compile(
    r",?[ \t](?:is |was )?(?:called|named|ist|s'appelle|se llama|si chiama|heet|heißt|heisst) |'s name (?:is|was) "
)
_IS = re.compile(r"[ \t](?:is|was|are|were) |'s |'re ")
_BESIDE = re.compile(r"[ \t]?[:,(\-][ \t]?|[ \t]")
_BEFORE_CONTACT = re.compile(rf"[ \t]{{0,2}}(?:[,|<;/]|\n)[ \t\n(<]{{0,3}}{TAKEN}")
_AND = re.compile(r",? (?:and|und|et|y|e|en|och|og|i|&) ")
_HERE = re.compile(r",? (?:here|speaking|again)\b")
_OPENS = re.compile(r"(?:^|[.,!?\n-])[ \t]{0,2}$")
_CLOSED = re.compile(r",[ \t]*\n[ \t\n]{0,6}$")
_ENDED = re.compile(r"[ \t.!]{0,3}(?:\n|$)")
_FURTHEST_BACK = 3
_SHORTEST_SMALL = 3
_RETIRED = re.compile(r"(?:\.? |\.)(?:\(ret\.?\) ?)?")
_LONGEST_CLOSING = 6


def name_of_relation(view: Plain, index: int) -> Found | None:
    """Return the name in “my manager Tom Fielding”, “our daughter is called Mia”, “wife's Ana”."""
    length = cues("role").at(view.words, index)
    while length and index + length < len(view.words) and (more := cues("role").at(view.words, index + length)):
        length += more
    if not length:
        return None
    end = view.words[index + length - 1].end
    is_owned = _is_owned(view, index)
    between = _SAID.match(view.plain, end)
    if between:
        return _name_from(view, between.end(), Doubt.SOME)
    between = _IS.match(view.plain, end)
    if between:
        is_open = (
            is_owned
            or begins_sentence(view, index)
            or view.plain[max(0, view.words[index].start - 2) : view.words[index].start] == ", "
        )
        return _name_from(view, between.end(), Doubt.MUCH) if is_open else None
    between = _BESIDE.match(view.plain, end) if is_owned else None
    if between is None:
        return None
    found = _name_from(view, between.end(), Doubt.SOME if between.group() == " " else Doubt.MUCH)
    return found or (small_given(view, between.end()) if between.group() == " " else None)


def name_beside_contact(view: Plain, index: int) -> Found | None:
    """Return the name of two words and more that begins a line or sentence and that a contact follows."""
    if not view.words[index].is_big or not begins_sentence(view, index):
        return None
    found = name_at(view, index, Doubt.MUCH)
    if found is None or not _BEFORE_CONTACT.match(view.plain, found.end):
        return None
    words = {word.folded for word in view.words[index : view.word_at(found.end)]}
    is_label = any(words & single(section) for section in ("whose", "phoned", "labels", "mailed", "address_labels"))
    return None if is_label or len(words) == 1 else found


def name_that_speaks(view: Plain, index: int) -> Found | None:
    """Return the name in “Hyacinth Okonjo here”."""
    found = name_at(view, index, Doubt.MUCH) if view.words[index].is_big else None
    if found is None or not _HERE.match(view.folded, found.end):
        return None
    is_full = view.word_at(found.end) - index > 1
    return found if is_full and _OPENS.search(view.plain, max(0, found.start - 3), found.start) else None


def name_below_comma(view: Plain, index: int) -> Found | None:
    """Return the name alone in a line below a short one that ends with a comma: “Thanks a million,”."""
    start = view.words[index].start
    closed = _CLOSED.search(view.plain, max(0, start - 12), start)
    if not closed or not view.words[index].is_big:
        return None
    line = view.plain[max(0, closed.start() - 60) : closed.start()].rpartition("\n")[2]
    found = name_at(view, index, Doubt.MUCH) if 0 < len(line.split()) <= _LONGEST_CLOSING else None
    return found if found and _ENDED.match(view.plain, found.end) and TAKEN not in line else None


def name_after_and(view: Plain, found: Found) -> Found | None:
    """Return the name that “and” ties to another."""
    tied = _AND.match(view.plain, found.end)
    return _name_from(view, tied.end(), Doubt.MUCH) if tied else None


def past_titles(view: Plain, index: int) -> int:
    """Return the first word from one on that is no title before a name: Col. (ret.) Amos."""
    while view.words[index].folded in single("titles"):
        gap = _RETIRED.match(view.plain, view.words[index].end)
        after = view.word_at(gap.end()) if gap else len(view.words)
        if (
            gap is None
            or after >= len(view.words)
            or view.words[after].start != gap.end()
            or not view.words[after].is_big
        ):
            break
        index = after
    return index


def _is_owned(view: Plain, index: int) -> bool:
    """Whether somebody's relation is meant: my friend, my best Korean friend."""
    for place in range(index - 1, max(-1, index - 1 - _FURTHEST_BACK), -1):
        if view.plain[view.words[place].end : view.words[place + 1].start] not in (" ", "-", "  "):
            return False
        if view.words[place].folded in single("whose"):
            return True
        if view.words[place].folded in single("behind_names"):
            return False
    return False


def _name_from(view: Plain, start: int, doubt: Doubt) -> Found | None:
    index = view.word_at(start)
    if index >= len(view.words) or view.words[index].start != start:
        return None
    return name_at(view, index, doubt)


def small_given(view: Plain, start: int) -> Found | None:
    """Return a common given name in small letters: “my son jayden”."""
    index = view.word_at(start)
    if index >= len(view.words) or view.words[index].start != start:
        return None
    word = view.words[index]
    is_known = word.folded in single("given", file="names")
    is_other = word.folded in single("never") or word.folded in single("words", file="names")
    return (
        Found(word.start, word.end, Kind.NAME)
        if is_known and not is_other and len(word.folded) > _SHORTEST_SMALL
        else None
    )
