"""An answer while a model words it: asked for once, kept sentence by sentence, followed by whoever looks on.

The row is what all processes agree on. Who changes it from *waiting* to *speaking* asks the model; everybody else
reads what was kept. A claim ends with its lease, so an answer whose process died gets its built-in ending.
"""

import time
from collections.abc import Generator, Iterator
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from mosaic.ai import seats
from mosaic.ai.domain.wishes import Answer
from mosaic.ai.sending import NotAnswered
from mosaic.lib.returning import Returning
from mosaic.lib.waiting import let_go
from mosaic.people import consent
from mosaic.people.models import AIMode, AIReceipt, Person
from wimd import coach
from wimd.domain.finishing import finished
from wimd.models import Turn

State = Turn.State
PATIENCE = timedelta(minutes=2)
"""An answer waits so long for somebody to listen; then the built-in one stands."""
LEASE = timedelta(seconds=30)
"""Two providers that say nothing take twenty seconds. Every sentence begins it anew."""
STEP, LONGEST = 0.2, 50.0
"""Seconds between two looks at what another process writes, and how long one listener stays before coming back."""
ENDED = ["state", "text", "source", "degraded", "claimed_until"]


def begin(turn: Turn) -> None:
    """Let an answer wait for a listener where a model may word it without being asked for each text."""
    if coach.may_be_worded(turn) and consent.mode_of(turn.person) == AIMode.ON:
        turn.state, turn.claimed_until = State.WAITING, timezone.now() + PATIENCE
        turn.save(update_fields=["state", "claimed_until"])


def ask_first(turn: Turn) -> None:
    """In mode *ask*, keep what would be sent until the person has looked at it; the built-in answer stands."""
    if not turn.is_open and coach.may_be_worded(turn) and consent.mode_of(turn.person) == AIMode.ASK:
        coach.ask_first(turn)


def course(turn: Turn) -> Generator[Turn, None, None]:
    """Yield an answer whenever more of it is there, the last time as it stays; whoever comes first asks the model.

    It ends early, with an answer still open, for one of too many listeners and after `LONGEST` seconds.
    """
    if _claim(turn):
        yield from _speak(turn)
    else:
        yield from _follow(turn)


def whole(turn: Turn) -> Turn:
    """Wait for an answer to its end."""
    for now in course(turn) if turn.is_open else ():
        turn = now
    return turn


@transaction.atomic
def stop(turn: Turn) -> Turn:
    """End the model's part of an answer and keep what came; an answer that has ended stays as it is."""
    row = _open_rows(turn.person).select_for_update().filter(pk=turn.pk).first()
    if row is None:
        return Turn.objects.filter(pk=turn.pk).first() or turn
    row.text = "".join(row.voiced).strip() or row.text
    return _ended(row, State.STOPPED, source=_speaker_of(row))


def stop_all(person: Person) -> None:
    """End whatever is open: somebody who says something else is not waiting for it any more."""
    for turn in _open_rows(person):
        stop(turn)


def settle(person: Person) -> None:
    """Give the built-in ending to whatever nobody speaks any more."""
    for turn in _open_rows(person).filter(claimed_until__lt=timezone.now()):
        _give_up(turn)


def _open_rows(person: Person) -> QuerySet[Turn]:
    return Turn.objects.filter(person=person, state__in=Turn.OPEN)


def _claim(turn: Turn) -> bool:
    """Take an answer that waits, once and for all; nobody else asks a model for it."""
    now = timezone.now()
    waiting = Turn.objects.filter(pk=turn.pk, state=State.WAITING, claimed_until__gte=now)
    if not waiting.update(state=State.SPEAKING, claimed_until=now + LEASE):
        return False
    turn.state = State.SPEAKING
    return True


def _speak(turn: Turn) -> Iterator[Turn]:
    words = Returning(coach.words_for(turn))
    try:
        yield from _aloud(turn, words)
    except GeneratorExit:
        # Whoever listened has gone. What was asked for is paid for: it is heard to its end, and waits for them.
        if turn.is_open:
            for _ in _aloud(turn, words):
                pass
        raise


def _aloud(turn: Turn, words: Returning[Answer]) -> Iterator[Turn]:
    """Keep sentence after sentence and yield the answer each time, until it ends or is taken away."""
    try:
        for sentence in words:
            if not _keep(turn, sentence):
                words.close()
                yield from _as_it_stands(turn)
                return
            let_go()
            yield turn
    except NotAnswered as none:
        _end(turn, turn.text, source=turn.source, degraded=none.degraded)
    else:
        answer = words.value
        text = finished("".join(turn.voiced), turn.text, is_whole=answer.is_whole)
        _end(turn, text, source=answer.provider, degraded=not answer.is_whole)
    yield from _as_it_stands(turn)


@transaction.atomic
def _keep(turn: Turn, sentence: str) -> bool:
    """Keep one more sentence; False when the answer was ended from elsewhere, or erased."""
    if not _is_mine(turn):
        return False
    turn.spoken = [*turn.voiced, sentence]
    turn.sentences, turn.claimed_until = len(turn.spoken), timezone.now() + LEASE
    turn.save(update_fields=["spoken", "sentences", "claimed_until"])
    return True


@transaction.atomic
def _end(turn: Turn, text: str, *, source: str, degraded: bool) -> None:
    if _is_mine(turn):
        turn.text = text
        _ended(turn, State.DONE, source=source, degraded=degraded)


def _is_mine(turn: Turn) -> bool:
    return Turn.objects.select_for_update().filter(pk=turn.pk, state=State.SPEAKING).exists()


@transaction.atomic
def _give_up(turn: Turn) -> None:
    """End an answer whose time is over; a model that was speaking has broken off."""
    late = _open_rows(turn.person).filter(pk=turn.pk, claimed_until__lt=timezone.now())
    row = late.select_for_update().first()
    if row:
        row.text = finished("".join(row.voiced), row.text, is_whole=not row.sentences)
        _ended(row, State.DONE, source=_speaker_of(row), degraded=row.state == State.SPEAKING)


def _ended(turn: Turn, state: Turn.State, *, source: str, degraded: bool = False) -> Turn:
    turn.state, turn.source, turn.degraded, turn.claimed_until = state, source, degraded, None
    turn.save(update_fields=ENDED)
    return turn


def _speaker_of(turn: Turn) -> str:
    """Return who said the sentences there are: whoever was asked last for this answer."""
    sent = consent.receipts_of(turn.person).filter(subject=turn.pk, state=AIReceipt.State.SENT)
    last = sent.values_list("provider", flat=True).first()
    return last if turn.sentences and last else turn.source


def _follow(turn: Turn) -> Iterator[Turn]:
    """Yield an answer as another process keeps it, in steps, and not for ever."""
    seen, until = None, time.monotonic() + LONGEST
    with seats.onlooker() as may_stay:
        while True:
            state = _glance(turn)
            if state != seen:
                seen = state
                yield from _as_it_stands(turn)
            if state is None or state[0] not in Turn.OPEN or not may_stay or time.monotonic() > until:
                return
            let_go()
            time.sleep(STEP)


def _glance(turn: Turn) -> tuple[str, int] | None:
    """Return how far an answer has come, without opening it; None when it is gone."""
    rows = Turn.objects.filter(pk=turn.pk).values_list("state", "sentences", "claimed_until")
    row = rows.first()
    if row and row[2] and row[2] < timezone.now():
        _give_up(turn)
        row = rows.first()
    return (row[0], row[1]) if row else None


def _as_it_stands(turn: Turn) -> Iterator[Turn]:
    now = Turn.objects.select_related("person").filter(pk=turn.pk).first()
    let_go()
    if now:
        yield now
