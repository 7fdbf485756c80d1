"""The truth guard: what a text claims that its sources do not say.

Looks for numbers, dates, names (employers, schools, products), acronyms, job titles, skills and tools of the
lexicon, licences and degrees. Words that are everybody's are no claim. Deterministic; reads, changes nothing.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from mosaic.lexicon.entries import Kind
from mosaic.lexicon.phrases import Finder, Mention, licence_finder, occupation_finder, skill_finder
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.words import key_of
from resume.domain.document import words_in
from resume.domain.languages import DATA, languages
from resume.domain.pointers import JSON


class Claim(StrEnum):
    """What kind of thing is claimed."""

    NUMBER = "number"
    NAME = "name"
    TITLE = "title"
    SKILL = "skill"
    LICENCE = "licence"
    DEGREE = "degree"


@dataclass(frozen=True, slots=True)
class Unsupported:
    """A claim without a source: the words `text[start:end]`."""

    claim: Claim
    words: str
    start: int
    end: int


# Digits with the separators of thousands and decimals: 1,200 and 1 200 are one number.
_NUMBER = re.compile(r"\d+(?:[.,:’'\u00a0\u202f]\d+| \d{3}(?!\d))*")
_MONTH = re.compile(r"(?<!\d)(?:0?[1-9]|1[0-2])[/.](?=\d{4}(?!\d))|(?<=\d{4})-(?:0[1-9]|1[0-2])(?:-\d{2})?(?!\d)")
_WORD = re.compile(r"[^\W\d_][\w’'&.-]*[^\W_]|[^\W\d_]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n–—|(/]|\s-)\s*[\"“‘(]*$")
# Softer skills are ways of saying; what can be checked is tools, knowledge and crafts.
DATES = ("startDate", "endDate", "date", "releaseDate")
CHECKED_KINDS = frozenset({Kind.HARD, Kind.TOOL, Kind.KNOWLEDGE})


class Sources:
    """Everything a person said or was said about them, ready to be looked things up in.

    `granted` are lexicon ids of standing facts: naming them is supported in any words of the lexicon.
    """

    def __init__(self, texts: Iterable[str], granted: Iterable[str] = ()) -> None:
        self.text = "\n".join(texts)
        self.numbers = {number for number, _, _ in _numbers_in(self.text)}
        self.keys = {key_of(match.group()) for match in _WORD.finditer(self.text)}
        self.folded = {_folded(part) for match in _WORD.finditer(self.text) for part in _parts(match.group())}
        self.ids = set(granted) | {one.id for finder in _finders().values() for one in finder.find(self.text)}


def unsupported(text: str, sources: Sources) -> tuple[Unsupported, ...]:
    """Return the claims of a text that no source supports, in order."""
    found = [*_numbers(text, sources), *_named_entries(text, sources)]
    taken = [(one.start, one.end) for one in found]
    found += [
        one for one in _names(text, sources) if not any(start < one.end and one.start < end for start, end in taken)
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.claim)))


def unsupported_in(document: JSON, sources: Sources) -> tuple[tuple[str, Unsupported], ...]:
    """Return the claims of a document that no source supports, each with its address."""
    found = []
    for pointer, words in words_in(document):
        # Of a date only its year is compared: months are written in words or in numbers.
        text = words[:4] if pointer.rpartition("/")[2] in DATES else words
        found += [(pointer, one) for one in unsupported(text, sources)]
    return tuple(found)


def _numbers(text: str, sources: Sources) -> Iterator[Unsupported]:
    for number, start, end in _numbers_in(text):
        if number not in sources.numbers:
            yield Unsupported(Claim.NUMBER, text[start:end], start, end)


def _numbers_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield numbers without separators, in digits, with their places; the month of a date is left out."""
    masked = _MONTH.sub(lambda match: " " * len(match.group()), text)
    for match in _NUMBER.finditer(masked):
        yield re.sub(r"\D", "", match.group()), match.start(), match.end()
    for match in _WORD.finditer(text):
        for part in match.group().casefold().split("-"):
            if part in _number_words():
                yield _number_words()[part], match.start(), match.end()


def _named_entries(text: str, sources: Sources) -> Iterator[Unsupported]:
    """Yield titles, skills, licences and degrees that the sources do not name in any words."""
    for claim, finder in _finders().items():
        for mention in finder.find(text):
            words = text[mention.start : mention.end]
            if mention.id in sources.ids or not _is_checked(claim, mention):
                continue
            if not all(key_of(word.group()) in sources.keys for word in _WORD.finditer(words)):
                yield Unsupported(claim, words, mention.start, mention.end)


def _is_checked(claim: Claim, mention: Mention) -> bool:
    return claim is not Claim.SKILL or lexicon().skills[mention.id].kind in CHECKED_KINDS


def _names(text: str, sources: Sources) -> Iterator[Unsupported]:
    """Yield capitalised words inside sentences, and acronyms anywhere, that stand in no source."""
    for match in _WORD.finditer(text):
        word = match.group()
        is_acronym = len(word) > 1 and word.isupper()
        starts = _SENTENCE_START.search(text[max(0, match.start() - 40) : match.start()])
        if not (is_acronym or (word[0].isupper() and not starts)) or _folded(word) in _headings():
            continue
        if not all(_folded(part) in sources.folded or key_of(part) in sources.keys for part in _parts(word)):
            yield Unsupported(Claim.NAME, word, match.start(), match.end())


def _parts(word: str) -> list[str]:
    return [part for part in re.split(r"[-’'&.]", word) if part]


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True)
class _Degree:
    id: str
    label: str
    aliases: tuple[str, ...]
    exact: tuple[str, ...]


@cache
def _degree_finder() -> Finder:
    return Finder(_Degree(one.id, one.label, one.aliases, one.exact) for one in lexicon().education.values())


@cache
def _finders() -> dict[Claim, Finder]:
    makers: dict[Claim, Callable[[], Finder]] = {
        Claim.SKILL: skill_finder,
        Claim.LICENCE: licence_finder,
        Claim.TITLE: occupation_finder,
        Claim.DEGREE: _degree_finder,
    }
    return {claim: make() for claim, make in makers.items()}


@cache
def _number_words() -> Mapping[str, str]:
    rows = tomllib.loads((DATA / "numbers.toml").read_text(encoding="utf-8"))
    return {word: digits for words in rows.values() for word, digits in words.items()}


@cache
def _headings() -> frozenset[str]:
    """Return the words that we put around a person's own."""
    own = (
        word
        for one in languages().values()
        for words in (*one.headings.values(), *one.months, one.now)
        for word in words.split()
    )
    return frozenset(_folded(word.strip(".")) for word in own)
