"""Whether a few words are a place, and which parts a place has."""

import re
from functools import cache, lru_cache

from mosaic.documents.resume.vocabulary import by_phrase, endings, phrases, table, word_set, words_of

POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d{2} ?[A-Z\d]{4}"
    r"|(?:[A-Z]{1,2}-)?\d{5}-\d{3,4}|\d{4}-\d{3}|\d{2}-\d{3}|\d{4} ?[A-Z]{2}(?= )"
    r"|(?:[A-Z]{1,2}-)?\d{3} \d{2,3}(?= [A-ZÀ-Þ])|(?:[A-Z]{1,2}-)?\d{4,6})\b"
)
_HOUSE = re.compile(r"(?:^|\s)\d{1,5}\s?[a-zA-Z]?(?:[/-]\d+)?(?:$|[\s,])")


@cache
def _towns() -> frozenset[tuple[str, ...]]:
    return frozenset(words_of(town) for towns in table("places")["towns"].values() for town in towns)


@lru_cache(maxsize=4096)
def country_of(text: str) -> str:
    """Return the ISO code of a country's name, "" for anything else."""
    return by_phrase("places", "countries").get(words_of(text.strip(" .")), "")


@lru_cache(maxsize=4096)
def region_of(text: str) -> str:
    """Return the ISO code of the country that a region's name or code belongs to, "" for anything else."""
    text = text.strip()
    if len(text) <= 4 and not text.isupper():
        return ""
    return by_phrase("places", "regions").get(words_of(text), "")


def is_town(text: str) -> bool:
    """Whether it is a town of the list."""
    return (text[:1].isupper() and words_of(text.strip(" .")) in _towns()) or (
        text[:2] in {"'s", "s-"} and words_of(text) in _towns()
    )


def is_anywhere(text: str) -> bool:
    """Whether it says that the work has no place of its own."""
    return text.strip(" ()") in phrases("places", "anywhere")


@lru_cache(maxsize=4096)
def is_street(text: str) -> bool:
    """Whether it is a street with a house number, a flat or a box."""
    words = words_of(text)
    if not words or len(words) > 9 or not _HOUSE.search(text):
        return bool(words) and words[0] in {"flat", "apartment", "apt", "po", "c/o"} and len(words) <= 6
    known = phrases("places", "streets")
    return any(known.at(words, i) for i in range(len(words))) or any(
        word.endswith(endings("places", "street_endings")) for word in words
    )


@lru_cache(maxsize=8192)
def place_clue(text: str) -> float:
    """Return how much a piece of a line looks like a place: above 0 for likely, below for unlikely."""
    if is_anywhere(text):
        return 3.0
    bits = [bit.strip() for bit in re.split(r"[,/()]", text) if bit.strip()]
    if not bits or len(bits) > 5:
        return -4.0
    known = [_is_known(bit, first=index == 0) for index, bit in enumerate(bits)]
    if all(known):
        return 4.0 if len(bits) > 1 else 3.0
    unknown = [bit for bit, is_known in zip(bits, known, strict=True) if not is_known]
    if any(known) and len(unknown) == 1 and known[-1] and unknown[0][:1].isupper() and len(unknown[0].split()) <= 3:
        return 2.0
    return -3.0


def _is_known(bit: str, *, first: bool) -> bool:
    if is_town(bit) or country_of(bit) or is_street(bit):
        return not first or bit not in {"US", "us", "IN", "Us", "In"}
    if region_of(bit):
        return not first or len(bit) > 4
    without = POSTCODE.sub("", bit).strip(" -")
    if without != bit:
        return not without or is_town(without) or bool(region_of(without)) or bool(country_of(without))
    head, _, tail = bit.rpartition(" ")
    if is_town(head) and re.fullmatch(r"[A-Z]{1,2}\d{1,2}[A-Z]?|\d{1,2}", tail):
        return True
    if is_town(tail) and re.fullmatch(r"\d{3,6}", head):
        return True
    return bool(head) and is_town(head) and bool(region_of(tail) or country_of(tail))


@lru_cache(maxsize=4096)
def trailing_place(text: str) -> int:
    """Return where a place begins at the end of "Stripe San Francisco", 0 when there is none."""
    spans = [match.start() for match in re.finditer(r"(?<=\s)\S", text)]
    for start in spans:
        before = words_of(text[:start])
        is_short_name = len(before) == 1 and len(before[0]) <= 4 and text[:start].strip().isupper()
        if (
            len(spans) - spans.index(start) <= 4
            and is_town(text[start:])
            and before
            and before[-1] not in word_set("ties")
            and not is_short_name
        ):
            return start
    return 0
