"""What a person can do with the coach."""

from collections.abc import Generator
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from mosaic.facts import services as facts
from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.reading import read_own_words
from mosaic.facts.models import SourceKind
from mosaic.facts.queries import profile_of
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib import metrics
from mosaic.lib.lane import stepped_out
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from wimd import asking, queries, speaking
from wimd.domain import coach
from wimd.domain.asking import Asked, wants_on
from wimd.domain.coach import Kind, Move, Reply
from wimd.domain.hearsay import is_named_in, told_in_talk
from wimd.domain.safety import danger_in
from wimd.models import Conversation, Turn
from wimd.words import message_for
from wimd.words.asking import message_of
from wimd.words.phrases import SIZES

MOST_NOTICED = 3


def say(person: Person, *, text: str, client_id: UUID | None = None) -> Turn:
    """Say something to the coach and wait for the whole answer. The same client id twice is one turn."""
    answer = begin_answer(person, text=text, client_id=client_id)
    if answer.is_open:
        with stepped_out():
            return speaking.whole(answer)
    return answer


def begin_answer(person: Person, *, text: str, client_id: UUID | None = None) -> Turn:
    """Say something to the coach; the built-in answer is kept at once, and open where a model may word it."""
    answer, is_new = _reply_to(person, text, client_id)
    if is_new:
        speaking.ask_first(answer)
    return answer


def course_of(answer: Turn) -> Generator[Turn, None, None]:
    """Yield an answer whenever more of it is there; the first who listens has a model asked for it."""
    return speaking.course(answer)


def stop_answer(turn: Turn) -> Turn:
    """End the model's part of an answer; what came of it stays. One that has ended is left as it is."""
    return speaking.stop(turn)


def settle_answers(person: Person) -> None:
    """End what nobody speaks any more."""
    speaking.settle(person)


@transaction.atomic
def ask_on(person: Person, *, flow: str) -> Turn:
    """Open a flow, or go on with it, as a talk: one question at a time. Raises ps101's UnknownFlow."""
    conversation, _ = Conversation.objects.get_or_create(person=person)
    locked = Conversation.objects.select_for_update().get(pk=conversation.pk)
    return _ask(locked, asking.begin(person, locked, flow))


@transaction.atomic
def _reply_to(person: Person, text: str, client_id: UUID | None) -> tuple[Turn, bool]:
    """Return the built-in answer, and whether it was given just now."""
    conversation, _ = Conversation.objects.get_or_create(person=person)
    conversation = Conversation.objects.select_for_update().get(pk=conversation.pk)
    earlier = _answered(conversation, client_id)
    if earlier:
        return earlier, False
    speaking.stop_all(person)
    said = _append(conversation, Turn.Speaker.PERSON, text=normalised(text).strip(), client_id=client_id)
    asked = _asked(person, conversation, said.text)
    if asked:
        note(person, Happened.MESSAGE_SENT, said, kind=Kind.PS101)
        return _ask(conversation, asked), True
    found, noticed = _learn(person, said)
    state = queries.state_of(person, before=said, found=found, noticed=noticed)
    reply = coach.reply(state, said.text, queries.library(), SIZES)
    answer = _answer(conversation, reply)
    speaking.begin(answer)
    note(person, Happened.MESSAGE_SENT, said, kind=reply.kind)
    if reply.move is Move.GATE:
        note(person, Happened.GATE_SHOWN, answer)
        metrics.GATES.inc()
    return answer, True


def _answered(conversation: Conversation, client_id: UUID | None) -> Turn | None:
    """Return the answer to a turn that was sent before."""
    said = conversation.turns.filter(client_id=client_id).first() if client_id else None
    return conversation.turns.filter(number=said.number + 1).first() if said else None


def _append(
    conversation: Conversation, speaker: str, *, text: str, client_id: UUID | None = None, **more: object
) -> Turn:
    last = conversation.turns.aggregate(last=Max("number"))["last"] or 0
    return Turn.objects.create(
        person_id=conversation.person_id,
        conversation=conversation,
        number=last + 1,
        speaker=speaker,
        text=text,
        client_id=client_id,
        **more,
    )


def _answer(conversation: Conversation, reply: Reply) -> Turn:
    return _append(
        conversation,
        Turn.Speaker.COACH,
        text=message_for(reply),
        kind=reply.kind,
        move=f"{reply.move}:{reply.intent}" if reply.intent else reply.move,
        row=reply.row,
        said=[part.mark for part in reply.parts],
        choices=list(reply.choices),
    )


def _asked(person: Person, conversation: Conversation, text: str) -> Asked | None:
    """Return what a message is answered with while questions are asked; in danger nothing is asked any more."""
    if danger_in(text):
        asking.stop(conversation)
        return None
    heard = asking.hear(person, conversation, text)
    return heard or (asking.go_on(person, conversation) if wants_on(text) else None)


def _ask(conversation: Conversation, asked: Asked) -> Turn:
    return _append(
        conversation,
        Turn.Speaker.COACH,
        text=message_of(asked, has_human=bool(settings.HUMAN_COACH_URL)),
        kind=Kind.PS101,
        move=f"{Move.ASKING}:{asked.said}",
        choices=list(asked.choices),
    )


def _learn(person: Person, said: Turn) -> tuple[list[Found], list[str]]:
    """Keep what a message says about its writer; return what was found, and the labels of skills that are new."""
    is_safe = not danger_in(said.text)
    found = told_in_talk(read_own_words(said.text, today=timezone.localdate())) if is_safe else []
    before = {known.lexicon_id for known in profile_of(person).skills}
    facts.learn(person, facts.Source(SourceKind.MESSAGE, said.pk, said.text), found)
    # What its person has taken out is found again and stays out: it is not spoken of either.
    known = {known.lexicon_id: known.label for known in profile_of(person).skills if known.lexicon_id not in before}
    fresh = {
        one.lexicon_id: known[one.lexicon_id]
        for one in found
        if _is_skill(one) and one.lexicon_id in known and is_named_in(one, said.text)
    }
    return found, list(fresh.values())[:MOST_NOTICED]


def _is_skill(found: Found) -> bool:
    return found.kind is FactKind.SKILL and found.polarity is Polarity.HAS
