"""Reads of what somebody has done, starting from the person."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from mosaic.facts.domain.kinds import STANDING
from mosaic.facts.models import Evidence, SourceKind
from mosaic.facts.queries import profile_of
from mosaic.journal.domain.names import Happened
from mosaic.journal.queries import has_happened
from mosaic.people.models import Person
from ps101.domain.experiences import ENOUGH_SKILLS, SIDE_QUESTIONS, Account, Kind
from ps101.models import Experience, Journey
from ps101.queries.contexts import context_of
from ps101.queries.journeys import latest_journey_of

SHORT_FLOW = "fast_track"


def experiences_of(person: Person) -> QuerySet[Experience]:
    """Return what a person told they have done, the latest told first."""
    return Experience.objects.filter(person=person).order_by("-created_at", "-pk")


def account_of(experience: Experience) -> Account:
    """Return an experience as it was told."""
    return Account(
        kind=Kind(experience.kind),
        title=experience.title,
        place=experience.place,
        began=experience.began,
        ended=experience.ended,
        is_ongoing=experience.is_ongoing,
        did=experience.did,
    )


def shown_by(person: Person, experiences: Iterable[Experience]) -> dict[UUID, list[Evidence]]:
    """Return by experience the words that support a standing fact, each with its fact, in the order of the text."""
    rows = Evidence.objects.filter(person=person, source_kind=SourceKind.EXPERIENCE, fact__status__in=STANDING)
    rows = rows.filter(source_id__in=[one.pk for one in experiences]).select_related("fact")
    found: dict[UUID, list[Evidence]] = defaultdict(list)
    for evidence in rows.order_by("start", "created_at"):
        found[evidence.source_id].append(evidence)
    return found


def evidenced_skills_of(person: Person) -> int:
    """Return how many skills stand on a person's words; what words only come near to is not counted."""
    return len(profile_of(person).skills)


def needs_experiences(person: Person) -> bool:
    """Whether to ask what somebody has done: the Fast Track is read, shows few skills, and nobody asked before."""
    journey, context = latest_journey_of(person), context_of(person)
    if journey is None or journey.status != Journey.Status.COMPLETED or journey.flow.key != SHORT_FLOW:
        return False
    if context is None or context.extracted_at is None or context.journey_id != journey.pk:
        return False
    if SIDE_QUESTIONS in journey.skipped or has_happened(person, Happened.EXPERIENCE_TOLD):
        return False
    return evidenced_skills_of(person) < ENOUGH_SKILLS
