"""Languages people speak, with how well."""

import re
from collections.abc import Sequence
from functools import cache

from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Field, Language
from mosaic.documents.resume.source import Source
from mosaic.documents.resume.spans import field_at
from mosaic.documents.resume.vocabulary import WORD, Phrases, by_phrase, flat, phrases, words_of

_ITEM = re.compile(
    r"\s*(?:[,;•·|\t\n]|\s/\s|[ \u00a0]{3,})\s*|(?<=\))\s+(?=[^\W\d_])|\s+(?:and|und|et|y|e|en|i|och)\s+(?=[^\W\d_])"
)
_STRICT_ITEM = re.compile(r"\s*(?:[,;•·|\t\n:]|\s/\s|[ \u00a0]{3,})\s*")
_UNKNOWN = re.compile(r"\s*([^\W\d_]{3,}(?: [A-ZÀ-Þ][^\W\d_]+)?)\s*(?:[-–—:(]|$)")
_MOST_WORDS = 12


@cache
def _names() -> Phrases:
    return Phrases(" ".join(words) for words in by_phrase("languages", "names"))


def _found(item: str, *, small: bool = False) -> tuple[str, int, int] | None:
    """Return the language named in an item: its code and where its name stands; `small` takes small letters too."""
    tokens = list(WORD.finditer(flat(item)))
    words = [token.group() for token in tokens]
    for position in range(len(words)):
        length = _names().at(words, position)
        if length and (small or not item[tokens[position].start()].islower()):
            code = by_phrase("languages", "names")[tuple(words[position : position + length])]
            return code, tokens[position].start(), tokens[position + length - 1].end()
    return None


def names_language(text: str) -> bool:
    """Whether a text names a language that people speak."""
    return _found(text, small=True) is not None


def language_at(text: str) -> str:
    """Return the code when a text is a language and at most its fluency, "" for anything else."""
    found = _found(text)
    if found is None:
        return ""
    code, start, end = found
    rest = words_of(text[:start] + " " + text[end:])
    return code if all(_is_fluency(word) for word in rest) else ""


def _is_fluency(word: str) -> bool:
    return any(word in phrase for phrase in phrases("languages", "fluency").all) or word in {
        "in",
        "level",
        "speaker",
        "skills",
        "language",
        "i",
        "a",
        "my",
        "very",
        "and",
        "brazil",
        "uk",
        "us",
    }


def languages_in(source: Source, lines: Sequence[Line], *, strict: bool = False) -> list[Language]:
    """Return the languages of a section, each once; `strict` takes only items that say nothing else."""
    found: list[Language] = []
    for line in lines:
        start = line.start
        for match in (_STRICT_ITEM if strict else _ITEM).finditer(source.text, line.start, line.end):
            if source.text.count("(", start, match.start()) == source.text.count(")", start, match.start()):
                _read(source.text, start, match.start(), found, strict=strict)
                start = match.end()
        _read(source.text, start, line.end, found, strict=strict)
    unique: dict[str, Language] = {}
    for language in found:
        unique.setdefault(flat(language.name.value), language)
    return list(unique.values())


def _read(text: str, start: int, end: int, found: list[Language], *, strict: bool) -> None:
    literal = text[start:end]
    if strict and not language_at(literal):
        return
    named = _found(literal, small=not strict) or _unknown(literal)
    if named is None:
        _say_how_well(text, start, end, found)
        return
    code, first, last = named
    if len(words_of(literal)) > _MOST_WORDS:
        return
    name = field_at(text, start + first, start + last)
    if name:
        found.append(Language(name, code, _fluency(text, start + last, end) or _fluency(text, start, start + first)))


def _unknown(item: str) -> tuple[str, int, int] | None:
    """Return a language that the list lacks: one or two capitalised words and a fluency."""
    match = _UNKNOWN.match(item)
    if (
        match is None
        or phrases("languages", "fluency").start(match[1])
        or not phrases("languages", "fluency").within(item[match.end(1) :])
    ):
        return None
    return "", match.start(1), match.end(1)


def _say_how_well(text: str, start: int, end: int, found: list[Language]) -> None:
    fluency = _fluency(text, start, end)
    if found and fluency and found[-1].fluency is None:
        found[-1] = Language(found[-1].name, found[-1].code, fluency)


def _fluency(text: str, start: int, end: int) -> Field | None:
    """Return the words about fluency in a stretch."""
    tokens = list(WORD.finditer(flat(text[start:end])))
    words = [token.group() for token in tokens]
    known = [i for i in range(len(words)) if phrases("languages", "fluency").at(words, i)]
    if not known:
        return None
    last = known[-1] + phrases("languages", "fluency").at(words, known[-1]) - 1
    return field_at(text, start + tokens[known[0]].start(), start + tokens[last].end())
