"""What the things are called that steps are about, told by the apps that hold them."""

from collections.abc import Callable, Mapping
from uuid import UUID

from mosaic.people.models import Person

Teller = Callable[[Person], Mapping[UUID, str]]
_tellers: list[Teller] = []


def register(teller: Teller) -> None:
    """Let an app name the things of a person, all at once, by id."""
    _tellers.append(teller)


def names_of(person: Person) -> dict[UUID, str]:
    """Return what the things of a person are called."""
    return {pk: name for teller in _tellers for pk, name in teller(person).items()}
