"""One column of a row, as JSON and back."""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    Field,
    FloatField,
    ForeignKey,
    IntegerField,
    JSONField,
    UUIDField,
)
from django.utils.dateparse import parse_date, parse_datetime

from mosaic.people.archive.names import Ids, Names
from mosaic.people.domain.archive import CODE, LOCAL_ID, Refused, Why
from mosaic.people.sealed import SealedJSONField, SealedTextField

Column = Field[object, object]
YEARS = range(1990, 2200)


def written(value: object, names: Names) -> object:
    """Return a column's value as JSON."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case UUID():
            return names.of(value)
        case str():
            return str(value)
        case _:
            return value


def read(column: Column, value: object, ids: Ids, where: str) -> object:
    """Return what to keep in a column. Raises Refused for what does not belong there."""
    if value is None:
        if not column.null:
            raise Refused(Why.WRONG_TYPE, where)
        return None
    if isinstance(column, UUIDField):
        return ids.of(value, where)
    found = _reader(column)(value)
    if found is None:
        raise Refused(Why.WRONG_TYPE, where)
    _check_rules(column, found, where)
    return found


def _reader(column: Column) -> Callable[[object], object]:
    for kind, reader in _READERS:
        if isinstance(column, kind):
            return reader
    raise TypeError(f"{column}: say how it is read from an archive")


def _check_rules(column: Column, value: object, where: str) -> None:
    """Hold a value to the column's choices, length and range."""
    codes = [code for code, _ in column.flatchoices]
    if codes and value not in codes and not (value == "" and column.blank):
        raise Refused(Why.WRONG_TYPE, where)
    try:
        column.run_validators(value)
    except ValidationError as error:
        raise Refused(Why.WRONG_TYPE, where) from error


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _code(value: object) -> str | None:
    return value if isinstance(value, str) and CODE.match(value) else None


def _codes(value: object) -> object:
    """Return a plain JSON value when it holds nothing but codes and numbers."""
    match value:
        case dict():
            is_fine = all(_code(name) is not None and _is_plain(inner) for name, inner in value.items())
        case list():
            is_fine = all(map(_is_plain, value))
        case _:
            is_fine = False
    return value if is_fine else None


def _is_plain(value: object) -> bool:
    if isinstance(value, int):
        return abs(value) < 2**53
    return value is None or _code(value) is not None or _number(value) is not None


def _moment(value: object) -> datetime | None:
    try:
        found = parse_datetime(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found and found.tzinfo and found.year in YEARS else None


def _day(value: object) -> date | None:
    try:
        found = parse_date(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found and found.year in YEARS else None


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63 else None


def _number(value: object) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and math.isfinite(value) else None  # type: ignore[arg-type,return-value]  # told just before


def _yes_or_no(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _document(value: object) -> object:
    return value if isinstance(value, dict | list) else None


_READERS: tuple[tuple[type[Any], Callable[[object], object]], ...] = (
    (SealedTextField, _text),
    (SealedJSONField, _document),
    (JSONField, _codes),
    (DateTimeField, _moment),
    (DateField, _day),
    (BooleanField, _yes_or_no),
    (IntegerField, _whole),
    (FloatField, _number),
    (CharField, _code),
)


def schema(column: Column) -> dict[str, object]:
    """Return the JSON Schema of a column."""
    found = dict(_shape(column))
    codes = [code for code, _ in column.flatchoices]
    if codes:
        found["enum"] = [str(code) for code in codes] + ([""] if column.blank and "" not in codes else [])
    if column.null:
        found = {"anyOf": [found, {"type": "null"}]}
    return found


def _shape(column: Column) -> dict[str, object]:
    if isinstance(column, UUIDField | ForeignKey):
        return {"type": "string", "pattern": LOCAL_ID.pattern}
    return next(shape for kind, shape in _SHAPES if isinstance(column, kind))


_SHAPES: tuple[tuple[type[Any], dict[str, object]], ...] = (
    (SealedTextField, {"type": "string"}),
    (SealedJSONField, {"type": ["object", "array"]}),
    (JSONField, {"type": ["object", "array"], "description": "codes and numbers only"}),
    (DateTimeField, {"type": "string", "format": "date-time"}),
    (DateField, {"type": "string", "format": "date"}),
    (BooleanField, {"type": "boolean"}),
    (IntegerField, {"type": "integer"}),
    (FloatField, {"type": "number"}),
    (CharField, {"type": "string", "pattern": CODE.pattern.replace("\\Z", "$")}),
)
