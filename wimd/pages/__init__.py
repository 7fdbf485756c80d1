"""What the coach's pages show."""

from uuid import uuid4

from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.registry import asked_for
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.origins import origins_of
from mosaic.facts.queries import standing_facts_of
from mosaic.lib.work import WorkState
from mosaic.people.consent import waiting_about
from mosaic.people.models import PROVIDERS, AIReceipt, Person
from ps101 import queries as discovery
from ps101.queries import has_context
from wimd import hearing, links, queries
from wimd.domain import coach
from wimd.models import NO_ROOM, Turn, Upload
from wimd.pages import resume
from wimd.sentences import message_of
from wimd.words import message_for

Shown = dict[str, object]
WAITING = (WorkState.QUEUED, WorkState.RUNNING)


def conversation(person: Person) -> Shown:
    """Return what was said, or what the coach opens with, and what it goes by."""
    said = list(queries.turns_of(person).select_related("person"))
    waiting = waiting_about(person, (turn.pk for turn in said))
    turns = [_turn(turn, waiting.get(turn.pk)) for turn in said]
    return {
        "turns": turns or [_opening(person)],
        "client_id": uuid4(),
        "skills": standing_facts_of(person, FactKind.SKILL).filter(polarity=Polarity.HAS)[:8],
        "has_context": has_context(person),
        "flow_to_ask": _flow_to_ask(person),
        "may_be_sent": bool(asked_for(Purpose.COACH)),
    }


def _flow_to_ask(person: Person) -> str:
    """Return the flow that can be done as a talk: the open one, discovery for somebody new, none when all is answered."""
    journey = discovery.latest_journey_of(person)
    if journey is None:
        return "discovery"
    return "" if journey.completed_at else str(journey.flow.key)


def files(person: Person) -> Shown:
    """Return a person's files with how reading them stands."""
    uploads = [_file(upload) for upload in queries.uploads_of(person)]
    return {"uploads": uploads, "is_reading": any(upload["is_waiting"] for upload in uploads)}


def file(person: Person, upload: Upload) -> Shown:
    """Return one file with its text, what was found in it, and what a machine reads field by field."""
    revised = queries.revised_of(upload)
    shown = _file(upload) | {
        "facts": queries.facts_in(upload),
        "origins": origins_of(person),
        "has_resume": bool(revised),
    }
    if revised is None:
        return shown
    return shown | {"sections": resume.sections(revised), "source": resume.source(upload, revised)}


def _turn(turn: Turn, waiting: AIReceipt | None) -> Shown:
    return {
        "is_person": turn.speaker == Turn.Speaker.PERSON,
        "at": turn.created_at,
        "paragraphs": turn.text.split("\n\n"),
        "choices": links.choices_of(turn),
        "help_lines": links.help_lines_of(turn),
        "id": turn.number,
        "model": PROVIDERS.get(turn.source, ""),
        "degraded": turn.degraded,
        "waiting": waiting,
    }


def _opening(person: Person) -> Shown:
    state = queries.state_of(person, [])
    reply = coach.opening(state)
    return {
        "is_person": False,
        "at": None,
        "paragraphs": message_for(reply, state).split("\n\n"),
        "choices": [links.choice_shape(choice) for choice in reply.choices],
        "help_lines": [],
        "id": 0,
    }


def _file(upload: Upload) -> Shown:
    return {
        "upload": upload,
        "message": message_of(upload),
        "is_waiting": upload.state in WAITING and upload.error != NO_ROOM,
        "is_failed": upload.state == WorkState.FAILED,
        "listener": "" if upload.state in WAITING else PROVIDERS.get(name := hearing.listener_for(upload), name),
        "is_recording": hearing.is_recording(upload),
    }
