"""Everything the coach goes by: where a person stands."""

from collections import Counter

from django.conf import settings
from django.db.models import QuerySet

from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.models import Fact
from mosaic.facts.queries import profile_of, standing_facts_of
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.domain.extraction import EXTERNAL, INTERNAL
from ps101.models import Journey
from wimd.domain.coach import Move, Stage, State, Understood
from wimd.models import Turn
from wimd.queries.talk import turns_of


def state_of(person: Person, noticed: list[str]) -> State:
    """Return everything the coach goes by."""
    journey = discovery.latest_journey_of(person)
    context = discovery.context_of(person)
    answered, total = discovery.standing_in(journey).progress if journey else (0, 0)
    said = list(turns_of(person).filter(speaker=Turn.Speaker.COACH).values_list("move", "row"))
    return State(
        stage=_stage(journey, is_read=bool(context and context.extracted_at), is_waiting=bool(context)),
        answered=answered,
        total=total,
        understood=_understood(person) if context and context.extracted_at else Understood(),
        played_back=any(move == Move.PLAYBACK for move, _ in said),
        used_rows=frozenset(row for _, row in said if row),
        times=dict(Counter(move for move, _ in said)),
        unknown=_unknown(person),
        noticed=noticed,
        has_human=bool(settings.HUMAN_COACH_URL),
    )


def _stage(journey: Journey | None, *, is_read: bool, is_waiting: bool) -> Stage:
    if journey is None:
        return Stage.NEW
    if is_read:
        return Stage.OPEN
    return Stage.BEING_READ if is_waiting else Stage.ON_THE_WAY


def _understood(person: Person) -> Understood:
    """Return the lines to play back: the first of each kind that still stands."""
    context = discovery.context_of(person)
    if context is None:
        return Understood()
    proposals = context.proposed_experiments
    first = proposals[0] if isinstance(proposals, list) and proposals else {}
    return Understood(
        problem=context.problem_definition.rstrip("."),
        energy=_first(discovery.context_facts_of(person, FactKind.ENERGISER)),
        block=_first(discovery.context_facts_of(person, FactKind.OBSTACLE, INTERNAL))
        or _first(discovery.context_facts_of(person, FactKind.OBSTACLE, EXTERNAL)),
        power=_first(discovery.context_facts_of(person, FactKind.STRENGTH))
        or _first_quote(discovery.context_facts_of(person, FactKind.SKILL)),
        test=str(first.get("idea", "")).rstrip(".") if isinstance(first, dict) else "",
    )


def _first(facts: QuerySet[Fact]) -> str:
    fact = facts.first()
    return fact.label.rstrip(".") if fact else ""


def _first_quote(facts: QuerySet[Fact]) -> str:
    fact = facts.first()
    evidence = next(iter(fact.evidence.all()), None) if fact else None
    return evidence.quote.rstrip(".") if evidence else ""


def _unknown(person: Person) -> list[str]:
    """Return what nobody knows yet of what results depend on, the most telling first."""
    profile = profile_of(person)
    kinds = set(standing_facts_of(person).values_list("kind", flat=True))
    asked = {
        "values": not profile.values,
        "goals": FactKind.GOAL not in kinds and not profile.roles_wanted,
        "skills": len(profile.skills) < 3,
        "obstacles": FactKind.OBSTACLE not in kinds,
        "place": not profile.location,
        "pay": not profile.pay,
        "people": FactKind.NETWORK not in kinds,
        "time": not profile.hours,
    }
    return [name for name, is_unknown in asked.items() if is_unknown]
