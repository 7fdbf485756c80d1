"""Reads of what is known about a person."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from mosaic.facts.domain.kinds import STANDING, FactKind, Polarity, Status
from mosaic.facts.domain.profile import Known, Profile
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.people.models import Person

# Which facts fill which part of the profile.
PARTS = {
    "skills": (FactKind.SKILL, Polarity.HAS),
    "skills_wanted": (FactKind.SKILL, Polarity.WANTS),
    "roles": (FactKind.ROLE, Polarity.HAS),
    "roles_wanted": (FactKind.ROLE, Polarity.WANTS),
    "values": (FactKind.VALUE, Polarity.WANTS),
    "licences": (FactKind.LICENCE, Polarity.HAS),
    "education": (FactKind.EDUCATION, Polarity.HAS),
    "languages": (FactKind.LANGUAGE, Polarity.HAS),
    "location": (FactKind.LOCATION, Polarity.WANTS),
    "remote": (FactKind.REMOTE, Polarity.WANTS),
    "pay": (FactKind.PAY, Polarity.WANTS),
    "hours": (FactKind.HOURS, Polarity.WANTS),
    "interests": (FactKind.INTEREST, Polarity.HAS),
}


def facts_of(person: Person) -> QuerySet[Fact]:
    """Return everything known about a person with its evidence, removed facts included."""
    evidence = Evidence.objects.order_by("created_at", "start")
    return (
        Fact.objects.filter(person=person).prefetch_related(Prefetch("evidence", evidence)).order_by("created_at", "pk")
    )


def standing_facts_of(person: Person, *kinds: FactKind) -> QuerySet[Fact]:
    """Return the facts that count, of all kinds or of some."""
    facts = facts_of(person).filter(status__in=STANDING)
    return facts.filter(kind__in=kinds) if kinds else facts


def removed_facts_of(person: Person) -> QuerySet[Fact]:
    """Return what a person took away, to restore it."""
    return facts_of(person).filter(status=Status.REMOVED)


def facts_from(person: Person, source: SourceKind, source_id: UUID) -> QuerySet[Fact]:
    """Return the standing facts that rest on one source."""
    return standing_facts_of(person).filter(evidence__source_kind=source, evidence__source_id=source_id).distinct()


def has_facts(person: Person) -> bool:
    """Whether anything that counts is known."""
    return Fact.objects.filter(person=person, status__in=STANDING).exists()


def profile_of(person: Person) -> Profile:
    """Return what matching and résumés may know."""
    parts: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for fact in standing_facts_of(person):
        parts[fact.kind, fact.polarity].append(_known(fact))
    return Profile(**{name: tuple(parts[key]) for name, key in PARTS.items()})


def _known(fact: Fact) -> Known:
    quotes = tuple(dict.fromkeys(evidence.quote for evidence in fact.evidence.all()))
    return Known(fact.pk, fact.lexicon_id, fact.label, quotes, fact.status != Status.SUGGESTED)
