"""Reads of what came of journeys and experiments, starting from the person."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.models import Fact, SourceKind
from mosaic.facts.queries import standing_facts_of
from mosaic.people.models import Person
from ps101.domain.experiments import Gate
from ps101.domain.extraction import understand
from ps101.domain.flow import Prompt, Step
from ps101.domain.mastery import About, Change, rated_prompts
from ps101.models import Answer, Commitment, Context, EarlierContext, Experiment, Journey
from ps101.queries.experiments import experiments_of
from ps101.queries.journeys import (
    active_flows,
    answers_in,
    flow_of,
    given_answers_of,
    journeys_of,
    latest_journey_of,
    texts_in,
)


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


def change_in(journey: Journey) -> Change | None:
    """Return the confidence a journey tells of; None when it was not asked for yet."""
    flow, answers = flow_of(journey.flow), answers_in(journey)
    before = _rating(answers, rated_prompts(flow, late=False))
    after = _rating(answers, rated_prompts(flow, late=True))
    if before is None and after is None:
        return None
    told = timezone.localdate(journey.completed_at or journey.created_at)
    return Change(About.JOURNEY, journey.pk, flow.title, before, after, told)


def told_in(journey: Journey) -> Iterator[tuple[Step, list[tuple[Prompt, Answer]]]]:
    """Yield the steps of a journey with the answers given; what another flow asked follows, when it turned from that."""
    left = {key: answer for key, answer in answers_in(journey).items() if answer.version}
    others = (flow_of(version) for version in active_flows() if version.pk != journey.flow_id)
    for flow in (flow_of(journey.flow), *others):
        for step in flow.steps:
            given = [(prompt, left.pop(prompt.key)) for prompt in step.prompts if prompt.key in left]
            if given:
                yield step, given


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


def _rating(answers: Mapping[str, Answer], keys: tuple[str, ...]) -> int | None:
    given = (answers[key].rating for key in keys if key in answers and answers[key].version)
    return next((rating for rating in given if rating is not None), None)
