"""What the readings count: what happened, what is known, and what can be done next."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from mosaic.facts.domain.kinds import STANDING, FactKind, How, Polarity, Status
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.facts.queries import facts_of
from mosaic.journal.domain.names import Due, Happened
from mosaic.journal.models import Event, Reminder
from mosaic.journal.queries import events_of
from mosaic.people.models import Person
from ps101 import queries as discovery
from wimd.domain.contradictions import Said, agreements, pulling_apart
from wimd.domain.metrics import Known, Step, Thing

WISHED_STATE = "miracle"
"""Key of the question what it would be like if the problem were solved; keys never change."""

MADE_AGAIN = ("edited", "undone", "restored")
"""Causes of résumé versions that begin nothing new."""

ABOUT_A_POSTING = frozenset(
    (Happened.JOB_SAVED, Happened.JOB_UNSAVED, Happened.JOB_HIDDEN, Happened.JOB_ADDED, Happened.APPLIED)
)
"""What is about a posting: keeping it again after letting it go makes another row, and is the same posting."""

COUNTED = {
    (FactKind.VALUE, Polarity.WANTS): Known.VALUE,
    (FactKind.GOAL, Polarity.WANTS): Known.GOAL,
    (FactKind.SKILL, Polarity.HAS): Known.SKILL,
    (FactKind.STRENGTH, Polarity.HAS): Known.STRENGTH,
    (FactKind.ENERGISER, Polarity.HAS): Known.STRENGTH,
    (FactKind.OBSTACLE, Polarity.HAS): Known.OBSTACLE,
    (FactKind.ROLE, Polarity.WANTS): Known.TARGET,
}


def zone_of(person: Person) -> ZoneInfo:
    """Return the time zone a person's days are in."""
    return ZoneInfo(person.timezone)


def steps_of(person: Person) -> list[Step]:
    """Return what happened, for the readings."""
    due = {one.pk: one for one in Reminder.objects.filter(person=person)}
    events = Event.objects.filter(person=person).exclude(name=Happened.MESSAGE_SENT)
    return [step for event in events if (step := _step(event, due.get(event.subject_id)))]


def _step(event: Event, reminder: Reminder | None) -> Step | None:
    """Return what an event counts as; None for one that is told twice or begins nothing new."""
    name, data = Happened(event.name), event.data
    if name is Happened.VERSION_MADE and data.get("cause") in MADE_AGAIN:
        return None
    if name is Happened.REMINDER_DONE:
        if data.get("kind") == Due.ACTION:
            return None
        if reminder:
            return Step(name, event.created_at, str(reminder.subject_id), reminder.due_on.isoformat())
    if name in (Happened.CHECKED_IN, Happened.CHECKIN_REMOVED):
        return Step(name, event.created_at, detail=str(data.get("week", "")))
    subject = data.get("job") if name in ABOUT_A_POSTING else event.subject_id
    stage = str(data.get("stage", "")) if name is Happened.STAGE_CHANGED else ""
    return Step(name, event.created_at, str(subject or ""), stage)


def things_of(person: Person) -> list[Thing]:
    """Return what is known and since when, for the readings."""
    facts = list(facts_of(person).exclude(status=Status.UNSUPPORTED))
    counted = [(COUNTED[kind], fact) for fact in facts if (kind := _kind(fact)) in COUNTED and not _is_a_guess(fact)]
    things = [Thing(known, fact.created_at, str(fact.pk), _until(fact)) for known, fact in counted]
    agreed = (Thing(Known.AGREED, span.since, until=span.until) for span in agreements(_said(facts)))
    return [*things, *agreed, *_talks(person), *_from_discovery(person)]


def contradictions_of(person: Person) -> list[tuple[Fact, Fact]]:
    """Return pairs of standing facts that pull apart."""
    facts = {str(fact.pk): fact for fact in facts_of(person).filter(status__in=STANDING)}
    return [(facts[one.id], facts[other.id]) for one, other in pulling_apart(_said(list(facts.values())))]


def _kind(fact: Fact) -> tuple[FactKind, Polarity]:
    return FactKind(fact.kind), Polarity(fact.polarity)


def _said(facts: list[Fact]) -> list[Said]:
    return [Said(str(one.pk), *_named(one), one.created_at, _until(one)) for one in facts]


def _named(fact: Fact) -> tuple[FactKind, str, Polarity]:
    return FactKind(fact.kind), fact.identity, Polarity(fact.polarity)


def _until(fact: Fact) -> datetime | None:
    return fact.changed_at if fact.status == Status.REMOVED else None


def _is_a_guess(fact: Fact) -> bool:
    """Whether a suggestion rests on nearness in meaning alone: nothing follows from it before it is confirmed."""
    rows = fact.evidence.all()
    return fact.status == Status.SUGGESTED and bool(rows) and all(one.how == How.NEAR for one in rows)


def _talks(person: Person) -> Iterator[Thing]:
    """Yield a talk for each day on which something new about the person came up in what they said to the coach.

    What comes up again is not new, so saying the same thing sixty times is one talk at most.
    """
    rows = Evidence.objects.filter(person=person, fact__status__in=STANDING).order_by("created_at", "pk")
    first: dict[object, tuple[str, object, datetime]] = {}
    for fact, kind, source, at in rows.values_list("fact_id", "source_kind", "source_id", "created_at"):
        first.setdefault(fact, (kind, source, at))
    days = defaultdict[object, list[Thing]](list)
    for kind, source, at in first.values():
        if kind == SourceKind.MESSAGE:
            days[at.astimezone(zone_of(person)).date()].append(Thing(Known.TALK, at, str(source)))
    yield from (talks[0] for talks in days.values())


def _from_discovery(person: Person) -> Iterator[Thing]:
    wished = discovery.given_answers_of(person).filter(prompt_key=WISHED_STATE).order_by("saved_at").first()
    if wished and wished.saved_at:
        yield Thing(Known.WANTED, wished.saved_at, str(wished.pk))
    context = discovery.context_of(person)
    if context is None or context.extracted_at is None:
        return
    # Reading again makes what was understood newer, and the problem no later stated.
    made = events_of(person, Happened.CONTEXT_MADE).last()
    if context.problem_definition:
        yield Thing(Known.PROBLEM, made.created_at if made else context.extracted_at)
    if context.confirmed_at:
        yield Thing(Known.CONFIRMED, context.confirmed_at)
    if not context.is_provisional:
        yield Thing(Known.WHOLE_JOURNEY, context.extracted_at)
