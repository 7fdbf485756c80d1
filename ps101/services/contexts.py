"""Having answers read, and saying what is right about it."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib import work
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from ps101 import queries, tasks
from ps101.models import Context, Journey


class NotCompleted(Exception):
    """Required prompts or gates are open; `open` names them in order."""

    def __init__(self, open_keys: tuple[str, ...]) -> None:
        super().__init__(open_keys)
        self.open = open_keys


@transaction.atomic
def request_context(person: Person, journey: Journey) -> Context:
    """Have a journey read that is far enough; unchanged answers are not read again. Raises NotCompleted."""
    unread = queries.standing_in(journey).unread
    if unread:
        raise NotCompleted(unread)
    Person.objects.select_for_update().get(pk=person.pk)
    context = queries.context_of(person) or Context.objects.create(person=person, journey=journey)
    is_waiting = context.state in (work.WorkState.QUEUED, work.WorkState.RUNNING)
    if (
        context.journey_id == journey.pk
        and not is_waiting
        and context.answers_digest == queries.answers_digest_of(journey)
    ):
        return context
    if context.journey_id != journey.pk or not is_waiting:
        context.journey = journey
        context.save(update_fields=["journey"])
        work.requeue(context)
    transaction.on_commit(partial(tasks.extract_context.delay, str(context.pk)))
    return context


def read_when_ready(person: Person, journey: Journey | None) -> None:
    """Have a journey read for the first time as soon as it is far enough, though it goes on."""
    if (
        journey is None
        or journey.status == Journey.Status.COMPLETED
        or queries.flow_of(journey.flow).read_after is None
    ):
        return
    context = queries.context_of(person)
    is_read = context is not None and context.journey_id == journey.pk
    if not is_read and not queries.standing_in(journey).unread:
        request_context(person, journey)


@transaction.atomic
def confirm_context(person: Person, context: Context) -> Context:
    """Note that what was understood is right."""
    if context.confirmed_at is None:
        context.confirmed_at = timezone.now()
        context.save(update_fields=["confirmed_at"])
        note(person, Happened.CONTEXT_CONFIRMED, context)
    return context


@transaction.atomic
def word_problem(person: Person, context: Context, *, text: str) -> Context:
    """Let the person put the problem in other words."""
    context.problem_definition = normalised(text).strip()
    context.save(update_fields=["problem_definition"])
    return context
