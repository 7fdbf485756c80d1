"""Having answers read, and saying what is right about it."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib import room, work
from mosaic.lib.text import normalised
from mosaic.people import consent
from mosaic.people.models import Person
from ps101 import queries, tasks
from ps101.models import Context, Journey

WAITING = (work.WorkState.QUEUED, work.WorkState.RUNNING)


class NotCompleted(Exception):
    """Required prompts or gates are open; `open` names them in order."""

    def __init__(self, open_keys: tuple[str, ...]) -> None:
        super().__init__(open_keys)
        self.open = open_keys


@transaction.atomic
def request_context(person: Person, journey: Journey, *, with_model: bool = False) -> Context:
    """Have a journey read that is far enough. Raises NotCompleted.

    Unchanged answers are not read again, unless it is `with_model` and none has read them yet: one that waits for room
    is then tried at once.
    """
    unread = queries.standing_in(journey).unread
    if unread:
        raise NotCompleted(unread)
    Person.objects.select_for_update().get(pk=person.pk)
    context = queries.context_of(person, for_update=True) or Context.objects.create(person=person, journey=journey)
    is_another = context.journey_id != journey.pk
    is_read = not is_another and context.answers_digest == queries.answers_digest_of(journey)
    if is_read and queries.wait_for_room(context):
        if with_model:
            _try_now(person, context)
        return context
    if context.state in WAITING and not is_another and not room.is_waiting(context):
        # Whoever reads looks at this when it ends, and reads once more if the answers are others by then.
        Context.objects.filter(pk=context.pk).update(queued_at=timezone.now())
        if is_read:
            return context
    elif is_read and not (with_model and not context.model):
        return context
    else:
        _begin_anew(context, journey)
    transaction.on_commit(partial(tasks.extract_context.delay, str(context.pk)))
    return context


def _try_now(person: Person, context: Context) -> None:
    """Let a model's reading that waits for room be tried at once, whichever way it was allowed."""
    if room.try_now(context):
        transaction.on_commit(partial(tasks.extract_context.delay, str(context.pk)))
    held_up = consent.held_up_about(person, context.pk)
    if held_up:
        consent.send_soon(held_up)


def _begin_anew(context: Context, journey: Journey) -> None:
    """Queue a reading; what somebody said about another journey does not go with this one."""
    if context.journey_id != journey.pk:
        context.journey, context.problem_is_own, context.own_lines = journey, False, None
        context.save(update_fields=["journey", "problem_is_own", "own_lines"])
    work.requeue(context)


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
        context.confirmed_at, context.lists = timezone.now(), queries.lists_of(person)
        context.save(update_fields=["confirmed_at", "lists"])
        note(person, Happened.CONTEXT_CONFIRMED, context)
    return context


@transaction.atomic
def word_problem(person: Person, context: Context, *, text: str) -> Context:
    """Let the person put the problem in other words; later readings leave them."""
    context.problem_definition, context.problem_is_own = normalised(text).strip(), True
    context.save(update_fields=["problem_definition", "problem_is_own"])
    return context
