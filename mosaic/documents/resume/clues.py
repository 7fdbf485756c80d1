"""How much a piece of a line looks like a title, an employer, a course of study or a school. 0 is no opinion."""

import re
from collections.abc import Sequence
from functools import lru_cache

from mosaic.documents.resume.places import is_town, place_clue
from mosaic.documents.resume.vocabulary import WORD, endings, flat, phrases, word_set, words_of
from mosaic.lexicon.phrases import occupation_finder

_NUMBERED = re.compile(r"#\s?\w*\d|\b(?:no|nr|number|pin|id|ref)\b\.?:?\s*\w*\d{3}", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z][A-Z&.\d]{1,6}$")
_SPELLED_SMALL = frozenset({"bac", "puc", "10th", "12th", "vwo", "matu"})


@lru_cache(maxsize=8192)
def title_clue(text: str) -> float:
    """Return how much it looks like what somebody is or does."""
    words = _without_brackets(text)
    if not words or len(words) > 14:
        return -5.0
    score = _heads(words) + 2.5 * _covered(text)
    if phrases("titles", "levels").at(words, 0):
        score += 0.5
    if place_clue(text) > 0:
        score -= 2.0
    if text[:1].islower():
        score -= 1.0
    return score - (1.5 if len(words) > 9 else 0.0)


def _without_brackets(text: str) -> tuple[str, ...]:
    return words_of(re.sub(r"\([^)]*\)?", " ", text)) or words_of(text)


def _heads(words: tuple[str, ...]) -> float:
    known = phrases("titles", "heads")
    last = len(words) - 1
    while last > 0 and words[last] in word_set("tails") and words[last - 1] not in word_set("behind"):
        last -= 1
    places = {i: known.at(words, i) for i in range(last + 1)}
    if any(length and i + length > last for i, length in places.items()):
        return 2.5
    first = min((i for i, length in places.items() if length), default=-1)
    if first >= 0:
        after = first + places[first]
        if after < len(words) and words[after] in word_set("behind"):
            return 3.0
        return 1.5 if first <= 1 else 1.0
    compound = endings("titles", "head_endings")
    return 1.5 if any(_ends(word, compound) for word in (words[0], words[last])) else 0.0


def _ends(word: str, known: tuple[str, ...]) -> bool:
    return any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in known)


def _covered(text: str) -> float:
    """Return the share of the text that names an occupation of the lexicon."""
    found = occupation_finder().find(text)
    return min(1.0, sum(mention.end - mention.start for mention in found) / max(1, len(text)))


@lru_cache(maxsize=8192)
def employer_clue(text: str) -> float:
    """Return how much it looks like the name of an organisation."""
    words = words_of(text)
    if not words or len(words) > 14:
        return -5.0
    if text.strip("() ") in phrases("employers", "own"):
        return 3.0
    score = 0.0 if text.strip() in phrases("employers", "fields") else _kinds(words)
    if any(i + length >= len(words) for i, length in _found("forms", words)) and len(words) > 1:
        score += 3.5
    if _ACRONYM.match(text) or any(_ACRONYM.match(bit) and len(bit) > 2 for bit in text.split()[:1]):
        score += 1.2
    if "&" in words:
        score += 0.8
    if words[0] in {"the", "st", "saint", "royal", "national", "great", "city"} and len(words) > 1:
        score += 0.7
    if text[:1].islower():
        score -= 1.0
    return score - (1.5 if place_clue(text) > 0 else 0.0)


def _found(section: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    known = phrases("employers", section)
    return [(i, length) for i in range(len(words)) if (length := known.at(words, i))]


def _kinds(words: tuple[str, ...]) -> float:
    found = _found("kinds", words)
    if any(i + length >= len(words) for i, length in found):
        return 2.5
    if any(i + length < len(words) and words[i + length] in word_set("behind") for i, length in found):
        return 2.5
    if found:
        return 1.5
    return 1.2 if any(_ends(word, endings("employers", "kind_endings")) for word in words) else 0.0


def degree_words(spelled: Sequence[str], first: int) -> int:
    """Return how many words from `first` on name a degree, 0 for none. "BA" does, "Ba" and "be" do not."""
    words = tuple(flat(word) for word in spelled)
    length = phrases("degrees", "starts").at(words, first)
    is_short = length == 1 and len(words[first]) <= 4 and words[first] not in _SPELLED_SMALL
    return 0 if is_short and sum(letter.isupper() for letter in spelled[first]) < 2 else length


@lru_cache(maxsize=8192)
def study_clue(text: str) -> float:
    """Return how much it looks like a degree, a course or a training."""
    words = words_of(text)
    if not words or len(words) > 20:
        return -5.0
    dotless = text.replace(".", "").replace("(", " ")
    spelled = [match.group() for match in WORD.finditer(dotless)]
    for skipped in range(min(3, len(spelled))):
        if degree_words(spelled, skipped):
            return 4.0 - skipped
    if any(word in phrases("degrees", "anywhere") for word in words):
        return 2.0
    return -0.5 if place_clue(text) > 0 else 0.0


@lru_cache(maxsize=8192)
def school_clue(text: str) -> float:
    """Return how much it looks like a school or another place where people are trained."""
    words = words_of(text)
    if any(word in word_set("schools") for word in words) or any(
        _ends(word, endings("words", "school_endings")) for word in words
    ):
        return 3.5
    # "Mechanical Engineering" and "Graphic Design" could be firms, but in an education they are subjects.
    is_firm = any(i + length >= len(words) for i, length in _found("forms", words)) or any(
        word in word_set("trainers") for word in words
    )
    is_firm = is_firm or (len(text.split(maxsplit=1)[0]) >= 3 and bool(_ACRONYM.match(text.split(maxsplit=1)[0])))
    return employer_clue(text) * 0.8 if is_firm else min(0.6, employer_clue(text) * 0.8)


@lru_cache(maxsize=8192)
def aside_clue(text: str) -> float:
    """Return how much it looks like a remark: a kind of contract, hours, a part of the organisation."""
    words = words_of(text)
    if not words:
        return 3.0
    known = phrases("employers", "kinds_of_contract")
    covered = sum(known.at(words, i) for i in range(len(words)))
    if covered >= len(words) or (
        covered and words[-1] in {"position", "contract", "role", "basis", "hours", "job", "week"}
    ):
        return 4.0
    if is_town(text):
        return -3.0
    if _NUMBERED.search(text):
        return 3.0
    if _found("parts", words) and not _found("forms", words):
        return 0.8
    return 2.5 if words[0].isdigit() and len(words) <= 4 else -2.0
