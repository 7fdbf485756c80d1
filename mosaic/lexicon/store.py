"""Reads the data files into one immutable Lexicon."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from mosaic.lexicon.compiled import kept
from mosaic.lexicon.entries import Leaning, Licence, Occupation, Rung, Skill, Value

DATA = Path(__file__).parent / "data"
Rows = dict[str, dict[str, object]]


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
    interests: Mapping[str, Leaning]
    mark: str = ""


_additions: list[Callable[[Lexicon], Lexicon]] = []


@cache
def shipped() -> Lexicon:
    """Return the lexicon that ships with Mosaic and nothing else, read once per process."""
    return _lexicon(kept("lexicon", partial(_checked_rows, DATA)))


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
    return _lexicon(_checked_rows(folder))


_Adapter = (
    TypeAdapter[Skill]
    | TypeAdapter[Occupation]
    | TypeAdapter[Value]
    | TypeAdapter[Licence]
    | TypeAdapter[Rung]
    | TypeAdapter[Leaning]
)
_KINDS: dict[str, _Adapter] = {
    "skills": TypeAdapter(Skill),
    "occupations": TypeAdapter(Occupation),
    "licences": TypeAdapter(Licence),
    "values": TypeAdapter(Value),
    "education": TypeAdapter(Rung),
    "seniority": TypeAdapter(Rung),
    "interests": TypeAdapter(Leaning),
}
_WHOLE = TypeAdapter(Lexicon)


def _lexicon(rows: Mapping[str, Rows]) -> Lexicon:
    return _WHOLE.validate_python(rows)


def _checked_rows(folder: Path) -> dict[str, Rows]:
    """Read all files; every entry is checked alone, so that a mistake is named with its file and its id."""
    return {name: _rows_of(folder, name) for name in _KINDS}


def _rows_of(folder: Path, name: str) -> Rows:
    single = folder / f"{name}.toml"
    if single.is_file():
        return _rows(single, name)
    found: Rows = {}
    for path in sorted((folder / name).glob("*.toml")):
        for key, row in _rows(path, name, field=path.stem).items():
            if key in found:
                raise LexiconError(f"{path.name}: {key} is already in {found[key]['field']}.toml")
            found[key] = row
    return found


def _rows(path: Path, name: str, **given: str) -> Rows:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error
    found: Rows = {}
    for key, row in rows.items():
        found[key] = {"id": key, **given, **row}
        try:
            _KINDS[name].validate_python(found[key])
        except ValidationError as error:
            raise LexiconError(f"{path.name}: {key}: {error}") from error
    return found
