"""What a reader hands over of an official file, and how it says that a file is not one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mosaic.lexicon.entries import Kind

LONGEST_NAME = 80
MOST_NAMES_EACH = 30


class TaxonomyError(ValueError):
    """A folder or file is not what it should be; the sentence says which and what to do."""


class What(StrEnum):
    """What an official concept is."""

    SKILL = "skill"
    OCCUPATION = "occupation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """One concept of a classification in its own words. `code` is its identifier there, with the source in front."""

    what: What
    label: str
    code: str = ""
    names: tuple[str, ...] = ()
    description: str = ""
    kind: Kind = Kind.HARD
    isco: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An occupation's need of a skill, by their codes."""

    occupation: str
    skill: str
    essential: bool


Heard = Callable[[str, int], None]


@dataclass(frozen=True, slots=True)
class Source:
    """A classification: how its files are read and what its licence asks to be said."""

    id: str
    name: str
    notice: str
    read: Callable[[Path, Heard], Iterator[Official]]
    links: Callable[[Path, Heard], Iterator[Link]]


def folder_of(path: Path) -> Path:
    """Return the folder, or say that it is none."""
    if not path.is_dir():
        what = "is a file, not a folder" if path.is_file() else "does not exist"
        raise TaxonomyError(f"{path} {what}. Name the folder into which you unpacked the download.")
    return path


def tidy(words: str) -> str:
    """Return a name with single blanks."""
    return re.sub(r"\s+", " ", words).strip()


def names_in(cell: str) -> tuple[str, ...]:
    """Return the names of a cell that holds one on each line."""
    names = dict.fromkeys(tidy(line) for line in re.split(r"[\n|]", cell))
    return tuple(name for name in names if name and len(name) <= LONGEST_NAME)[:MOST_NAMES_EACH]
