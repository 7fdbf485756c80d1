"""How one rendering words things: drawn by the names of case and layout, so always the same."""

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

_WORDING = Path(__file__).parent / "wording.toml"
_DATES = ("short", "short", "long", "number", "years", "iso")


@cache
def wording() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the words by language and use."""
    return TypeAdapter(dict[str, dict[str, tuple[str, ...]]]).validate_python(
        tomllib.loads(_WORDING.read_text(encoding="utf-8"))
    )


@dataclass(frozen=True)
class Style:
    """The choices of one rendering. `dates` is short, long, number, years or iso."""

    lang: str
    dates: str
    between: str
    current: str
    mark: str
    glyph: str
    headings: dict[str, str]
    is_loud: bool
    listing: str
    number: str
    to_since: bool

    @property
    def has_months(self) -> bool:
        """Whether dates show months."""
        return self.dates != "years"

    def heading(self, key: str) -> str:
        """Return the words above a section."""
        words = self.headings[key]
        return words.upper() if self.is_loud else words

    def date(self, value: str) -> str:
        """Return one date as this style writes it."""
        if value == "present":
            return self.current
        year, _, month = value.partition("-")
        words = wording()[self.lang]
        if not month or self.dates == "years":
            return year
        if self.dates == "iso":
            return f"{year}-{month}"
        if self.dates == "number":
            return f"{month}{self.number}{year}"
        return f"{words['months' if self.dates == 'long' else 'short'][int(month) - 1]} {year}"

    def period(self, start: str, end: str) -> str:
        """Return a period as this style writes it."""
        if not start and not end:
            return ""
        if not start or start == end:
            return self.date(end)
        if end == "present" and self.to_since:
            return f"{wording()[self.lang]['since'][0]} {self.date(start)}"
        between = self.between
        if end == "present" and self.current == "to date":
            between = " "
        return f"{self.date(start)}{between}{self.date(end)}"


def style_of(case: str, layout: str, lang: str) -> Style:
    """Return the style of a case in a layout."""
    draw = random.Random(f"{case}/{layout}")
    words = wording()[lang]
    betweens = (" – ", "–", " - ", " — ", f" {words['to'][0]} ")
    return Style(
        lang=lang,
        dates=draw.choice(_DATES),
        between=draw.choice(betweens),
        current=draw.choice(words["current"]),
        mark=draw.choice((", ", ", ", " | ", " – ", " · ")),
        glyph=draw.choice(("•", "-", "▪", "*", "–", "●")),
        headings={
            key: draw.choice(listed)
            for key, listed in words.items()
            if key not in {"months", "short", "current", "to", "since", "labels"}
        },
        is_loud=draw.random() < 0.4,
        listing=draw.choice(("commas", "bullets", "dots", "lines", "bars")),
        number=draw.choice(("/", "/", ".")),
        to_since=draw.random() < 0.12,
    )
