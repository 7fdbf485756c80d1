"""Reads the data files into one immutable Lexicon."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from mosaic.lexicon.entries import Licence, Occupation, Rung, Skill, Value

DATA = Path(__file__).parent / "data"
Entry = TypeVar("Entry", Skill, Occupation, Licence, Value, Rung)


class LexiconError(ValueError):
    """A data file does not have the shape described in data/README.md; says which and where."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries by id. `mark` tells apart what was loaded beside the entries of our own; empty for those alone."""

    skills: Mapping[str, Skill]
    occupations: Mapping[str, Occupation]
    values: Mapping[str, Value]
    licences: Mapping[str, Licence]
    education: Mapping[str, Rung]
    seniority: Mapping[str, Rung]
    mark: str = ""


_additions: list[Callable[[Lexicon], Lexicon]] = []


@cache
def shipped() -> Lexicon:
    """Return the lexicon that ships with Mosaic and nothing else, read once per process."""
    return load(DATA)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of this process, read once: what ships with Mosaic and what was added to it."""
    found = shipped()
    for add in _additions:
        found = add(found)
    return found


def add_to_lexicon(add: Callable[[Lexicon], Lexicon]) -> None:
    """Have this process add to the lexicon that ships with Mosaic; said once, before anything asks for it."""
    _additions.append(add)
    lexicon.cache_clear()


def load(folder: Path) -> Lexicon:
    """Read a folder laid out like `data/`. Raises LexiconError naming file and entry."""
    return Lexicon(
        skills=_by_field(folder / "skills", Skill),
        occupations=_by_field(folder / "occupations", Occupation),
        values=_entries(folder / "values.toml", Value),
        licences=_by_field(folder / "licences", Licence),
        education=_entries(folder / "education.toml", Rung),
        seniority=_entries(folder / "seniority.toml", Rung),
    )


def _by_field(folder: Path, kind: type[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.toml")):
        for key, entry in _entries(path, kind, field=path.stem).items():
            if key in found:
                raise LexiconError(f"{path.name}: {key} is already in {found[key]}")
            found[key] = entry
    return found


def _entries(path: Path, kind: type[Entry], **given: str) -> dict[str, Entry]:
    adapter = TypeAdapter(kind)
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error
    entries: dict[str, Entry] = {}
    for key, row in rows.items():
        try:
            entries[key] = adapter.validate_python({"id": key, **given, **row})
        except ValidationError as error:
            raise LexiconError(f"{path.name}: {key}: {error}") from error
    return entries
