"""Which rows name a file in the storage. Each app registers its own in `ready()`."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Sum

from mosaic.people.models import Owned


@dataclass(frozen=True, slots=True)
class Kind:
    """A model whose rows each name one stored file, and the columns that hold its name and size."""

    model: type[Owned]
    name: str = "name"
    size: str = "size"


_kinds: list[Kind] = []


def register(kind: Kind) -> None:
    """Let the files of a model be counted and swept."""
    _kinds.append(kind)


def names_among(names: list[str]) -> set[str]:
    """Return those names that a row still holds."""
    held: set[str] = set()
    for kind in _kinds:
        rows = kind.model._default_manager.filter(**{f"{kind.name}__in": names})
        held |= set(rows.values_list(kind.name, flat=True))
    return held


def rows() -> Iterator[tuple[UUID, str]]:
    """Yield (person, name) of every row with a file, without holding them all."""
    for kind in _kinds:
        yield from kind.model._default_manager.values_list("person_id", kind.name).iterator(chunk_size=500)


def bytes_used() -> int:
    """Return the bytes of everybody's files."""
    sums = (kind.model._default_manager.aggregate(total=Sum(kind.size))["total"] for kind in _kinds)
    return sum(total or 0 for total in sums)


def bytes_free() -> int:
    """Return how many bytes of files the whole instance still takes."""
    return max(0, int(settings.INSTANCE_LIMIT) - bytes_used())
