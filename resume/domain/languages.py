"""What a résumé says around a person's words, by language, and which language these words are in."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

DATA = Path(__file__).parent.parent / "data"
DEFAULT = "en"
FEWEST_SMALL_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-\d{2})?")


@dataclass(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class Language:
    """Headings by section, short months, the word for an open end, and small words of the language."""

    now: str
    months: tuple[str, ...]
    small: str
    headings: Mapping[str, str]

    def date(self, iso: str) -> str:
        """Return an ISO date as it is written on a résumé: month and year, or the year alone."""
        match = _DATE.fullmatch(iso)
        if match is None or not match[2] or not 1 <= int(match[2]) <= len(self.months):
            return match[1] if match else iso
        month = self.months[int(match[2]) - 1]
        return f"{month}/{match[1]}" if month.isdecimal() else f"{month} {match[1]}"


@cache
def languages() -> Mapping[str, Language]:
    """Return all languages by their tag."""
    rows = tomllib.loads((DATA / "languages.toml").read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, Language]).validate_python(rows)


def language(tag: str) -> Language:
    """Return a language, or English for one that is not here."""
    return languages().get(tag.split("-", maxsplit=1)[0], languages()[DEFAULT])


def language_of(text: str, *, fallback: str = DEFAULT) -> str:
    """Return the language whose small words a text uses most, or the fallback for too few of them."""
    words = [word.casefold() for word in _WORD.findall(text)]
    counts = {tag: sum(word in small for word in words) for tag, small in _small_words().items()}
    best = max(counts, key=lambda tag: counts[tag])
    return best if counts[best] >= FEWEST_SMALL_WORDS and counts[best] > counts.get(fallback, 0) else fallback


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    return {tag: frozenset(one.small.split()) for tag, one in languages().items()}
