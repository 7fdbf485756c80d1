"""What the two short extras ask, read from the data files beside the code: sentences about weeks, things to do."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as checked

from mosaic.lexicon.entries import Interest

FOLDER = Path(__file__).parents[1] / "data"
STRICT = ConfigDict(extra="forbid")
Sentence = Annotated[str, Field(min_length=10, max_length=100, pattern=r"^[A-Z].*\.$")]
Thing = Annotated[str, Field(min_length=5, max_length=60, pattern=r"^[a-z].*[a-z]$")]
Key = Annotated[str, Field(max_length=30, pattern=r"^[a-z]+(-[a-z]+)*$")]


class Dimension(StrEnum):
    """What can matter most; ids of values in the lexicon. Stored inside ids of weeks: never renamed."""

    PAY = "pay"
    SECURITY = "security"
    AUTONOMY = "autonomy"
    MEANING = "meaning"
    PEOPLE = "people"
    FLEXIBILITY = "flexibility"
    LEARNING = "learning"


@checked(frozen=True, slots=True, kw_only=True, config=STRICT)
class Poles:
    """One dimension in a sentence at its best, and in one where there is little of it."""

    strong: Sentence
    weak: Sentence


@dataclass(frozen=True, slots=True)
class Week:
    """A working week: what is strong in it, and what is weak."""

    strong: tuple[Dimension, ...]
    weak: tuple[Dimension, ...]

    @property
    def id(self) -> str:
        """What it is stored as: `pay+learning/people+meaning`."""
        return "/".join("+".join(side) for side in (self.strong, self.weak))

    @property
    def text(self) -> str:
        """Its description, one sentence for each dimension."""
        poles = weeks()
        return " ".join((*(poles[one].strong for one in self.strong), *(poles[one].weak for one in self.weak)))


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing to do, and the interest letter it stands for."""

    id: str
    letter: Interest
    text: str


def week_of(stored: str) -> Week:
    """Return the week an id names. Raises ValueError for one that names none."""
    strong, _, weak = stored.partition("/")
    return Week(
        *(tuple(Dimension(one) for one in side.split("+") if one) for side in (strong, weak)),
    )


@cache
def weeks() -> Mapping[Dimension, Poles]:
    """Return the sentences of every dimension."""
    document = _document("preferences.toml")
    found = TypeAdapter(dict[Dimension, Poles]).validate_python(document)
    return {one: found[one] for one in Dimension}


@cache
def statements() -> Mapping[str, Statement]:
    """Return the things to do by their ids, letter after letter."""
    document = TypeAdapter(dict[Interest, dict[Key, Thing]]).validate_python(_document("interests.toml"))
    return {key: Statement(key, letter, text) for letter in Interest for key, text in document[letter].items()}


def _document(name: str) -> dict[str, object]:
    """Return a data file without its version."""
    document = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    document.pop("version")
    return document
