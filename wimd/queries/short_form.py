"""What the short form knows already: which facts fill which field."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.models import Fact
from mosaic.facts.queries import amount_of, standing_facts_of
from mosaic.people.models import Person
from wimd.domain.agenda import Item
from wimd.domain.short_form import SEVERAL, Answers, Field, answers_in, as_filled, field_of
from wimd.domain.stated import Statement

KINDS: dict[Item, tuple[FactKind, ...]] = {
    Item.VALUES: (FactKind.VALUE,),
    Item.GOALS: (FactKind.GOAL,),
    Item.PLACE: (FactKind.LOCATION, FactKind.REMOTE),
    Item.PAY: (FactKind.PAY,),
    Item.HOURS: (FactKind.HOURS,),
    Item.PERMISSION: (FactKind.WORK_PERMISSION,),
    Item.PEOPLE: (FactKind.NETWORK,),
    Item.TIME_AND_MONEY: (FactKind.RUNWAY,),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A fact that fills a field, and what it states."""

    fact: Fact
    statement: Statement
    amount: float


@dataclass(frozen=True, slots=True)
class Filled:
    """The facts behind each field, and what else was said that no field holds."""

    fields: dict[Field, Sequence[Held]]
    said: Sequence[Fact]

    @property
    def answers(self) -> Answers:
        """What stands in the fields."""
        held = {field: [one.statement for one in row] for field, row in self.fields.items()}
        return answers_in(held, next((one.amount for one in self.fields[Field.HOURS]), 0))


def filled_of(person: Person) -> Filled:
    """Return what fills the form; of several things in a field for one, what its person said themselves, the latest."""
    facts = list(standing_facts_of(person, *(kind for kinds in KINDS.values() for kind in kinds)))
    found: dict[Field, list[Held]] = {field: [] for field in Field}
    for fact in sorted(facts, key=lambda fact: (fact.status == Status.SUGGESTED, -fact.changed_at.timestamp())):
        held = _held(fact)
        field = field_of(held.statement, held.amount)
        if field and (field in SEVERAL or not found[field]):
            found[field].append(replace(held, statement=as_filled(held.statement, held.amount)))
    for field in SEVERAL:
        found[field].sort(key=lambda held: (held.fact.created_at, held.fact.pk))
    taken = {held.fact.pk for row in found.values() for held in row}
    return Filled({**found}, [fact for fact in facts if fact.pk not in taken])


def _held(fact: Fact) -> Held:
    statement = Statement(FactKind(fact.kind), Polarity(fact.polarity), fact.label, fact.lexicon_id, fact.aspect)
    return Held(fact, statement, amount_of(fact))
