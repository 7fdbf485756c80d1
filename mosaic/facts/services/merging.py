"""Two facts that mean the same, made one by their person, and made two again."""

from collections.abc import Iterator

from django.db import transaction

from mosaic.facts.domain.kinds import KEPT_WITHOUT_EVIDENCE, STANDING, Status
from mosaic.facts.models import Evidence, Fact
from mosaic.facts.queries import whole_of
from mosaic.facts.services.changing import change, current
from mosaic.facts.services.learning import settle
from mosaic.journal.domain.names import Happened
from mosaic.people.models import Person


class NotTheSame(Exception):
    """Facts that cannot be one: of two kinds, one of them taken out, or one fact twice."""


@transaction.atomic
def merge(person: Person, fact: Fact, *, into: Fact) -> Fact:
    """Make a fact a part of another, with all its words; return the other. Raises NotTheSame.

    What is found for the part later counts for the whole. The whole stands as firmly as the part did.
    """
    fact, into = current(person, fact), current(person, into)
    if not can_merge(fact, into):
        raise NotTheSame
    Evidence.objects.filter(fact=fact, merged_from=None).update(merged_from=fact)
    Evidence.objects.filter(fact=fact).update(fact=into)
    fact.status_before, fact.merged_into = fact.status, into
    if fact.status in KEPT_WITHOUT_EVIDENCE and into.status == Status.SUGGESTED:
        into.status_before, into.status = into.status, Status.CONFIRMED
        into.save(update_fields=["status", "status_before"])
    change(person, fact, Happened.FACT_EDITED, status=Status.MERGED)
    return into


def can_merge(fact: Fact, into: Fact) -> bool:
    """Whether two facts can be one."""
    both_stand = fact.status in STANDING and into.status in STANDING
    return both_stand and fact.pk != into.pk and (fact.kind, fact.polarity) == (into.kind, into.polarity)


@transaction.atomic
def split(person: Person, part: Fact) -> Fact:
    """Make a fact out of a part again, with the words that were its own; return it as it was before.

    A part of what was removed comes out of it removed: taking it out was said about all of it.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    part.refresh_from_db()
    if part.status != Status.MERGED:
        return part
    whole = whole_of(part)
    Evidence.objects.filter(merged_from__in=[part, *_parts_below(part)]).update(fact=part)
    Evidence.objects.filter(merged_from=part).update(merged_from=None)
    part.merged_into = None
    back = Status(part.status_before or Status.SUGGESTED)
    if whole.status == Status.REMOVED:
        part.status_before, back = back, Status.REMOVED
    else:
        part.status_before = ""
    change(person, part, Happened.FACT_EDITED, status=back)
    _let_down(whole)
    settle(person, {part.pk, whole.pk})
    part.refresh_from_db()
    return part


def _parts_below(fact: Fact) -> Iterator[Fact]:
    for part in fact.parts.all():
        yield part
        yield from _parts_below(part)


def _let_down(whole: Fact) -> None:
    """Let a fact that stood firm for the sake of its part be what it was, unless its person has spoken since."""
    if whole.status == Status.CONFIRMED and whole.status_before:
        whole.status, whole.status_before = whole.status_before, ""
        whole.save(update_fields=["status", "status_before"])
