"""Where the words behind facts can be looked at, registered by the apps that hold them.

A page says of each quote where it comes from, and leads there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from mosaic.facts.models import SourceKind
from mosaic.people.models import Person


@dataclass(frozen=True, slots=True)
class Origin:
    """What a page says of a source, and its address; `has_places` where that page marks each quote."""

    words: str
    url: str
    has_places: bool = False

    def at(self, start: int, end: int) -> "Origin":
        """Return the origin with the address of one place in its text."""
        return replace(self, url=f"{self.url}#{place_of(start, end)}") if self.has_places else self


def place_of(start: int, end: int) -> str:
    """Return the id under which a page marks a stretch of a source's text."""
    return f"said-{start}-{end}"


Origins = Mapping[tuple[str, UUID], Origin]
_tellers: list[Callable[[Person], Mapping[tuple[SourceKind, UUID], Origin]]] = []


def register(teller: Callable[[Person], Mapping[tuple[SourceKind, UUID], Origin]]) -> None:
    """Let an app tell of a person's sources, all at once."""
    _tellers.append(teller)


def origins_of(person: Person) -> Origins:
    """Return the origins of a person's quotes by kind and id of their source."""
    return {(kind.value, pk): origin for teller in _tellers for (kind, pk), origin in teller(person).items()}
