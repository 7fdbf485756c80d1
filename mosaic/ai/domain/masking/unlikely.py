"""What is not a name, though it is written large where a name could stand: firms, places, skills, titles, peoples."""

import re
from enum import StrEnum
from functools import cache, lru_cache

from mosaic.ai.domain.masking.forms import SHORT
from mosaic.ai.domain.masking.plain import Plain
from mosaic.ai.domain.masking.vocabulary import cues, single
from mosaic.documents.resume.clues import employer_clue, title_clue
from mosaic.documents.resume.places import country_of
from mosaic.lexicon.gazetteer import fold, gazetteer
from mosaic.lexicon.phrases import skill_finder
from mosaic.lexicon.tongues import language_codes


class Doubt(StrEnum):
    """How much the words before leave open whether a name follows."""

    NONE = "none"
    SOME = "some"
    MUCH = "much"


def starts_no_name(view: Plain, place: int, *, first: bool) -> bool:
    """Whether a word cannot be part of a name."""
    word = view.words[place]
    spelled = view.plain[word.start : word.end]
    is_name_too = word.folded in single("words", file="names") and len(word.folded) > SHORT
    if word.folded in single("never") and not is_name_too and len(word.folded) > 1:
        return True
    if first and word.folded in single("never") and len(word.folded) > 1 and word.folded not in _NAMES_TOO:
        return True
    return first and len(spelled) == 1 and word.folded in ("i", "a")


# A given name and one more word: George Baker is a person, though a baker is an occupation.
_FULL = 2
_NAMES_TOO = frozenset(
    (
        "may",
        "jun",
        "jan",
        "april",
        "june",
        "august",
        "grace",
        "hope",
        "joy",
        "head",
        "best",
        "long",
        "young",
        "love",
        "king",
    )
)


def is_likely(view: Plain, index: int, last: int, doubt: Doubt) -> bool:
    """Whether words that could be a name are not rather something else."""
    start, end = view.words[index].start, view.words[last].end
    text = view.plain[start:end]
    words = tuple(word.folded for word in view.words[index : last + 1])
    titled = tuple(word.folded for word in view.words[max(0, index - 1) : last + 1])
    if _is_firm(words) or _is_firm(titled) or _makes_a_firm(view, last):
        return False
    if doubt is Doubt.NONE:
        return True
    is_full = len(words) == _FULL and words[0] in single("given", file="names")
    if _is_acronym(text) or _is_organisation(text, words) or (_is_title(text) and not is_full):
        return False
    if doubt is Doubt.MUCH:
        return not _is_of_a_people(words[0]) and not (len(words) == 1 and _is_in_lexicon(text)) and not is_place(text)
    return not (len(words) > 1 and is_place(text))


def is_firm_here(view: Plain, start: int, end: int) -> bool:
    """Whether the text itself says elsewhere that this is where somebody works: “worked at Harlow's”."""
    return view.folded[start:end] in firms_said(view)


@lru_cache(maxsize=8)
def firms_said(view: Plain) -> frozenset[str]:
    """Return the large words that the text puts behind “worked at” and the like."""
    found = set()
    for index in range(len(view.words)):
        length = cues("worked").before(view.words, index)
        if length and view.words[index].is_big:
            last = index
            while (
                last + 1 < len(view.words)
                and view.words[last + 1].is_big
                and view.plain[view.words[last].end : view.words[last + 1].start] == " "
            ):
                last += 1
            found |= {view.folded[view.words[index].start : view.words[place].end] for place in range(index, last + 1)}
    return frozenset(found)


def _is_firm(words: tuple[str, ...]) -> bool:
    return any(words[:count] in cues("firms").all for count in range(1, len(words) + 1))


def _makes_a_firm(view: Plain, last: int) -> bool:
    """Whether the words behind make a name the name of a firm or a building: “Turner & Sons”, “Grace Hospital”."""
    end = view.words[last].end
    if re.match(r" ?(?:&|\+) ?\w", view.plain[end : end + 6]):
        return True
    behind = last + 1
    if behind + 1 < len(view.words) and view.words[behind].folded == "s" and view.plain[end : end + 1] == "'":
        end, behind = view.words[behind].end, behind + 1
    if behind >= len(view.words) or view.plain[end : view.words[behind].start] not in (" ", ", "):
        return False
    is_the = view.words[behind].folded == "the"
    if not is_the and (view.plain[end] == "," or not view.words[behind].is_big):
        return False
    return cues("organised").at(view.words, behind) > 0


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isascii() and text.isalpha() and len(text) <= 4


@lru_cache(maxsize=4096)
def _is_title(text: str) -> bool:
    return title_clue(text) >= 2.5 and len(text.split()) > 1


def _is_organisation(text: str, words: tuple[str, ...]) -> bool:
    is_kind = len(words) > 1 and words[-1] in single("organised") and words[-1] not in single("words", file="names")
    return is_kind or _is_employer(text)


@lru_cache(maxsize=4096)
def _is_employer(text: str) -> bool:
    return employer_clue(text) >= 2.0


@lru_cache(maxsize=4096)
def _is_in_lexicon(text: str) -> bool:
    """Whether one word alone is a skill or an occupation."""
    return title_clue(text) >= 2.5 or any(
        mention.end - mention.start == len(text) for mention in skill_finder().find(text)
    )


@lru_cache(maxsize=4096)
def is_place(text: str) -> bool:
    """Whether it is a town, a region or a country."""
    return fold(text) in gazetteer().names or bool(country_of(text))


def _is_of_a_people(word: str) -> bool:
    return word in single("peoples") or word in _languages()


@cache
def _languages() -> frozenset[str]:
    return frozenset(word for names in language_codes().values() for name in names for word in fold(name).split())
