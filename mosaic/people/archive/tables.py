"""A section that is one table: every column of every row, told apart by the kind of column."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import cast
from uuid import UUID

from django.db.models import ForeignKey, Model
from pydantic import TypeAdapter, ValidationError

from mosaic.people import files
from mosaic.people.archive import columns
from mosaic.people.archive.columns import Column
from mosaic.people.archive.names import Ids, Names, Path, renamed
from mosaic.people.archive.registry import Attached, Incoming, Outgoing, Pending, Row, Told, Words, sections
from mosaic.people.domain.archive import Refused, Why, file_path
from mosaic.people.models import Owned, Person

BATCH = 100
ALWAYS_LEFT_OUT = ("id", "person")
FILE_COLUMNS = ("name", "size", "sha256", "fingerprint")


@dataclass(frozen=True, slots=True)
class Key:
    """A column that names something everybody has: how it is written, and found again (None: it is not here)."""

    write: Callable[[Model], object]
    find: Callable[[object], object | None]


@dataclass(frozen=True, slots=True)
class Extra:
    """An answer written beside the columns, and its JSON Schema."""

    write: Callable[[Model], object]
    schema: Mapping[str, object] = field(default_factory=lambda: {"type": "boolean"})


@dataclass(frozen=True, slots=True)
class Table:
    """How one model's rows are taken along.

    `left_out` are columns that are made anew; `inner` are the places of ids inside JSON columns; `shapes`
    check JSON columns; `settled` are values that mean something else once they have left; `extras` are
    answers written beside the columns, which an import passes over; `prepare` fills in rows before they are stored and
    `afterwards` when everything is there; with `folder` each row has a file.
    """

    name: str
    kind: str
    title: Words
    model: type[Owned]
    left_out: frozenset[str] = frozenset()
    keys: Mapping[str, Key] = field(default_factory=dict)
    inner: Mapping[str, Sequence[Path]] = field(default_factory=dict)
    shapes: Mapping[str, TypeAdapter[object]] = field(default_factory=dict)
    settled: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    extras: Mapping[str, Extra] = field(default_factory=dict)
    prepare: Callable[[Person, list[Model]], None] | None = None
    afterwards: Callable[[Person, list[Pending]], None] | None = None
    tell: Callable[[Person], Iterable[Told]] | None = None
    folder: str = ""

    @property
    def models(self) -> tuple[type[Model], ...]:
        """The one model."""
        return (self.model,)

    @property
    def columns(self) -> list[Column]:
        """The columns that are taken along."""
        away = {*ALWAYS_LEFT_OUT, *self.left_out, *(FILE_COLUMNS if self.folder else ())}
        return [cast(Column, one) for one in self.model._meta.concrete_fields if one.name not in away]

    def order(self, person: Person, names: Names) -> list[UUID]:
        """Return the rows in the order of their making; at the same moment by what they say."""
        made = self.model._default_manager.filter(person=person).order_by("created_at", "pk")
        ordered: list[UUID] = []
        for _, tied in groupby(made.values_list("created_at", "pk"), key=itemgetter(0)):
            pks = [pk for _, pk in tied]
            ordered += pks if len(pks) == 1 else sorted(pks, key=self._saying(pks, names).__getitem__)
        return ordered

    def _saying(self, pks: list[UUID], names: Names) -> dict[UUID, str]:
        rows = self.model._default_manager.in_bulk(pks)
        known = cast(Names, _KnownOnly(names))
        return {pk: json.dumps(self._row(row, known), sort_keys=True) for pk, row in rows.items()}

    def encode(self, pks: list[UUID], out: Outgoing) -> Iterator[tuple[UUID, Row]]:
        """Yield the rows as JSON, a batch in memory at a time."""
        for start in range(0, len(pks), BATCH):
            chunk = pks[start : start + BATCH]
            rows = self.model._default_manager.filter(person=out.person).in_bulk(chunk)
            for number, pk in enumerate(chunk, start=start + 1):
                row = self._row(rows[pk], out.names)
                if self.folder:
                    row["file"] = self._attach(rows[pk], number, out)
                yield pk, {"id": out.names.of(pk)} | row

    def _row(self, row: Model, names: Names) -> Row:
        found = {column.name: self._value(row, column, names) for column in self.columns}
        return found | {name: extra.write(row) for name, extra in self.extras.items()}

    def _value(self, row: Model, column: Column, names: Names) -> object:
        if column.name in self.keys:
            return self.keys[column.name].write(row)
        value = columns.written(getattr(row, column.attname), names)
        for path in self.inner.get(column.name, ()):
            value = renamed(value, path, _named(names))
        return self._settled(column, value)

    def _settled(self, column: Column, value: object) -> object:
        return self.settled.get(column.name, {}).get(value, value) if isinstance(value, str) else value

    def _attach(self, row: Model, number: int, out: Outgoing) -> str:
        name, size, sha256, filename = (getattr(row, one) for one in ("name", "size", "sha256", "filename"))
        attached = Attached(file_path(self.folder, number, filename), name, size, sha256)
        (out.files if files.is_there(name) else out.missing).append(attached)
        return attached.path

    def claim(self, rows: list[Row], incoming: Incoming) -> None:
        """Give every row a new id."""
        for number, row in enumerate(rows):
            incoming.ids.take(row.get("id"), self.kind, f"{self.name}[{number}].id")

    def decode(self, rows: list[Row], incoming: Incoming) -> list[Pending]:
        """Return model instances. Raises Refused."""
        pending = [self._decoded(row, f"{self.name}[{number}]", incoming) for number, row in enumerate(rows)]
        if self.prepare:
            self.prepare(incoming.person, [one.row for one in pending])
        return pending

    def _decoded(self, row: Row, where: str, incoming: Incoming) -> Pending:
        made = self.model(id=incoming.ids.of(row["id"], where), person=incoming.person)
        for column in self.columns:
            if column.name in row:
                setattr(made, column.attname, self._read(column, row[column.name], f"{where}.{column.name}", incoming))
            elif not column.has_default() and not column.null and not column.blank:
                raise Refused(Why.WRONG_TYPE, f"{where}.{column.name}")
        if self.folder:
            self._take_file(made, row, where, incoming)
        known = {"id", "file", *self.extras, *(column.name for column in self.columns)}
        return Pending(made, row, {name: value for name, value in row.items() if name not in known})

    def _read(self, column: Column, value: object, where: str, incoming: Incoming) -> object:
        if column.name in self.keys:
            found = self.keys[column.name].find(value)
            if found is None:
                raise Refused(Why.UNKNOWN_ID, where)
            return found
        if isinstance(column, ForeignKey):
            return self._read_key(column, value, where, incoming.ids)
        found = columns.read(column, value, incoming.ids, where)
        return self._checked(column, self._settled(column, found), where, incoming.ids)

    def _read_key(self, column: "ForeignKey[object, object]", value: object, where: str, ids: Ids) -> UUID | None:
        if value is None and column.null:
            return None
        return ids.of(value, where, _kind_of_model(column.related_model))

    def _checked(self, column: Column, value: object, where: str, ids: Ids) -> object:
        if column.name in self.shapes and value is not None:
            try:
                self.shapes[column.name].validate_python(value)
            except ValidationError as error:
                raise Refused(Why.WRONG_TYPE, where) from error
        for path in self.inner.get(column.name, ()):
            value = renamed(value, path, lambda one: str(ids.of(one, where)))
        return value

    def _take_file(self, made: Owned, row: Row, where: str, incoming: Incoming) -> None:
        kept = incoming.files.pop(str(row.get("file")), None)
        if kept is None:
            raise Refused(Why.MISSING_FILE, where)
        for name in FILE_COLUMNS:
            setattr(made, name, getattr(kept, name))

    def store(self, person: Person, pending: list[Pending]) -> None:
        """Store the rows."""
        self.model._default_manager.bulk_create([cast(Owned, one.row) for one in pending], batch_size=BATCH)

    def settle(self, person: Person, pending: list[Pending]) -> None:
        """Bring up to date what depends on everything being there."""
        if self.afterwards:
            self.afterwards(person, pending)

    def is_empty(self, person: Person) -> bool:
        """Whether a person has no such row."""
        return not self.model._default_manager.filter(person=person).exists()

    def told(self, person: Person) -> Iterable[Told]:
        """Yield the rows in words."""
        return self.tell(person) if self.tell else ()

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of a row."""
        found: dict[str, object] = {"id": {"type": "string", "pattern": f"^{self.kind}-[1-9][0-9]*$"}}
        for column in self.columns:
            found[column.name] = {} if column.name in self.keys else columns.schema(column)
        found |= {name: dict(extra.schema) for name, extra in self.extras.items()}
        if self.folder:
            found["file"] = {"type": "string", "description": "a path listed in `files` or in `missing`"}
        about = (self.model.__doc__ or "").strip().splitlines()[0]
        return {"type": "object", "description": about, "properties": found, "required": list(found)}


class _KnownOnly:
    """Names of rows of earlier sections alone: what comes later has no name yet."""

    def __init__(self, names: Names) -> None:
        self.of = names.known


def _kind_of_model(model: type[Model]) -> str:
    return next(section.kind for section in sections() if model in section.models)


def _named(names: Names) -> Callable[[object], str]:
    def rename(one: object) -> str:
        try:
            return names.of(UUID(str(one)))
        except ValueError:
            return ""  # never an id, so nobody's

    return rename
