"""Reading a journey into a context: by rules at once, then by a model where its person lets one see their words."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from mosaic.ai import door
from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.sending import NotAnswered
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib import metrics, room, work
from mosaic.people import consent
from mosaic.people.models import AIReceipt, Person
from ps101 import joining, queries, reading
from ps101.domain.extraction import understand
from ps101.models import Context, EarlierContext
from ps101.reading import Heard

BUILT_IN = "built-in"
FULL_FLOW = "discovery"
WAITS, OVERTAKEN = "waits", "overtaken"
LEASE = timedelta(minutes=10)
"""Two providers, each tried a few times and perhaps asked for a second answer, take no longer."""


def extract(context_id: UUID) -> bool:
    """Read the answers of a context's journey; return whether somebody asked for more meanwhile.

    Doing it twice changes nothing. What rules find is stored before a model is waited for, outside any transaction;
    where there is no room to ask one, the reading stands and the row waits for it.
    """
    context = work.claim(Context, context_id, lease=LEASE)
    if context is None:
        return False
    asked_at, is_first = context.queued_at, context.waits_since is None
    outcome = _read(context)
    if outcome == WAITS:
        if is_first:
            metrics.EXTRACTIONS.labels(context.source, outcome).inc()
        return False
    if not Context.objects.filter(pk=context.pk).exists() or not work.finish(context):
        return False
    metrics.EXTRACTIONS.labels(context.source, outcome).inc()
    return _is_asked_again(context, asked_at)


def _read(context: Context) -> str:
    """Let rules read what they have not read yet, then a model; return how it went in a word."""
    has_stood = queries.is_current(context)
    # Answers that were changed while a model's reading waited are read when somebody asks for it.
    if not has_stood and (context.waits_since or not _read_by_rules(context)):
        return OVERTAKEN
    return _let_a_model_read(context, has_stood=has_stood)


def use_approved(receipt: AIReceipt) -> None:
    """Let a model read what somebody has said yes to, and keep what it found."""
    context = Context.objects.filter(person=receipt.person, pk=receipt.subject).first() if receipt.subject else None
    if context is None or not context.extracted_at:
        return
    try:
        heard = reading.ask_approved(receipt, context)
    except NotAnswered as none:
        # Without room it stays approved, and is sent later.
        if not none.has_no_room:
            _note_missing(context, degraded=none.degraded)
            metrics.EXTRACTIONS.labels(BUILT_IN, none.why.value).inc()
        return
    _keep(context, heard, Context.objects.filter(attempts=context.attempts), has_stood=True)
    metrics.EXTRACTIONS.labels(heard.by.provider, "approved").inc()


def _read_by_rules(context: Context) -> bool:
    """Store what rules find; False when another worker has taken over."""
    journey = context.journey
    answers_digest = queries.answers_digest_of(journey)
    understood = understand(queries.texts_in(journey), smallest=reading.smallest())
    with transaction.atomic():
        person = Person.objects.select_for_update().get(pk=context.person_id)
        if not work.still_mine(context):
            return False
        # What the person worded or left out in between counts.
        context.refresh_from_db()
        _keep_earlier(context)
        joining.put(context, understood)
        context.answers_digest, context.source = answers_digest, BUILT_IN
        context.model, context.prompt, context.degraded = "", "", False
        context.flow_name = f"{journey.flow.key}/{journey.flow.version}"
        context.is_provisional = journey.flow.key != FULL_FLOW or journey.completed_at is None
        context.extracted_at, context.confirmed_at = timezone.now(), None
        context.lists = queries.lists_of(person)
        context.save()
        note(person, Happened.CONTEXT_MADE, context, source=BUILT_IN, provisional=context.is_provisional)
    return True


def _let_a_model_read(context: Context, *, has_stood: bool) -> str:
    """Join what a model finds, if one may be asked; return how it went in a word."""
    _take_back(context, has_stood=has_stood)
    try:
        door.allowed(context.person, Purpose.EXTRACT)
        heard = reading.ask(context)
    except NotAnswered as none:
        _note_missing(context, degraded=none.degraded)
        return WAITS if none.has_no_room and _waits(context) else none.why.value
    claimed = Context.objects.filter(state=work.WorkState.RUNNING, attempts=context.attempts)
    return "done" if _keep(context, heard, claimed, has_stood=has_stood) else "dropped"


@transaction.atomic
def _waits(context: Context) -> bool:
    """Let a model's reading wait for room, unless its person is gone, the answers are others, or a day is over."""
    person = Person.objects.select_for_update().filter(pk=context.person_id).first()
    return person is not None and queries.is_current(context) and room.wait(context)


def _keep(context: Context, heard: Heard, rows: QuerySet[Context], *, has_stood: bool) -> bool:
    """Join a model's reading with what stands, unless its person erased everything, or it is no more in `rows`.

    What somebody may have looked at (`has_stood`) is put away as an earlier reading first.
    """
    with transaction.atomic():
        person = Person.objects.select_for_update().filter(pk=context.person_id).first()
        now = rows.select_for_update().filter(pk=context.pk).first()
        if person is None or now is None or now.journey_id != context.journey_id:
            return False
        if has_stood:
            _keep_earlier(now)
            now.extracted_at = timezone.now()
        joining.join(person, now, heard)
        context.refresh_from_db()
    return True


def _note_missing(context: Context, *, degraded: bool) -> None:
    """Write down whether a model was wanted and could not be had."""
    Context.objects.filter(pk=context.pk).update(degraded=degraded)


def _take_back(context: Context, *, has_stood: bool) -> None:
    """A text that was not sent yet holds the answers as they were; another will take its place."""
    waiting = consent.waiting_about(context.person, [context.pk]).get(context.pk)
    if waiting:
        consent.decide(context.person, waiting.pk, send=False)
    if not has_stood:
        consent.take_back(context.person, context.pk)


def _keep_earlier(context: Context) -> None:
    """Put away what was understood before."""
    if context.extracted_at is None:
        return
    EarlierContext.objects.create(
        person_id=context.person_id, journey_id=context.journey_id, document=queries.document_of(context),
        source=context.source, model=context.model, prompt=context.prompt, flow_name=context.flow_name,
        is_provisional=context.is_provisional, extracted_at=context.extracted_at, confirmed_at=context.confirmed_at,
    )  # fmt: skip


def _is_asked_again(context: Context, asked_at: datetime) -> bool:
    """Whether a reading was asked for while this one went on, of answers that are others by now."""
    if context.queued_at == asked_at or queries.is_current(context):
        return False
    work.requeue(context)
    return True
