"""Which lines are headings, and of what."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Section
from mosaic.documents.resume.vocabulary import Phrases, table, words_of

_NUMBERING = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s+")
_DECORATION = re.compile(r"^[\W_]+|[\W_]+$")
_SPACED = re.compile(r"(?:\b[^\W\d_]\b[ .&]{0,3}){4,}$")
_INLINE = re.compile(r"\s*([^:–|]{3,40}?)\s*(?::|\s[–|-]\s|\t|[ \u00a0]{2,})\s*(?=\S)")
_INLINE_KINDS = frozenset(
    {Section.SKILLS, Section.LANGUAGES, Section.CERTIFICATES, Section.INTERESTS, Section.REFERENCES, Section.SUMMARY}
)
_LISTS = frozenset({Section.SKILLS, Section.LANGUAGES, Section.CERTIFICATES, Section.INTERESTS})
_SPLIT = re.compile(r"\s*(?:&|/|,|\+|\||·)\s*")
# “Schul- und Berufsausbildung”: what is left out stands behind the joint.
_SHORTENED = re.compile(r"\b[^\W\d_]+-\s+(?:und|oder|en|och|of)\s+(?=[^\W\d_])", re.IGNORECASE)
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Heading:
    """A section begins; `end` is where its own words end, for a heading with text behind it on its line."""

    kind: Section
    end: int


@cache
def _kinds() -> dict[tuple[str, ...], Section]:
    found: dict[tuple[str, ...], Section] = {}
    for section in Section:
        if section is not Section.HEADER:
            for phrase in table("headings")[section.value]["phrases"]:
                found.setdefault(words_of(phrase), section)
    for words, section in list(found.items()):
        found.setdefault(_singular(words), section)
    return found


@cache
def _nouns() -> dict[str, Section]:
    sections = [section for section in Section if section is not Section.HEADER]
    return {words_of(noun)[0]: section for section in sections for noun in table("headings")[section.value]["nouns"]}


@cache
def _closed() -> dict[str, Section]:
    return {"".join(words): section for words, section in _kinds().items()}


@cache
def _weak() -> frozenset[tuple[str, ...]]:
    return frozenset(words_of(phrase) for phrase in table("headings")["weak"]["phrases"])


@cache
def _small_words() -> tuple[Phrases, frozenset[str]]:
    joints = frozenset(words_of(word)[0] for word in table("headings")["joints"]["phrases"])
    return Phrases(table("headings")["modifiers"]["phrases"]), joints


def heading_of(line: Line, among: Section = Section.HEADER) -> Heading | None:
    """Return what a line heads, when it is nothing but a heading; `among` is the section it stands in."""
    if line.bullet or len(line.text) > 70 or "\t" in line.text:
        return None
    text = _NUMBERING.sub("", line.text)
    if among in _LISTS and words_of(text) in _weak() and not (_looks_like_one(line) or line.bold):
        return None
    kind = kind_of(_DECORATION.sub("", text)) or (_loosely(text) if _looks_like_one(line) else None)
    return Heading(kind, line.end) if kind else None


def inline_heading_of(line: Line) -> Heading | None:
    """Return the heading that a line begins with, as in "Skills: welding, …"."""
    match = _INLINE.match(line.text)
    if not match:
        return None
    label = _DECORATION.sub("", match[1])
    kind = kind_of(label)
    if kind not in _INLINE_KINDS:
        return None
    # "Driving licence: class B" says what it is only as a whole.
    is_part = words_of(label) in {words_of(phrase) for phrase in table("headings")["licences"]["phrases"]}
    return Heading(kind, line.start if is_part else line.start + match.end())


def _singular(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word for word in words
    )


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Section | None:
    """Return the section that exactly these words head."""
    words = words_of(text)
    if _SPACED.match(text.strip()):
        return _closed().get("".join(words).replace("&", ""))
    if not words or len(words) > _MOST_WORDS or any(letter.isdigit() for letter in text):
        return None
    if kind := _kinds().get(words) or _kinds().get(_singular(words)):
        return kind
    kinds = [_part_kind(part) for part in _parts(_SHORTENED.sub("", text))]
    return kinds[0] if kinds and all(kinds) else None


def _parts(text: str) -> list[tuple[str, ...]]:
    """Return the words of a heading, parted where one heading ends and the next begins."""
    parts: list[tuple[str, ...]] = []
    for piece in _SPLIT.split(text):
        current: list[str] = []
        for word in words_of(piece):
            if word in _small_words()[1]:
                parts.append(tuple(current))
                current = []
            else:
                current.append(word)
        parts.append(tuple(current))
    return [part for part in parts if part]


def _part_kind(words: tuple[str, ...]) -> Section | None:
    modifiers, _ = _small_words()
    while words:
        if kind := _kinds().get(words) or _kinds().get(_singular(words)):
            return kind
        leading = modifiers.at(words, 0)
        if leading:
            words = words[leading:]
        elif modifiers.at(words, len(words) - 1):
            words = words[:-1]
        else:
            return None
    return None


def _loosely(text: str) -> Section | None:
    """Return the kind of "Kitchen experience": any words with a heading's noun at their end."""
    words = words_of(_DECORATION.sub("", text))
    if not 2 <= len(words) <= 5 or "of" in words or any(letter.isdigit() for letter in text):
        return None
    return _nouns().get(words[-1])


def _looks_like_one(line: Line) -> bool:
    return (
        line.heading or line.text.isupper() or line.text.rstrip().endswith(":") or line.gap
    ) and "," not in line.text
