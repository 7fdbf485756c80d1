"""What the readings count: what happened, and what is known."""

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.queries import standing_facts_of
from mosaic.journal.domain.names import Happened
from mosaic.journal.models import Event
from mosaic.journal.queries import events_of
from mosaic.people.models import Person
from ps101 import queries as discovery
from wimd.domain.metrics import Known, Step, Thing


def steps_of(person: Person) -> list[Step]:
    """Return what happened, for the readings."""
    events = Event.objects.filter(person=person).values_list("name", "created_at", "subject_id")
    return [Step(Happened(name), at, str(subject or "")) for name, at, subject in events]


def things_of(person: Person) -> list[Thing]:
    """Return what is known and since when, for the readings."""
    counted = {
        (FactKind.VALUE, Polarity.WANTS): Known.VALUE,
        (FactKind.SKILL, Polarity.HAS): Known.SKILL,
        (FactKind.STRENGTH, Polarity.HAS): Known.STRENGTH,
        (FactKind.ENERGISER, Polarity.HAS): Known.STRENGTH,
        (FactKind.OBSTACLE, Polarity.HAS): Known.OBSTACLE,
        (FactKind.GOAL, Polarity.WANTS): Known.WANTED,
        (FactKind.ROLE, Polarity.WANTS): Known.TARGET,
    }
    facts = standing_facts_of(person).values_list("kind", "polarity", "created_at")
    pairs = ((counted.get((FactKind(kind), Polarity(polarity))), at) for kind, polarity, at in facts)
    things = [Thing(known, at) for known, at in pairs if known]
    context = discovery.context_of(person)
    if context and context.extracted_at and context.problem_definition:
        things.append(Thing(Known.PROBLEM, context.extracted_at))
    if context and context.confirmed_at:
        things.append(Thing(Known.CONFIRMED, context.confirmed_at))
    if context and context.extracted_at and not context.is_provisional:
        things.append(Thing(Known.WHOLE_JOURNEY, context.extracted_at))
    saved = events_of(person, Happened.JOB_SAVED).last()
    if saved:
        things.append(Thing(Known.TARGET, saved.created_at))
    return things
