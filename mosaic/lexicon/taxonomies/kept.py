"""What was loaded, kept as one file per source: a line about the source, then a line for each addition.

The files lie outside the program, so that an upgrade keeps them, and appear whole or not at all.
"""

import dataclasses
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from mosaic.lexicon.entries import Occupation, Skill
from mosaic.lexicon.store import Lexicon, LexiconError
from mosaic.lexicon.taxonomies.official import Source, What
from mosaic.lexicon.taxonomies.placing import FEWEST_SKILLS, More

Addition = Skill | Occupation | More
Entry = TypeVar("Entry", Skill, Occupation)
FORMAT = 1
_KINDS: dict[str, TypeAdapter[Skill] | TypeAdapter[Occupation] | TypeAdapter[More]] = {
    "skill": TypeAdapter(Skill),
    "occupation": TypeAdapter(Occupation),
    "more": TypeAdapter(More),
}


@dataclass(frozen=True, slots=True)
class About:
    """The first line of a file."""

    format: int
    source: str
    notice: str


_ABOUT = TypeAdapter(About)


def path_of(folder: Path, source: str) -> Path:
    """Return where a source is kept."""
    return folder / f"{source}.jsonl"


def write(folder: Path, source: Source, additions: Iterable[Addition]) -> None:
    """Keep the additions of a source in place of what was kept of it. Nothing changes when reading them fails."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=f".{source.id}-", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(_line(dataclasses.asdict(About(FORMAT, source.id, source.notice))))
            for addition in additions:
                file.write(_line({_kind(addition): _slim(addition)}))
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(path_of(folder, source.id))
    finally:
        part.unlink(missing_ok=True)


def remove(folder: Path, source: str) -> bool:
    """Remove what was kept of a source; False when there was nothing."""
    path = path_of(folder, source)
    was_there = path.is_file()
    path.unlink(missing_ok=True)
    return was_there


def extend(lexicon: Lexicon, folder: Path, *, without: str = "") -> Lexicon:
    """Return a lexicon with everything that is kept in a folder. Raises LexiconError for a damaged file."""
    for path in sorted(folder.glob("*.jsonl")):
        if path.stem != without:
            lexicon = _extend_by(lexicon, path)
    return lexicon


def notices(folder: Path) -> list[str]:
    """Return what the licences of the kept sources ask to be said."""
    return [_opening(path).notice for path in sorted(folder.glob("*.jsonl"))]


def _extend_by(lexicon: Lexicon, path: Path) -> Lexicon:
    skills, occupations = dict(lexicon.skills), dict(lexicon.occupations)
    for addition in _additions(path):
        match addition:
            case Skill():
                skills.setdefault(addition.id, addition)
            case Occupation():
                occupations |= _known(addition, skills)
            case More(what=What.SKILL) if addition.id in skills:
                skills[addition.id] = _joined(skills[addition.id], addition)
            case More(what=What.OCCUPATION) if addition.id in occupations:
                occupations[addition.id] = _joined(occupations[addition.id], addition)
            case _:
                # It added to an entry that has left the lexicon since.
                continue
    mark = f"{lexicon.mark}/{path.stem}-{hashlib.sha256(path.read_bytes()).hexdigest()[:12]}"
    return dataclasses.replace(lexicon, skills=skills, occupations=occupations, mark=mark)


def _known(one: Occupation, skills: Mapping[str, Skill]) -> dict[str, Occupation]:
    """Return an occupation without skills that have left the lexicon since; nothing when too few are left."""
    essential = tuple(skill for skill in one.essential if skill in skills)
    optional = tuple(skill for skill in one.optional if skill in skills)
    if len(essential) < FEWEST_SKILLS:
        return {}
    return {one.id: dataclasses.replace(one, essential=essential, optional=optional)}


def _joined(entry: Entry, more: More) -> Entry:
    codes = tuple(dict.fromkeys((*entry.codes, *more.codes)))
    return dataclasses.replace(entry, aliases=(*entry.aliases, *more.aliases), codes=codes)


def _opening(path: Path) -> About:
    with path.open(encoding="utf-8") as file:
        try:
            about = _ABOUT.validate_json(file.readline())
        except ValidationError as error:
            raise LexiconError(_damaged(path)) from error
    if about.format != FORMAT:
        raise LexiconError(f"{path} was written by another version of Mosaic. Load {about.source} again.")
    return about


def _additions(path: Path) -> Iterator[Addition]:
    _opening(path)
    with path.open(encoding="utf-8") as file:
        next(file)
        for line in file:
            try:
                ((kind, row),) = json.loads(line).items()
                yield _KINDS[kind].validate_python(row)
            except (ValueError, KeyError, AttributeError) as error:
                raise LexiconError(_damaged(path)) from error


def _damaged(path: Path) -> str:
    return f"{path} is damaged. `manage.py load_taxonomy {path.stem} --remove` takes it away; then load it again."


def _kind(addition: Addition) -> str:
    return {Skill: "skill", Occupation: "occupation", More: "more"}[type(addition)]


def _slim(addition: Addition) -> dict[str, object]:
    return {name: value for name, value in dataclasses.asdict(addition).items() if value not in ((), {}, "")}


def _line(row: object) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
