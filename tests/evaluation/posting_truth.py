"""Labelled postings: what a careful reader takes from each. The format is in README.md."""

import hashlib
import re
import tomllib
from dataclasses import field
from datetime import date
from decimal import Decimal
from pathlib import Path

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass

POSTINGS = Path(__file__).parent / "postings"
TODAY = date(2026, 3, 10)
BESIDE = (".html", ".txt")
_STRICT = ConfigDict(extra="forbid")
Words = str | tuple[str, ...]


@dataclass(frozen=True, config=_STRICT)
class TruePay:
    """Pay as the posting states it; never converted."""

    min: Decimal
    max: Decimal
    currency: str
    period: str


@dataclass(frozen=True, config=_STRICT)
class Truth:
    """One posting: its words or its page, and what they say. What is left out is not said."""

    text: str = ""
    kind: str = ""
    today: date = TODAY
    split: str = ""
    title: Words = ""
    employer: Words = ""
    place: Words = ""
    remote: str = ""
    pay: TruePay | None = None
    hours: tuple[float, ...] = field(default=(), metadata={"field": Field(max_length=2)})
    contract: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    nice: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    apply: tuple[str, ...] = ()
    posted: date | None = None
    closes: date | None = None
    starts: date | None = None
    stale: tuple[str, ...] = ()
    scam: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()


@dataclass(frozen=True)
class Labelled:
    """A truth with its name."""

    name: str
    truth: Truth


def half_of(file_name: str) -> str:
    """Return "development" or "test", for ever the same for a file name."""
    return "development" if hashlib.sha256(file_name.encode()).digest()[1] % 2 == 0 else "test"


def postings_in(folder: Path, split: str = "all") -> list[Labelled]:
    """Return the labelled postings of a folder; the words may lie in a file of the same name beside the truth."""
    adapter = TypeAdapter(Truth)
    found = []
    for path in sorted(folder.glob("*.toml")):
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
        beside = next((path.with_suffix(one) for one in BESIDE if path.with_suffix(one).exists()), None)
        words = {"text": beside.read_text(encoding="utf-8")} if beside else {}
        truth = adapter.validate_python(rows | words)
        if split in {"all", truth.split or half_of(path.name)}:
            found.append(Labelled(path.stem, truth))
    return found


def all_of(words: Words) -> tuple[str, ...]:
    """Return the accepted wordings; nothing when the posting does not say."""
    return (words,) * bool(words) if isinstance(words, str) else words


def place_of_quote(quote: str, text: str) -> tuple[int, int] | None:
    """Return where a quote stands in a text, line breaks and quote marks apart."""
    pattern = r"[\s>]+".join(map(re.escape, quote.split()))
    match = re.search(pattern, text, re.IGNORECASE)
    return match.span() if match else None
