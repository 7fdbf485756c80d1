"""Reads of what came of journeys and experiments, starting from the person."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.models import Fact, SourceKind
from mosaic.facts.queries import standing_facts_of
from mosaic.journal.domain.names import Due, Happened
from mosaic.journal.models import Event
from mosaic.journal.queries import events_of
from mosaic.people.models import Person
from ps101.domain.experiments import Gate, NextMove
from ps101.domain.extraction import understand
from ps101.domain.mastery import About, Change, Gain, Lesson, Quote, gain_of, late_prompts, rated_prompts
from ps101.domain.momentum import COUNTED, UNDONE, Step
from ps101.models import Answer, Commitment, Context, EarlierContext, Experiment, Journey, Reflection
from ps101.queries.experiments import experiments_of
from ps101.queries.journeys import answers_in, flow_of, given_answers_of, journeys_of, latest_journey_of, texts_in

GAINED = (FactKind.SKILL, FactKind.STRENGTH)
WISH, NEW = "next_experiments", "new_skills"


def closing_journey_of(person: Person) -> Journey | None:
    """Return the journey a commitment belongs to: the one completed last, else the one begun last."""
    done = journeys_of(person).filter(status=Journey.Status.COMPLETED).order_by("-completed_at", "-created_at")
    return done.first() or latest_journey_of(person)


def latest_commitment_of(person: Person) -> Commitment | None:
    """Return what somebody committed to last."""
    commitments = Commitment.objects.filter(person=person).select_related("journey")
    return commitments.order_by("-created_at", "-pk").first()


def closes_with_commitment(journey: Journey) -> bool:
    """Whether a journey asks for a commitment at its end, and none is made: one that looks back on something tried."""
    looks_back = any(step.gate is Gate.REFLECTION for step in flow_of(journey.flow).steps)
    return looks_back and not Commitment.objects.filter(person_id=journey.person_id, journey=journey).exists()


def runs_of(person: Person) -> list[Journey]:
    """Return the journeys in which something was answered, the earliest first."""
    answered = set(given_answers_of(person).values_list("journey_id", flat=True))
    return [journey for journey in journeys_of(person).reverse() if journey.pk in answered]


def gains_of(person: Person) -> list[Gain]:
    """Return the skills and strengths that what was tried showed, with the words that say so."""
    late = _late_sources_of(person)
    found = standing_facts_of(person, *GAINED).filter(polarity=Polarity.HAS)
    return [gain for fact in found if (gain := gain_of(fact.label, _quotes(fact, late)))]


def changes_of(person: Person) -> list[Change]:
    """Return how confidence changed, by journey and by experiment, in order of time."""
    journeys = [change for journey in journeys_of(person) if (change := change_in(journey))]
    tried = (_change_by(one.reflection) for one in experiments_of(person) if hasattr(one, "reflection"))
    return sorted([*journeys, *tried], key=lambda change: change.day)


def change_in(journey: Journey) -> Change | None:
    """Return the confidence a journey tells of; None when it was not asked for yet."""
    flow, answers = flow_of(journey.flow), answers_in(journey)
    before = _rating(answers, rated_prompts(flow, late=False))
    after = _rating(answers, rated_prompts(flow, late=True))
    if before is None and after is None:
        return None
    told = timezone.localdate(journey.completed_at or journey.created_at)
    return Change(About.JOURNEY, journey.pk, flow.title, before, after, told)


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


def sources_in(journey: Journey) -> set[UUID]:
    """Return the ids of what was said in a journey: its answers, and what its experiments taught."""
    answers = Answer.objects.filter(person_id=journey.person_id, journey=journey).values_list("pk", flat=True)
    tried = (one.reflection.pk for one in experiments_in(journey) if hasattr(one, "reflection"))
    return {*answers, *tried}


def facts_in(journey: Journey, *kinds: FactKind) -> QuerySet[Fact]:
    """Return the standing facts that rest on what was said in a journey."""
    kept = (SourceKind.ANSWER, SourceKind.REFLECTION)
    facts = standing_facts_of(journey.person, *kinds)
    return facts.filter(evidence__source_kind__in=kept, evidence__source_id__in=sources_in(journey)).distinct()


def experiments_in(journey: Journey) -> list[Experiment]:
    """Return the experiments of a journey and all that go on from them, the earliest first."""
    found: list[Experiment] = []
    known: set[UUID] = set()
    for one in experiments_of(journey.person).reverse():
        if one.journey_id == journey.pk or (one.journey_id is None and one.follows_id in known):
            found.append(one)
            known.add(one.pk)
    return found


def problem_in(journey: Journey) -> str:
    """Return the problem as a journey tells it: as it was understood, else as its answers say it."""
    context = Context.objects.filter(person_id=journey.person_id, journey=journey).first()
    if context and context.problem_definition:
        return context.problem_definition
    earlier = EarlierContext.objects.filter(person_id=journey.person_id, journey=journey)
    read = earlier.order_by("-extracted_at").first()
    kept = read.document.get("problem_definition") if read and isinstance(read.document, dict) else None
    return kept if isinstance(kept, str) and kept else understand(texts_in(journey), smallest="").problem_definition


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


def _rating(answers: Mapping[str, Answer], keys: tuple[str, ...]) -> int | None:
    given = (answers[key].rating for key in keys if key in answers and answers[key].version)
    return next((rating for rating in given if rating is not None), None)


def _step(event: Event) -> Step:
    return Step(Happened(event.name), timezone.localdate(event.created_at), str(event.subject_id or event.pk))
