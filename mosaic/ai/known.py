"""What is known of a person that must not leave: asked of every app at every call, so that no purpose can forget it."""

from collections.abc import Callable

from mosaic.ai.domain.masking import Known
from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.queries import facts_of
from mosaic.people.models import Person

Telling = Callable[[Person], Known]
_tellings: list[Telling] = []


def register(telling: Telling) -> None:
    """Let an app say which names and contact data its rows hold."""
    _tellings.append(telling)


def known_of(person: Person) -> Known:
    """Return everything the apps know; also of facts that were removed, because their words may still stand elsewhere."""
    called = [fact.label for fact in facts_of(person).filter(kind=FactKind.PREFERRED_NAME)]
    told = [telling(person) for telling in _tellings]
    return Known(
        names=tuple(dict.fromkeys([*called, *(name for one in told for name in one.names)])),
        contacts=tuple(dict.fromkeys(contact for one in told for contact in one.contacts)),
    )
