"""What a person can do at this moment to raise a reading: never what is done, never what is out of reach."""

from collections.abc import Iterator

from mosaic.facts.queries import profile_of
from mosaic.journal.domain.names import Due, Happened
from mosaic.journal.queries import open_reminders_of
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.domain.experiments import Status
from ps101.models import Journey
from wimd.domain.metrics import Known
from wimd.queries.files import uploads_of

ALWAYS = (
    Known.VALUE,
    Known.GOAL,
    Known.SKILL,
    Known.STRENGTH,
    Known.OBSTACLE,
    Known.TARGET,
    Known.AGREED,
    Known.TALK,
    Happened.EXPERIMENT_DESIGNED,
    Happened.JOB_SAVED,
    Happened.APPLIED,
    Happened.FILE_READ,
)
FINISHED_BY_HAND = (Due.COMMITMENT,)


def doable_of(person: Person) -> frozenset[str]:
    """Return the codes of what can be done."""
    steps = (*ALWAYS, *_in_discovery(person), *_with_experiments(person), *_elsewhere(person))
    return frozenset(str(step) for step in steps)


def _in_discovery(person: Person) -> Iterator[str]:
    context, journey = discovery.context_of(person), discovery.latest_journey_of(person)
    is_read = context is not None and context.extracted_at is not None
    if context is None or is_read:
        yield Known.PROBLEM
    if context is not None and is_read and context.confirmed_at is None:
        yield Known.CONFIRMED
    is_open = journey is None or journey.status != Journey.Status.COMPLETED
    can_go_on = is_open and (journey is None or discovery.waiting_in(journey) is None)
    if can_go_on:
        yield Happened.JOURNEY_COMPLETED
    is_short = journey is not None and journey.flow.key == discovery.SHORT_FLOW and not is_open
    if can_go_on or is_short:
        yield Known.WHOLE_JOURNEY
    if can_go_on or (journey is not None and not is_open):
        yield Known.WANTED


def _with_experiments(person: Person) -> Iterator[str]:
    experiments = list(discovery.experiments_of(person))
    under_way = [one for one in experiments if one.status in (Status.DRAFT, Status.ACTIVE)]
    if any(one.status == Status.DRAFT for one in under_way) and not any(
        one.status == Status.ACTIVE for one in under_way
    ):
        yield Happened.EXPERIMENT_STARTED
    if under_way:
        yield Happened.EXPERIMENT_REVIEWED
    if any(action.done_at is None for one in under_way for action in one.actions.all()):
        yield Happened.ACTION_DONE


def _elsewhere(person: Person) -> Iterator[str]:
    if profile_of(person).skills or uploads_of(person).exists():
        yield Happened.VERSION_MADE
    if open_reminders_of(person).filter(kind__in=FINISHED_BY_HAND).exists():
        yield Happened.REMINDER_DONE
