"""Reads of what was understood."""

from django.db.models import QuerySet

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.models import Fact, SourceKind
from mosaic.facts.queries import standing_facts_of
from mosaic.people.models import Person
from ps101.models import Context


def context_of(person: Person) -> Context | None:
    """Return what was understood, or is being read."""
    return Context.objects.select_related("journey__flow").filter(person=person).first()


def has_context(person: Person) -> bool:
    """Whether personal coaching is open: something was understood once."""
    return Context.objects.filter(person=person, extracted_at__isnull=False).exists()


def context_facts_of(person: Person, kind: FactKind, aspect: str = "") -> QuerySet[Fact]:
    """Return the standing facts of one kind that rest on answers or on the person's own statement."""
    facts = standing_facts_of(person, kind).filter(polarity=Polarity.HAS)
    facts = facts.filter(evidence__source_kind__in=(SourceKind.ANSWER, SourceKind.STATED)).distinct()
    return facts.filter(aspect=aspect) if aspect else facts
