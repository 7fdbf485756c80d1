"""Which languages a posting asks for, and how well."""

import re
from collections.abc import Iterator

from mosaic.lexicon.tongues import language_codes, language_names
from opportunity_bridge.domain.requirements import Ask, Kind, Requirement
from opportunity_bridge.domain.sections import Part

__all__ = ["language_codes", "languages_in"]

# How far behind the last known language of a list one that is not known may stand: “Polish or Papiamento”.
LAST_NAME = 14

_LANGUAGE_CUE = re.compile(
    r"\b(?:speak\w*|spoken|written|writing|writ\w+|fluen\w+|flawless|language|level|native|mother tongue|[ABC][12]|good|excellent|very well|basic|some|enough|conversational|"
    r"command|proficien\w*|working knowledge|understand\w*|bilingual|ability|need|plus|welcome|help\w*|advantage|useful|everyday|perfect|secure|business|first)\b",
    re.IGNORECASE,
)
_OTHERS_SPEAK = re.compile(
    r"\b(?:we|team|trainers?|colleagues|foremen|customers|site|ourselves|drawings)\b[^.;]{0,25}\b(?:speaks?|are in)\b",
    re.IGNORECASE,
)
_ONE_OF = re.compile(r"\bone of\b", re.IGNORECASE)
_OR = re.compile(r"\bor\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|plus|as well as|in addition to)\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b([ABC][12])\b")
_LEVEL_WORDS = (
    (re.compile(r"\b(?:native|mother tongue|bilingual|flawless|perfect)\b", re.IGNORECASE), "C2"),
    (re.compile(r"\b(?:fluen\w+|excellent|proficien\w*|very good|business)\b", re.IGNORECASE), "C1"),
    (re.compile(r"\b(?:everyday|conversational|basic|simple|some|a few words|enough)\b", re.IGNORECASE), "B1"),
    (re.compile(r"\b(?:good|well|working|secure|confident|command)\b", re.IGNORECASE), "B2"),
)
_SCHOOL_SUBJECT = re.compile(r"\b(?:GCSEs?|maths|degree in|teach\w*|lessons?|literature|law|market)\b", re.IGNORECASE)


def languages_in(words: str, part: Part, ask: Ask) -> Iterator[Requirement]:
    """Yield one requirement for each language, or one for all that stand together with “or”."""
    named = [(match, code) for name, code in language_names() for match in name.finditer(words)]
    named.sort(key=lambda one: one[0].start())
    is_theirs = _SCHOOL_SUBJECT.search(words) or _OTHERS_SPEAK.search(words)
    if not named or is_theirs or not _is_about_language(words, len(named)):
        return
    for start, end in _stretches(words):
        inside = [one for one in named if start <= one[0].start() < end]
        yield from _in_one_stretch(
            words[start:end], [(match.start() - start, match.end() - start, code) for match, code in inside], part, ask
        )


def _stretches(words: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of “English plus German or French”, in which “or” joins only its own side."""
    start = 0
    for match in _AND.finditer(words):
        yield start, match.start()
        start = match.end()
    yield start, len(words)


def _in_one_stretch(words: str, named: list[tuple[int, int, str]], part: Part, ask: Ask) -> Iterator[Requirement]:
    codes = tuple(dict.fromkeys(code for _, _, code in named))
    list_end = named[-1][1] + LAST_NAME if named else 0
    if len(codes) > 1 and (_ONE_OF.search(words[: named[0][0]]) or _OR.search(words[named[0][1] : list_end])):
        yield Requirement(Kind.LANGUAGE, ask, codes, part.start, part.end, level=_level(words.replace(",", " ")))
        return
    for place, (start, end, code) in enumerate(named):
        after = words[end : named[place + 1][0] if place + 1 < len(named) else len(words)]
        before = words[named[place - 1][1] if place else 0 : start]
        yield Requirement(Kind.LANGUAGE, ask, (code,), part.start, part.end, level=_level(after, before))


def _is_about_language(words: str, count: int) -> bool:
    """Whether a part speaks of knowing a language: it says so, or it is little more than a list of names."""
    return bool(_LANGUAGE_CUE.search(words)) or len(words.split()) <= 4 * count


def _level(after: str, before: str = "") -> str:
    """Return the CEFR level that words around a language stand for, or nothing."""
    for words in (after, before):
        stated = _LEVEL.search(words)
        if stated:
            return stated.group(1)
    for words in (before.rsplit(",", 1)[-1], after.split(",", 1)[0]):
        for pattern, level in _LEVEL_WORDS:
            if pattern.search(words):
                return level
    return ""
