"""Everything the coach goes by: where a person stands, and what was said before."""

import re
from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.models import Fact
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.domain.engine import Standing
from ps101.domain.extraction import EXTERNAL, INTERNAL
from ps101.domain.flow import Prompt
from ps101.models import Context, Journey
from wimd.domain.agenda import open_items
from wimd.domain.coach import Kind, Move, Open, Spoken, Stage, State, Understood
from wimd.domain.coach.noticing import BETWEEN
from wimd.domain.intents import intent_of
from wimd.domain.sentences import quote_of
from wimd.models import Turn
from wimd.queries.agenda import known_of
from wimd.queries.memories import memories_of
from wimd.queries.noticing import has_stepped_lately, notices_of
from wimd.queries.talk import turns_of

_QUOTED = re.compile(r"“([^“”]+)”")


def state_of(
    person: Person, *, before: Turn | None = None, found: Iterable[Found] = (), noticed: Iterable[str] = ()
) -> State:
    """Return everything the coach goes by `before` a message is answered; `found` and `noticed` belong to the message."""
    journey = discovery.latest_journey_of(person)
    context = discovery.context_of(person)
    standing = discovery.standing_in(journey) if journey else None
    answered, total = standing.progress if standing else (0, 0)
    stage = _stage(journey, is_read=bool(context and context.extracted_at), is_waiting=bool(context))
    turns = list(turns_of(person).filter(number__lt=before.number) if before else turns_of(person))
    said, own = [turn for turn in turns if turn.speaker == Turn.Speaker.COACH], _own(turns)
    state = State(
        stage=stage,
        answered=answered,
        total=total,
        asked=_asked(standing) if stage is Stage.ON_THE_WAY else None,
        used_rows=frozenset(turn.row for turn in said if turn.row),
        noticed=tuple(noticed),
        has_human=bool(settings.HUMAN_COACH_URL),
        spoken=[_spoken(turn) for turn in said],
        message_before=own[-1].text if own else "",
        found=frozenset(one.lexicon_id for one in found if one.lexicon_id),
        away=_away(own),
    )
    return _opened(person, state, context, own) if context and stage is Stage.OPEN else state


def _opened(person: Person, state: State, context: Context, own: list[Turn]) -> State:
    """Return the state with what coaching rests on; what cannot be said now is not looked for."""
    played_back = any(one.move == Move.PLAYBACK for one in state.spoken)
    if not played_back:
        return replace(state, understood=_understood(person, context))
    has_room = state.away >= 1 or state.turns_since(Move.NOTICE) >= BETWEEN
    return replace(
        state,
        played_back=True,
        understood=Understood(test=_test(context)),
        unknown=open_items(known_of(person)),
        memories=memories_of(person, context),
        notices=notices_of(person, away=state.away) if has_room else (),
        told=_told(own),
        stepped=has_stepped_lately(person),
    )


def _asked(standing: Standing | None) -> Open | None:
    item = standing.next if standing else None
    return Open(item.text, item.hint, item.example.strip("“” ")) if isinstance(item, Prompt) else None


def _spoken(turn: Turn) -> Spoken:
    codes = tuple(str(one) for one in turn.said) if isinstance(turn.said, list) else ()
    return Spoken(turn.move, codes, tuple(_QUOTED.findall(turn.text)))


def _own(turns: list[Turn]) -> list[Turn]:
    """Return what the person said, in order, without what was said in danger."""
    in_danger = {turn.number - 1 for turn in turns if turn.kind == Kind.SAFETY}
    return [turn for turn in turns if turn.speaker == Turn.Speaker.PERSON and turn.number not in in_danger]


def _told(own: list[Turn]) -> list[str]:
    """Return the telling parts of what the person told; what they asked for, or put in from elsewhere, is no part of it."""
    return [quote_of(turn.text) for turn in own if intent_of(turn.text) is None]


def _away(own: list[Turn]) -> int:
    return (timezone.now() - own[-1].created_at).days if own else 0


def _stage(journey: Journey | None, *, is_read: bool, is_waiting: bool) -> Stage:
    if journey is None:
        return Stage.NEW
    if is_read:
        return Stage.OPEN
    return Stage.BEING_READ if is_waiting else Stage.ON_THE_WAY


def _understood(person: Person, context: Context) -> Understood:
    """Return the lines to play back: the first of each kind that still stands; nothing twice."""
    problem = context.problem_definition.rstrip(".")
    powers = [
        *(_words_of(fact) for fact in discovery.context_facts_of(person, FactKind.STRENGTH)),
        *(_quote_behind(fact).rstrip(".") for fact in discovery.context_facts_of(person, FactKind.SKILL)),
    ]
    return Understood(
        problem=problem,
        energy=_first(discovery.context_facts_of(person, FactKind.ENERGISER)),
        block=_first(discovery.context_facts_of(person, FactKind.OBSTACLE, INTERNAL))
        or _first(discovery.context_facts_of(person, FactKind.OBSTACLE, EXTERNAL)),
        power=next(
            (quote_of(power) for power in powers if power and power not in problem and problem not in power), ""
        ),
        test=_test(context),
    )


def _test(context: Context) -> str:
    proposals = context.proposed_experiments
    first = proposals[0] if isinstance(proposals, list) and proposals else {}
    return str(first.get("idea", "")).rstrip(".") if isinstance(first, dict) else ""


def _first(facts: QuerySet[Fact]) -> str:
    fact = facts.first()
    return _words_of(fact) if fact else ""


def _words_of(fact: Fact) -> str:
    """Return the words of a line; a label may be cut short, and what is given back is literal."""
    return quote_of(_quote_behind(fact)) if fact.label.endswith("…") else fact.label.rstrip(".")


def _quote_behind(fact: Fact) -> str:
    return next((evidence.quote for evidence in fact.evidence.all()), "")
