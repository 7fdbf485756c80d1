"""What the readings count: what happened, what is known, and what can be done next."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Prefetch

from mosaic.facts.domain.kinds import STANDING, FactKind, How, Polarity, Status
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.facts.queries import facts_of
from mosaic.journal.domain.names import Due, Happened
from mosaic.journal.models import Event, Reminder
from mosaic.people.models import Person
from ps101.models import Answer, Context
from wimd.domain.contradictions import Said, agreements, pulling_apart
from wimd.domain.metrics import Known, Step, Thing
from wimd.models import Target

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
    return steps_by_person([person])[person.pk]


def steps_by_person(people: Sequence[Person]) -> dict[UUID, list[Step]]:
    """Return what happened to each of some people, in a number of queries that does not grow."""
    due: dict[UUID | None, Reminder] = {one.pk: one for one in Reminder.objects.filter(person__in=people)}
    found: dict[UUID, list[Step]] = {person.pk: [] for person in people}
    for event in Event.objects.filter(person__in=people).exclude(name=Happened.MESSAGE_SENT):
        step = _step(event, due.get(event.subject_id))
        if step:
            found[event.person_id].append(step)
    return found


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
    return things_by_person([person])[person.pk]


def things_by_person(people: Sequence[Person]) -> dict[UUID, list[Thing]]:
    """Return what is known of each of some people, in a number of queries that does not grow."""
    facts = defaultdict[UUID, list[Fact]](list)
    evidence = Prefetch("evidence", Evidence.objects.order_by("created_at", "pk"))
    known = Fact.objects.filter(person__in=people).exclude(status=Status.UNSUPPORTED)
    for fact in known.prefetch_related(evidence).order_by("created_at", "pk"):
        facts[fact.person_id].append(fact)
    discovered, targets = _from_discovery(people), _from_targets(people)
    return {
        person.pk: [*_from_facts(facts[person.pk], zone_of(person)), *discovered[person.pk], *targets[person.pk]]
        for person in people
    }


def _from_targets(people: Sequence[Person]) -> dict[UUID, list[Thing]]:
    """Return the targets that were chosen for the delta."""
    found = defaultdict[UUID, list[Thing]](list)
    for target in Target.objects.filter(person__in=people, is_chosen=True):
        found[target.person_id].append(Thing(Known.TARGET, target.created_at))
    return found


def _from_facts(facts: Sequence[Fact], zone: ZoneInfo) -> Iterator[Thing]:
    for fact in facts:
        if _kind(fact) in COUNTED and not _is_a_guess(fact):
            yield Thing(COUNTED[_kind(fact)], fact.created_at, str(fact.pk), _until(fact))
    for span in agreements(_said(facts)):
        yield Thing(Known.AGREED, span.since, until=span.until)
    yield from _talks(facts, zone)


def contradictions_of(person: Person) -> list[tuple[Fact, Fact]]:
    """Return pairs of standing facts that pull apart."""
    facts = {str(fact.pk): fact for fact in facts_of(person).filter(status__in=STANDING)}
    return [(facts[one.id], facts[other.id]) for one, other in pulling_apart(_said(list(facts.values())))]


def _kind(fact: Fact) -> tuple[FactKind, Polarity]:
    return FactKind(fact.kind), Polarity(fact.polarity)


def _said(facts: Sequence[Fact]) -> list[Said]:
    return [Said(str(one.pk), *_named(one), one.created_at, _until(one)) for one in facts]


def _named(fact: Fact) -> tuple[FactKind, str, Polarity]:
    return FactKind(fact.kind), fact.identity, Polarity(fact.polarity)


def _until(fact: Fact) -> datetime | None:
    return fact.changed_at if fact.status == Status.REMOVED else None


def _is_a_guess(fact: Fact) -> bool:
    """Whether a suggestion rests on nearness in meaning alone: nothing follows from it before it is confirmed."""
    rows = fact.evidence.all()
    return fact.status == Status.SUGGESTED and bool(rows) and all(one.how == How.NEAR for one in rows)


def _talks(facts: Sequence[Fact], zone: ZoneInfo) -> Iterator[Thing]:
    """Yield a talk for each day on which something new about the person came up in what they said to the coach.

    What comes up again is not new, so saying the same thing sixty times is one talk at most.
    """
    first = (next(iter(fact.evidence.all()), None) for fact in facts if fact.status in STANDING)
    said = [one for one in first if one and one.source_kind == SourceKind.MESSAGE]
    days: dict[date, Thing] = {}
    for one in sorted(said, key=lambda one: (one.created_at, str(one.source_id))):
        day = one.created_at.astimezone(zone).date()
        days.setdefault(day, Thing(Known.TALK, one.created_at, str(one.source_id)))
    yield from days.values()


def _from_discovery(people: Sequence[Person]) -> dict[UUID, list[Thing]]:
    found: dict[UUID, list[Thing]] = {person.pk: [] for person in people}
    answers = Answer.objects.filter(person__in=people, prompt_key=WISHED_STATE, version__gt=0, saved_at__isnull=False)
    for pk, person, at in answers.order_by("saved_at", "pk").values_list("pk", "person_id", "saved_at"):
        if at:
            found[person].append(Thing(Known.WANTED, at, str(pk)))
    made = Event.objects.filter(person__in=people, name=Happened.CONTEXT_MADE).order_by("-created_at")
    # Reading again makes what was understood newer, and the problem no later stated.
    first_made = dict(made.values_list("person_id", "created_at"))
    for context in Context.objects.filter(person__in=people, extracted_at__isnull=False):
        found[context.person_id] += _understood(context, first_made.get(context.person_id))
    return found


def _understood(context: Context, first_made: datetime | None) -> Iterator[Thing]:
    assert context.extracted_at is not None
    if context.problem_definition:
        yield Thing(Known.PROBLEM, first_made or context.extracted_at)
    if context.confirmed_at:
        yield Thing(Known.CONFIRMED, context.confirmed_at)
    if not context.is_provisional:
        yield Thing(Known.WHOLE_JOURNEY, context.extracted_at)
