"""Local ids: inside an archive rows are called `fact-17`. Kept uuids would collide, and say who somebody was."""

from collections.abc import Callable, Mapping
from uuid import UUID, uuid4

from mosaic.people.domain.archive import GONE, Refused, Why, kind_of, local_id

Path = tuple[str, ...]
EVERY = "*"


class Names:
    """What rows are called in an archive being written."""

    def __init__(self) -> None:
        self._known: dict[UUID, str] = {}
        self._gone: dict[UUID, str] = {}

    def give(self, kind: str, rows: list[UUID]) -> None:
        """Name the rows of a section in their order."""
        for number, pk in enumerate(rows, start=1):
            self._known[pk] = local_id(kind, number)

    def of(self, pk: UUID) -> str:
        """Return a row's name; one that is there no more gets a name too, so that what was said of it stays."""
        if pk in self._known:
            return self._known[pk]
        return self._gone.setdefault(pk, local_id(GONE, len(self._gone) + 1))

    def known(self, pk: UUID) -> str:
        """Return the name of a row named before, else "": for ordering, which must name nothing."""
        return self._known.get(pk, "")


class Ids:
    """Which new id each local id of an archive stands for."""

    def __init__(self) -> None:
        self._ids: dict[str, UUID] = {}

    def take(self, name: object, kind: str, where: str, pk: UUID | None = None) -> UUID:
        """Give a row its id. Raises Refused for a name that is none, or is taken."""
        if not isinstance(name, str) or kind_of(name) != kind or name in self._ids:
            raise Refused(Why.WRONG_TYPE, where)
        return self._ids.setdefault(name, pk or uuid4())

    def of(self, name: object, where: str, kind: str = "") -> UUID:
        """Return the id of a row of this archive, of one kind if it is said. Raises Refused for any other."""
        if not isinstance(name, str) or (kind and kind_of(name) != kind):
            raise Refused(Why.UNKNOWN_ID, where)
        if kind_of(name) == GONE:
            return self._ids.setdefault(name, uuid4())
        if name not in self._ids:
            raise Refused(Why.UNKNOWN_ID, where)
        return self._ids[name]


def renamed(value: object, path: Path, rename: Callable[[object], str]) -> object:
    """Return a JSON value with what stands at a path given another name; `*` is every part."""
    if not path:
        return rename(value) if value else value
    part, rest = path[0], path[1:]
    if isinstance(value, Mapping):
        return {name: renamed(inner, rest, rename) if part in (EVERY, name) else inner for name, inner in value.items()}
    if isinstance(value, list) and part == EVERY:
        return [renamed(inner, rest, rename) for inner in value]
    return value
