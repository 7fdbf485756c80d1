"""What a language model may see of a person: nothing, each text after a look at it, or masked texts as they come.

Whoever sends asks here first and notes here afterwards; the mode is read again at the moment of sending.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from mosaic.lib import room
from mosaic.people.models import AIMode, AIReceipt, Person

State = AIReceipt.State
KEPT_WAITING = room.KEPT
AT_ONCE = timedelta(seconds=20)
LONGEST_ANSWER = timedelta(minutes=6)
Listener = Callable[[AIReceipt], object]

_listeners: list[Listener] = []


@dataclass(frozen=True, slots=True)
class Media:
    """A recording or a picture of a person: what it is in words without its name, and the id of its file."""

    person: Person
    about: str
    subject: UUID


class NotAllowed(Exception):
    """The person's mode does not let anything be sent."""


class UnknownReceipt(LookupError):
    """Nobody's receipt, or somebody else's."""


class AlreadyDecided(Exception):
    """It was decided before, or has waited for more than a day."""


def when_approved(listener: Listener) -> None:
    """Let the sending side hear of every approval, after it is stored."""
    _listeners.append(listener)


@transaction.atomic
def set_mode(person: Person, mode: AIMode) -> None:
    """Choose what is allowed. Turning it off declines whatever still waits; work that waits for room learns of it."""
    Person.objects.filter(pk=person.pk).update(ai_mode=mode)
    person.ai_mode = mode
    if mode == AIMode.OFF:
        undecided = receipts_of(person).filter(state__in=(State.WAITING, State.APPROVED))
        undecided.update(state=State.DECLINED, decided_at=timezone.now(), request=None)
    room.look_again(person.pk)


def mode_of(person: Person) -> AIMode:
    """Return the mode as it is now, not as it was when the request began; somebody erased meanwhile allows nothing."""
    return AIMode(Person.objects.filter(pk=person.pk).values_list("ai_mode", flat=True).first() or AIMode.OFF)


def ask(person: Person, *, provider: str, model: str, purpose: str, payload: str, **more: object) -> AIReceipt:
    """Keep a masked text until the person has looked at it. Raises NotAllowed unless the mode is *ask*.

    `more` may be `prompt`, `subject`, and `request`: what is to be sent once they say so.
    """
    if mode_of(person) != AIMode.ASK:
        raise NotAllowed
    return AIReceipt.objects.create(
        person=person, provider=provider, model=model, purpose=purpose, payload=payload, **more
    )


def agree_to_media(media: Media, *, provider: str, model: str, purpose: str) -> AIReceipt:
    """Keep a person's yes to sending one recording or picture as it is. Raises NotAllowed in mode *off*.

    An earlier yes to the same that was never used is taken back.
    """
    if mode_of(media.person) == AIMode.OFF:
        raise NotAllowed
    now = timezone.now()
    take_back(media.person, media.subject)
    return AIReceipt.objects.create(
        person=media.person,
        state=State.APPROVED,
        provider=provider,
        model=model,
        purpose=purpose,
        payload=media.about,
        subject=media.subject,
        is_unmasked_media=True,
        decided_at=now,
    )


def take_back(person: Person, subject: UUID) -> None:
    """Take back what was approved about something and not sent."""
    unused = receipts_of(person).filter(subject=subject, state=State.APPROVED)
    unused.update(state=State.DECLINED, decided_at=timezone.now(), request=None)


def approved_media(person: Person, subject: UUID) -> AIReceipt | None:
    """Return the yes to sending a recording or picture that was not used yet."""
    earliest = timezone.now() - KEPT_WAITING
    approved = receipts_of(person).filter(subject=subject, state=State.APPROVED, is_unmasked_media=True)
    return approved.filter(decided_at__gt=earliest).select_related("person").first()


def begin_sending(receipt: AIReceipt) -> None:
    """Claim an approved text for sending, once. Raises NotAllowed."""
    approved = AIReceipt.objects.filter(
        pk=receipt.pk, state=State.APPROVED, person__ai_mode__in=(AIMode.ASK, AIMode.ON)
    )
    if not approved.update(state=State.SENT, sent_at=timezone.now(), request=None):
        raise NotAllowed


def note_sending(person: Person, *, provider: str, model: str, purpose: str, payload: str, **more: object) -> AIReceipt:
    """Keep a receipt of what is about to be sent in mode *on*; `more` as in `ask`. Raises NotAllowed."""
    if mode_of(person) != AIMode.ON:
        raise NotAllowed
    now = timezone.now()
    return AIReceipt.objects.create(
        person=person,
        state=State.SENT,
        provider=provider,
        model=model,
        purpose=purpose,
        payload=payload,
        decided_at=now,
        sent_at=now,
        **more,
    )


def settle(receipt: AIReceipt, outcome: AIReceipt.Outcome, *, taken: int, given: int, micros: int) -> None:
    """Write down what became of what was sent, what it took and what it cost."""
    took = (timezone.now() - receipt.sent_at).total_seconds() if receipt.sent_at else None
    rows = AIReceipt.objects.filter(pk=receipt.pk)
    rows.update(outcome=outcome, taken=taken, given=given, micros=micros, took=took)


def note_used(receipt: AIReceipt) -> None:
    """Write down that an answer was used, where that was known only after it had come."""
    AIReceipt.objects.filter(pk=receipt.pk).update(outcome=AIReceipt.Outcome.ANSWERED)


def decide(person: Person, receipt_id: UUID, *, send: bool) -> AIReceipt:
    """Say yes or no to one waiting text. Raises UnknownReceipt, AlreadyDecided, NotAllowed."""
    receipt = receipt_for(person, receipt_id)
    if send and mode_of(person) == AIMode.OFF:
        raise NotAllowed
    state = State.APPROVED if send else State.DECLINED
    with transaction.atomic():
        waiting = waiting_of(person).filter(pk=receipt.pk)
        if not waiting.update(state=state, decided_at=timezone.now()):
            raise AlreadyDecided
        if not send:
            AIReceipt.objects.filter(pk=receipt.pk).update(request=None)
        receipt.refresh_from_db(fields=["state", "decided_at"])
        if send:
            transaction.on_commit(lambda: _tell(receipt))
    return receipt


def receipt_for(person: Person, receipt_id: UUID) -> AIReceipt:
    """Return one receipt of a person. Raises UnknownReceipt."""
    receipt = receipts_of(person).filter(pk=receipt_id).first()
    if receipt is None:
        raise UnknownReceipt
    return receipt


def receipts_of(person: Person) -> QuerySet[AIReceipt]:
    """Return everything that was or would have been sent, the latest first."""
    return AIReceipt.objects.filter(person=person).order_by("-created_at", "-pk")


def waiting_of(person: Person) -> QuerySet[AIReceipt]:
    """Return what waits for the person's word; after a day the built-in answer stands."""
    return receipts_of(person).filter(state=State.WAITING, created_at__gt=timezone.now() - KEPT_WAITING)


def waiting_about(person: Person, subjects: Iterable[UUID]) -> dict[UUID, AIReceipt]:
    """Return what waits for the person's word, by what it is about."""
    return {one.subject: one for one in waiting_of(person).filter(subject__in=list(subjects)) if one.subject}


def held_up_about(person: Person, subject: UUID) -> AIReceipt | None:
    """Return what was approved about something and could not be sent yet, because there was no room."""
    held_up = receipts_of(person).filter(subject=subject, state=State.APPROVED, due_at__isnull=False)
    return held_up.filter(decided_at__gt=timezone.now() - KEPT_WAITING).first()


def approved_before(moment: datetime) -> QuerySet[AIReceipt]:
    """Return texts that were approved before a moment, not sent since, and due: a worker was lost, or room was missing."""
    earliest = moment - KEPT_WAITING
    texts = AIReceipt.objects.filter(_is_due(moment), state=State.APPROVED, is_unmasked_media=False)
    return texts.filter(decided_at__lt=moment, decided_at__gt=earliest)


def due_for_sending(receipt_id: UUID) -> AIReceipt | None:
    """Return an approved text, unless it waits for a later moment."""
    due = AIReceipt.objects.filter(_is_due(timezone.now()), pk=receipt_id, state=State.APPROVED)
    return due.select_related("person").first()


def put_off(receipt: AIReceipt) -> None:
    """Let what could not be sent be tried again later, by the rules of whatever waits for room."""
    if receipt.decided_at is None:
        return
    unsent = AIReceipt.objects.filter(pk=receipt.pk, state=State.APPROVED)
    unsent.update(due_at=room.next_try(receipt.decided_at, timezone.now()))


def send_soon(receipt: AIReceipt) -> None:
    """Try once more, without waiting for its time, to send what was approved and there was no room for."""
    now = timezone.now()
    held_up = AIReceipt.objects.filter(pk=receipt.pk, state=State.APPROVED, due_at__gt=now)
    if held_up.update(due_at=now):
        transaction.on_commit(lambda: _tell(receipt))


def _tell(receipt: AIReceipt) -> None:
    for listener in _listeners:
        listener(receipt)


def _is_due(moment: datetime) -> Q:
    return Q(due_at__isnull=True) | Q(due_at__lte=moment)


def is_moving(receipt: AIReceipt) -> bool:
    """Whether an approved text is about to be sent, or was sent a moment ago and its answer is still to come."""
    if receipt.state == State.APPROVED:
        return not is_held_up(receipt)
    sent = receipt.sent_at if receipt.state == State.SENT and not receipt.outcome else None
    return sent is not None and sent > timezone.now() - LONGEST_ANSWER


def is_held_up(receipt: AIReceipt) -> bool:
    """Whether an approved text has waited longer than sending takes: for room in a budget, or for a provider that rests."""
    decided = receipt.decided_at
    return receipt.state == State.APPROVED and decided is not None and decided < timezone.now() - AT_ONCE
