"""What the pages of things somebody has done show."""

from collections.abc import Iterable
from dataclasses import dataclass

from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.models import Evidence, Fact
from mosaic.people.models import Person
from ps101 import queries
from ps101.models import Experience
from ps101.pages.journeys import Shown


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing an experience shows, with its words in it."""

    fact: Fact
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An experience and what it shows."""

    experience: Experience
    traits: tuple[Trait, ...]


def experiences(person: Person) -> Shown:
    """Return everything somebody told, with what it shows."""
    return {"told": told(person, queries.experiences_of(person)), "has_context": queries.has_context(person)}


def told(person: Person, rows: Iterable[Experience]) -> list[Told]:
    """Return experiences with what each of them shows."""
    listed = list(rows)
    shown = queries.shown_by(person, listed)
    return [Told(one, tuple(_traits(shown.get(one.pk, [])))) for one in listed]


def _traits(shown: list[Evidence]) -> Iterable[Trait]:
    # That it was done, and for how long, is said by the experience itself.
    facts = {evidence.fact_id: evidence.fact for evidence in shown if evidence.fact.kind != FactKind.EXPERIENCE}
    for pk, fact in facts.items():
        yield Trait(fact, tuple(one for one in shown if one.fact_id == pk))
