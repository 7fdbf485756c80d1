"""What the coach’s page shows."""

from uuid import uuid4

from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.registry import asked_for
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.queries import standing_facts_of
from mosaic.people.consent import waiting_about
from mosaic.people.models import PROVIDERS, AIReceipt, Person
from ps101 import queries as discovery
from ps101.queries import has_context
from wimd import links, queries
from wimd.domain import coach
from wimd.models import Turn
from wimd.words import message_for
from wimd.words.phrases import SIZES

Shown = dict[str, object]


def conversation(person: Person) -> Shown:
    """Return what was said, or what the coach opens with, and what it goes by."""
    said = list(queries.turns_of(person).select_related("person"))
    waiting = waiting_about(person, (turn.pk for turn in said))
    turns = [_turn(turn, waiting.get(turn.pk)) for turn in said]
    return {"turns": turns or [_opening(person)], "may_be_sent": bool(asked_for(Purpose.COACH)), **_beside(person)}


def answered(said: Turn | None, answer: Turn) -> Shown:
    """Return what is new on an open page after something was said."""
    turns = [_turn(said, None)] if said else []
    # What the coach opened with is not kept: the first turn takes its place.
    is_first = bool(said and said.number == 1)
    return {"turns": [*turns, turn(answer)], "is_first": is_first, **_beside(answer.person)}


def turn(answer: Turn) -> Shown:
    """Return one answer."""
    return _turn(answer, waiting_about(answer.person, [answer.pk]).get(answer.pk))


def _beside(person: Person) -> Shown:
    return {
        "client_id": uuid4(),
        "skills": standing_facts_of(person, FactKind.SKILL).filter(polarity=Polarity.HAS)[:8],
        "has_context": has_context(person),
        "flow_to_ask": _flow_to_ask(person),
    }


def _flow_to_ask(person: Person) -> str:
    """Return the flow that can be done as a talk: the open one, discovery for somebody new, none when all is answered."""
    journey = discovery.latest_journey_of(person)
    if journey is None:
        return "discovery"
    return "" if journey.completed_at else str(journey.flow.key)


def _turn(turn: Turn, waiting: AIReceipt | None) -> Shown:
    return {
        "is_person": turn.speaker == Turn.Speaker.PERSON,
        "at": turn.created_at,
        "paragraphs": turn.text.split("\n\n"),
        "choices": links.choices_of(turn),
        "help_lines": links.help_lines_of(turn),
        "id": turn.number,
        "pk": turn.pk,
        "is_open": turn.is_open,
        "is_stopped": turn.state == Turn.State.STOPPED,
        "pieces": turn.pieces if turn.sentences else [],
        "model": PROVIDERS.get(turn.source, ""),
        "degraded": turn.degraded,
        "waiting": waiting,
    }


def _opening(person: Person) -> Shown:
    reply = coach.opening(queries.state_of(person), SIZES)
    return {
        "is_person": False,
        "at": None,
        "paragraphs": message_for(reply).split("\n\n"),
        "choices": [links.choice_shape(choice) for choice in reply.choices],
        "help_lines": [],
        "id": 0,
    }
