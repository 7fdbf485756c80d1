"""Streets whose house number stands behind: calle Mayor 12, Berliner Allee 3, Hauptstraße 12."""

import re
from collections.abc import Iterator
from functools import cache

from mosaic.ai.domain.masking.plain import Plain, folded_words
from mosaic.ai.domain.masking.vocabulary import single, table

NUMBER = r"(?:n[º°or.]{1,2} ?|No\.? ?:? ?)?[0-9]{1,5}(?: ?[-/] ?[0-9]{1,4})?(?:[ ]?[A-Za-z](?!\w|\.? ?[0-9]))?(?: ?(?:bis|ter)(?!\w))?"
_HOUSE_BEHIND = re.compile(
    rf"\.?,?[ \t](?:n[º°or.]{{1,2}} ?|No\.? ?:? ?|д\.? ?|дом ?|number )?{NUMBER}(?![\w,.]{0, 6}[0-9])"
)
_HOUSE_JOINED = re.compile(rf"\.?[ ]{NUMBER}(?!\w)")
MOST_IN_NAME = 5
JOINING = {
    "de",
    "la",
    "le",
    "les",
    "du",
    "des",
    "del",
    "los",
    "las",
    "da",
    "do",
    "dos",
    "das",
    "d",
    "l",
    "di",
    "della",
    "san",
    "van",
    "der",
    "den",
    "von",
    "dem",
    "a",
    "e",
    "y",
    "et",
    "the",
    "i",
}
_LOW_BEHIND = {"utca", "u", "ut", "ter"}


def streets_by_name(view: Plain) -> Iterator[tuple[int, int]]:
    """Yield where streets stand whose house number follows their name."""
    yield from _kind_first(view)
    yield from _joined(view)


def _kind_first(view: Plain) -> Iterator[tuple[int, int]]:
    """Yield “calle Mayor 12”, “ul. Długa 5”, “Berliner Allee 3”, “улица Ленина, д. 5”."""
    for index, word in enumerate(view.words):
        if word.folded in kinds_before() or (word.folded == "c" and view.plain[word.end : word.end + 1] == "/"):
            end = _house_behind(view, index + 1)
            if end:
                yield word.start, end
        if word.folded in single("streets_behind") and word.is_big | (word.folded in _LOW_BEHIND) and index:
            house = _HOUSE_BEHIND.match(view.plain, word.end)
            if house and view.words[index - 1].is_big:
                yield _name_before(view, index), house.end()


def _name_before(view: Plain, index: int) -> int:
    start = view.words[index - 1].start
    for place in range(index - 2, max(-1, index - 4), -1):
        if (
            not view.words[place].is_big
            or view.plain[view.words[place].end : start].strip(" -.")
            or view.words[place].folded in single("never")
        ):
            break
        start = view.words[place].start
    return start


def _house_behind(view: Plain, index: int) -> int:
    """Return where a street ends whose name begins at a word and whose number follows it."""
    if (
        index >= len(view.words)
        or view.words[index].start - view.words[index - 1].end > 3
        or "\n" in view.plain[view.words[index - 1].end : view.words[index].start]
    ):
        return 0
    for place in range(index, min(index + MOST_IN_NAME, len(view.words))):
        word = view.words[place]
        if not word.is_big and word.folded not in JOINING:
            return 0
        house = _HOUSE_BEHIND.match(view.plain, word.end) if word.is_big else None
        if house and not re.search(r"(?:19|20)\d\d$", house.group()):
            return house.end()
        if view.plain[word.end : word.end + 1] not in (" ", "'", "-", "."):
            return 0
    return 0


def _joined(view: Plain) -> Iterator[tuple[int, int]]:
    """Yield “Hauptstraße 12”, “Kerkstraat 5a” and “Storgatan 3”."""
    for index, word in enumerate(view.words):
        if word.is_big and len(word.folded) > 5 and word.folded.endswith(_endings()):
            house = _HOUSE_JOINED.match(view.plain, word.end)
            if house and not re.search(r"(?:19|20)\d\d$", house.group()):
                start = view.words[index - 1].start if index and _is_part(view, index) else word.start
                yield start, house.end()


def _is_part(view: Plain, index: int) -> bool:
    between = view.plain[view.words[index - 1].end : view.words[index].start]
    return between == "-" and view.words[index - 1].is_big


def named_to(view: Plain, index: int) -> int:
    """Return where the name of a street ends that begins at a word: de la Paix."""
    end = 0
    for place in range(index, min(index + MOST_IN_NAME, len(view.words))):
        word = view.words[place]
        if (end or place > index) and view.plain[view.words[place - 1].end : word.start].strip(" '-.") != "":
            break
        if word.is_big:
            end = word.end
        elif word.folded not in JOINING:
            break
    return end


@cache
def kinds_before() -> frozenset[str]:
    return single("streets_before") - {"c"}


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word for entry in table("words")["street_endings"]["words"] for word in folded_words(entry))
