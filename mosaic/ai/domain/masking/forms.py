"""The shapes in which a known name may stand: whole, first or last alone, with initials, turned round, run together."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from mosaic.ai.domain.masking.plain import Plain, folded_words
from mosaic.ai.domain.masking.vocabulary import single
from mosaic.documents.resume.name_words import name_words
from mosaic.lexicon.gazetteer import fold, gazetteer

_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_MOST_WORDS = 8
SHORT = 2


class Care(StrEnum):
    """How carefully a shape is to be looked at before it counts as the name."""

    NONE = "none"
    BIG = "big"
    HANDLE = "handle"
    WORD = "word"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Form:
    """Words in a row that are a name of `owner`."""

    words: tuple[str, ...]
    owner: str
    care: Care = Care.NONE


def name_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a name without titles."""
    words = folded_words(text)
    while len(words) > 1 and words[0] in name_words("honorifics"):
        words = words[1:]
    while len(words) > SHORT and words[-1] in name_words("post_nominals"):
        words = words[:-1]
    return words[:_MOST_WORDS]


def forms_of(name: str, owner: str) -> Iterator[Form]:
    """Yield every shape of a name."""
    for spelling in {name, name.translate(_SPELLED_OUT)}:
        words = name_of(spelling)
        whole = folded_words(spelling)
        if len(whole) > len(words) and whole[0] not in single("titles"):
            yield Form(whole, owner)
        if words:
            yield from _forms(words, owner)
            parts = [name_of(part) for part in spelling.split()]
            yield from (Form(("".join(part),), owner) for part in parts if len(part) > 1 and len("".join(part)) > 4)


def _forms(words: tuple[str, ...], owner: str) -> Iterator[Form]:
    core = tuple(word for word in words if word not in _particles()) or words
    if len(words) > 1:
        yield Form(words, owner)
    if len(core) > 1:
        yield from _several(core, owner)
    for word in core:
        if len(word) > 1 or not word.isascii():
            yield Form((word,), owner, care_for(word))


def _several(core: tuple[str, ...], owner: str) -> Iterator[Form]:
    first, last = core[0], core[-1]
    for one, other in combinations(core, 2):
        yield Form((one, other), owner)
        yield Form((other, one), owner)
        yield Form((one + other,), owner)
        yield Form((other + one,), owner)
    yield from (Form(part, owner) for part in ((last, *core[:-1]), core))
    for word in core[1:]:
        yield Form((first[0], word), owner, Care.BIG)
        yield Form((word, first[0]), owner, Care.BIG)
        yield Form((*(given[0] for given in core[:-1]), word), owner, Care.BIG)
        yield Form((first, word[0]), owner, Care.BIG)
        if len(word) > SHORT:
            yield Form((first[0] + word,), owner, Care.HANDLE)
            yield Form((word + first[0],), owner, Care.HANDLE)
    yield Form((first, *(middle[0] for middle in core[1:-1]), last), owner)


def care_for(word: str) -> Care:
    """Return how carefully one word of a name is to be looked at."""
    if word in single("words", file="names") or word in single("months") or word in single("never"):
        return Care.WORD
    if len(word) <= SHORT and word.isascii():
        return Care.WORD
    if fold(word) in gazetteer().names:
        return Care.PLACE
    return Care.NONE


def owners_of(names: tuple[str, ...]) -> dict[str, str]:
    """Return to whom each name belongs: names whose words all stand in a longer one are that person's."""
    bags = {name: set(name_of(name)) for name in names}
    result: dict[str, str] = {}
    for name in names:
        longer = [other for other in names if bags[name] <= bags[other] and bags[name]]
        chosen = max(longer, key=lambda other: len(bags[other]), default=name)
        result[name] = " ".join(sorted(bags[chosen])) or name
    return result


def _particles() -> frozenset[str]:
    return name_words("particles")


def is_without_capitals(name: str) -> bool:
    """Whether a name is written in an alphabet without capitals and so may stand inside a longer run of letters."""
    plain = Plain(name).plain
    return any(letter.isalpha() and letter.lower() == letter.upper() for letter in plain)
