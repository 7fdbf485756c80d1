"""Reads of what a person gained by trying things: skills, confidence, lessons, and how much they did."""

from collections.abc import Iterator
from uuid import UUID

from django.utils import timezone

from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.models import Fact
from mosaic.facts.queries import standing_facts_of
from mosaic.journal.domain.names import Due, Happened
from mosaic.journal.models import Event
from mosaic.journal.queries import events_of
from mosaic.people.models import Person
from ps101.domain.experiments import NextMove
from ps101.domain.mastery import About, Change, Gain, Lesson, Quote, gain_of, late_prompts
from ps101.domain.momentum import COUNTED, UNDONE, Step
from ps101.models import Experiment, Reflection
from ps101.queries.experiments import experiments_of
from ps101.queries.journeys import answers_in, flow_of, given_answers_of, journeys_of
from ps101.queries.results import change_in

GAINED = (FactKind.SKILL,)
# Keys of questions, which never change.
WISH, NEW = "next_experiments", "new_skills"


def gains_of(person: Person) -> list[Gain]:
    """Return the skills that what was tried showed, with the words that say so."""
    late = _late_sources_of(person)
    found = standing_facts_of(person, *GAINED).filter(polarity=Polarity.HAS)
    gains = (gain_of(fact.label, _quotes(fact, late), is_confirmed=fact.status != Status.SUGGESTED) for fact in found)
    return [gain for gain in gains if gain]


def changes_of(person: Person) -> list[Change]:
    """Return how confidence changed, by journey and by experiment, in order of time."""
    journeys = [change for journey in journeys_of(person) if (change := change_in(journey))]
    tried = (_change_by(one.reflection) for one in experiments_of(person) if hasattr(one, "reflection"))
    return sorted([*journeys, *tried], key=lambda change: change.day)


def lesson_of(person: Person) -> Lesson | None:
    """Return what was learned last, and whether an experiment was written down after it."""
    reflections = Reflection.objects.filter(person=person).select_related("experiment")
    last = reflections.order_by("-reflected_at").first()
    if last is None:
        return None
    experiment = last.experiment
    later = experiments_of(person)
    is_followed = later.filter(follows=experiment).exists() or later.filter(created_at__gt=last.reflected_at).exists()
    title = experiment.title or experiment.hypothesis
    return Lesson(experiment.pk, title, last.learning, NextMove(last.next_move), is_followed)


def wish_of(person: Person) -> str:
    """Return what somebody said last that they would like to try, unless they wrote something down since."""
    said = given_answers_of(person).filter(prompt_key=WISH).order_by("-saved_at").first()
    if said is None or Experiment.objects.filter(person=person, created_at__gt=said.saved_at).exists():
        return ""
    return said.text


def new_of(person: Person) -> str:
    """Return what somebody said last that is new to them, whether or not a skill was found in it."""
    said = given_answers_of(person).filter(prompt_key=NEW).order_by("-saved_at").first()
    return said.text if said else ""


def steps_of(person: Person) -> list[Step]:
    """Return what somebody did, in order. A step of a plan counts when it is done, not again when its day is."""
    events = events_of(person, *COUNTED, *UNDONE).reverse()
    return [_step(one) for one in events if one.data.get("kind") != Due.ACTION or one.name != Happened.REMINDER_DONE]


def _late_sources_of(person: Person) -> frozenset[UUID]:
    """Return the ids of what was said after something was tried."""
    reflections = Reflection.objects.filter(person=person).values_list("pk", flat=True)
    answers = (
        answer.pk
        for journey in journeys_of(person)
        for key, answer in answers_in(journey).items()
        if key in late_prompts(flow_of(journey.flow))
    )
    return frozenset((*reflections, *answers))


def _quotes(fact: Fact, late: frozenset[UUID]) -> Iterator[Quote]:
    for one in fact.evidence.all():
        yield Quote(one.quote, one.created_at, one.source_id in late, one.get_source_kind_display())


def _change_by(reflection: Reflection) -> Change:
    experiment = reflection.experiment
    before = reflection.confidence_before
    if before is None and experiment.journey:
        told = change_in(experiment.journey)
        before = told.before if told else None
    day = timezone.localdate(reflection.reflected_at)
    label = experiment.title or experiment.hypothesis
    return Change(About.EXPERIMENT, experiment.pk, label, before, reflection.confidence_after, day)


def _step(event: Event) -> Step:
    return Step(Happened(event.name), timezone.localdate(event.created_at), str(event.subject_id or event.pk))
