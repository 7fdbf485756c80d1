"""Reads of flows, journeys and answers, starting from the person."""

from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from pydantic import TypeAdapter

from mosaic.lib.crypto import digest
from mosaic.people.models import Person
from ps101.domain.engine import Standing
from ps101.domain.experiments import Gate, Status
from ps101.domain.extraction import ALGORITHM, AnswerText
from ps101.domain.flow import Flow
from ps101.models import Answer, Experiment, FlowVersion, Journey
from ps101.queries.experiments import experiment_in, gates_of

OPEN = (Journey.Status.ACTIVE, Journey.Status.PAUSED)


def active_flows() -> QuerySet[FlowVersion]:
    """Return the flows a new journey can take."""
    return FlowVersion.objects.filter(is_active=True).order_by("key")


def active_flow(key: str) -> FlowVersion | None:
    """Return the version of a flow that new journeys take."""
    return active_flows().filter(key=key).first()


def flow_of(version: FlowVersion) -> Flow:
    """Return a stored version as a flow."""
    return _flow(version.sha256, version.pk)


@lru_cache(maxsize=32)
def _flow(sha256: str, pk: int) -> Flow:
    """Build a flow once per process: a stored version never changes."""
    return TypeAdapter(Flow).validate_python(FlowVersion.objects.get(pk=pk, sha256=sha256).document)


def journeys_of(person: Person) -> QuerySet[Journey]:
    """Return a person's journeys, the latest first."""
    # What a flow asks is built once per process (`flow_of`): its text is not fetched and read every time.
    journeys = Journey.objects.select_related("flow").defer("flow__document")
    return journeys.filter(person=person).order_by("-created_at", "-pk")


def open_journey_of(person: Person) -> Journey | None:
    """Return the journey a person is on or has paused."""
    return journeys_of(person).filter(status__in=OPEN).first()


def latest_journey_of(person: Person) -> Journey | None:
    """Return the journey begun last."""
    return journeys_of(person).first()


def given_answers_of(person: Person) -> QuerySet[Answer]:
    """Return everything a person has answered, drafts apart."""
    return Answer.objects.filter(person=person, version__gt=0)


def answers_in(journey: Journey) -> dict[str, Answer]:
    """Return a journey's answers and drafts by prompt."""
    return {answer.prompt_key: answer for answer in Answer.objects.filter(journey=journey, person_id=journey.person_id)}


def standing_in(journey: Journey) -> Standing:
    """Return where a journey stands."""
    given = Answer.objects.filter(journey=journey, version__gt=0).values_list("prompt_key", "length")
    flow = flow_of(journey.flow)
    gates = gates_of(journey) if any(step.gate for step in flow.steps) else frozenset()
    return Standing(flow, dict(given), frozenset(journey.skipped), gates)


def progress_by_journey(journeys: Sequence[Journey]) -> dict[UUID, tuple[int, int]]:
    """Return how much of each of some journeys is answered, of how much, in one query."""
    given: dict[UUID, dict[str, int]] = {journey.pk: {} for journey in journeys}
    answers = Answer.objects.filter(journey__in=given, version__gt=0)
    for journey, key, length in answers.values_list("journey_id", "prompt_key", "length"):
        given[journey][key] = length
    return {
        one.pk: Standing(flow_of(one.flow), given[one.pk], frozenset(one.skipped), frozenset()).progress
        for one in journeys
    }


def waiting_in(journey: Journey) -> Experiment | None:
    """Return the experiment a journey waits for: its day to look back is still to come, and nothing is told of it yet."""
    standing = standing_in(journey)
    here = standing.step
    if here is None or here.gate is not Gate.REFLECTION or any(one.key in standing.answered for one in here.prompts):
        return None
    experiment = experiment_in(journey)
    if experiment is None or experiment.review_on is None or experiment.status not in (Status.DRAFT, Status.ACTIVE):
        return None
    return experiment if experiment.review_on > timezone.localdate() else None


def texts_in(journey: Journey) -> list[AnswerText]:
    """Return a journey's answers in the flow's order, with what each prompt feeds."""
    answers = answers_in(journey)
    prompts = flow_of(journey.flow).prompts
    given = ((prompt, answers[prompt.key]) for prompt in prompts if prompt.key in answers)
    return [AnswerText(prompt.key, answer.text, prompt.feeds) for prompt, answer in given if answer.version]


def answers_digest_of(journey: Journey) -> str:
    """Return a digest of which texts a journey holds now; equal digests need no second reading."""
    given = Answer.objects.filter(journey=journey, version__gt=0).order_by("prompt_key")
    versions = ";".join(f"{pk}={version}" for pk, version in given.values_list("pk", "version"))
    return digest(f"{ALGORITHM};{journey.flow.sha256};{journey.completed_at is not None};{versions}")
