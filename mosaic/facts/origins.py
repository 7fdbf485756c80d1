"""Where the words behind facts can be looked at, registered by the apps that hold them.

A page says of each quote where it comes from, and leads there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from mosaic.facts.models import SourceKind
from mosaic.people.models import Person


@dataclass(frozen=True, slots=True)
class Origin:
    """What a page says of a source, and its address."""

    words: str
    url: str


Origins = Mapping[tuple[str, UUID], Origin]
_tellers: list[Callable[[Person], Mapping[tuple[SourceKind, UUID], Origin]]] = []


def register(teller: Callable[[Person], Mapping[tuple[SourceKind, UUID], Origin]]) -> None:
    """Let an app tell of a person's sources, all at once."""
    _tellers.append(teller)


def origins_of(person: Person) -> Origins:
    """Return the origins of a person's quotes by kind and id of their source."""
    return {(kind.value, pk): origin for teller in _tellers for (kind, pk), origin in teller(person).items()}
