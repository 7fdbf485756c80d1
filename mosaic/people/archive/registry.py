"""What the apps hold of a person, for taking it along. Each app registers its own in `ready()`.

Every model that belongs to a person is either a section's or left out with a reason; a test compares.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from django.db.models import Model
from django.utils.functional import Promise

from mosaic.people.archive.names import Ids, Names
from mosaic.people.models import Person

Row = dict[str, object]
Words = Promise | str


@dataclass(frozen=True, slots=True)
class Told:
    """One thing of a person in words: what it is, and lines of label and text."""

    title: Words
    lines: tuple[tuple[Words, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes along: its path in the archive, where its sealed bytes lie, and what they are."""

    path: str
    name: str
    size: int
    sha256: str


@dataclass(slots=True)
class Outgoing:
    """An archive being written: the files that go along, and those whose bytes the storage has lost."""

    person: Person
    names: Names = field(default_factory=Names)
    files: list[Attached] = field(default_factory=list)
    missing: list[Attached] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of an archive that lies sealed in the storage already, or was lost before it left."""

    name: str
    size: int
    sha256: str
    fingerprint: str


@dataclass(slots=True)
class Incoming:
    """An archive being taken in by an empty person."""

    person: Person
    files: dict[str, Kept] = field(default_factory=dict)
    ids: Ids = field(default_factory=Ids)


@dataclass(frozen=True, slots=True)
class Pending:
    """A row that is valid and waits to be stored, what the archive said of it, and what nobody here knows."""

    row: Model
    said: Row
    newer: Row


class Section(Protocol):
    """One list of an archive."""

    @property
    def name(self) -> str:
        """The list's name in `mosaic.json`."""

    @property
    def kind(self) -> str:
        """What its rows are called: `fact` for `fact-17`."""

    @property
    def title(self) -> Words:
        """What a person calls it."""

    @property
    def models(self) -> tuple[type[Model], ...]:
        """The models whose rows stand in it."""

    def order(self, person: Person, names: Names) -> list[UUID]:
        """Return the rows in an order that is the same after an import."""

    def encode(self, pks: list[UUID], out: Outgoing) -> Iterator[tuple[UUID, Row]]:
        """Yield each row as JSON."""

    def claim(self, rows: list[Row], incoming: Incoming) -> None:
        """Give every row its id."""

    def decode(self, rows: list[Row], incoming: Incoming) -> list[Pending]:
        """Return the rows to store. Raises Refused; writes nothing."""

    def store(self, person: Person, pending: list[Pending]) -> None:
        """Store what was decoded."""

    def settle(self, person: Person, pending: list[Pending]) -> None:
        """Bring up to date what depends on everything being there."""

    def is_empty(self, person: Person) -> bool:
        """Whether a person has none of it."""

    def told(self, person: Person) -> Iterable[Told]:
        """Yield it in words."""

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of one row."""


Copies = Callable[[Person], Iterator[tuple[str, bytes]]]

_sections: list[Section] = []
_left_out: dict[type[Model], str] = {}
_copies: list[Copies] = []


def register(section: Section) -> None:
    """Let something be taken along. What others point at is registered first."""
    _sections.append(section)


def leave_out(model: type[Model], why: str) -> None:
    """Say why a model's rows stay behind."""
    _left_out[model] = why


def add_copies(copies: Copies) -> None:
    """Put files for people beside the data: path and bytes of each."""
    _copies.append(copies)


def sections() -> tuple[Section, ...]:
    """Return every section in order."""
    return tuple(_sections)


def left_out() -> dict[type[Model], str]:
    """Return what stays behind, with the reasons."""
    return dict(_left_out)


def copies_for(person: Person) -> Iterator[tuple[str, bytes]]:
    """Yield the files for people."""
    for copies in _copies:
        yield from copies(person)
