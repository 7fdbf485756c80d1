"""What a person says about a fact: that it is so, what it is called, that it does not count.

A fact that was merged into another is one with it: what is said about it is said about both.
"""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from mosaic.facts.domain.kinds import FactKind, Status
from mosaic.facts.models import Fact
from mosaic.facts.queries import whole_of
from mosaic.facts.services.statements import restate
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lexicon.about import about
from mosaic.lib.text import normalised
from mosaic.people.models import Person


class UnknownName(Exception):
    """A name the lexicon does not have for a thing."""


@transaction.atomic
def confirm(person: Person, fact: Fact) -> Fact:
    """Note that the person says a fact is so."""
    fact = current(person, fact)
    fact.status_before = ""
    return change(person, fact, Happened.FACT_CONFIRMED, status=Status.CONFIRMED)


@transaction.atomic
def edit(person: Person, fact: Fact, *, label: str) -> Fact:
    """Give a fact the person's own words; it is still recognised by those it was found in."""
    fact = current(person, fact)
    if not fact.named:
        fact.named, fact.named_id = fact.label, fact.lexicon_id
    fact.label, fact.status_before = normalised(label).strip(), ""
    restate(fact)
    return change(person, fact, Happened.FACT_EDITED, status=Status.EDITED)


def rename(person: Person, fact: Fact, *, label: str) -> Fact:
    """Call a fact by one of the names the lexicon has for it. Raises UnknownName."""
    entry = about(whole_of(fact).lexicon_id)
    if not label or label not in (entry.label, *entry.names):
        raise UnknownName
    return edit(person, fact, label=label)


@transaction.atomic
def remove(person: Person, fact: Fact) -> Fact:
    """Take a fact out of everything that follows, until it is restored."""
    fact = current(person, fact)
    if fact.status != Status.REMOVED:
        fact.status_before = fact.status
    return change(person, fact, Happened.FACT_REMOVED, status=Status.REMOVED)


@transaction.atomic
def restore(person: Person, fact: Fact) -> Fact:
    """Bring a removed fact back as what it was."""
    fact = current(person, fact)
    if fact.status != Status.REMOVED:
        return fact
    # Without words left it stands because its person brings it back.
    back = Status(fact.status_before) if fact.status_before and fact.evidence.exists() else Status.CONFIRMED
    fact.status_before = ""
    return change(person, fact, Happened.FACT_RESTORED, status=back)


def current(person: Person, fact: Fact) -> Fact:
    """Return what speaks for a fact as it is now, with nobody else changing this person's facts meanwhile."""
    Person.objects.select_for_update().get(pk=person.pk)
    fact.refresh_from_db()
    return whole_of(fact)


def change(person: Person, fact: Fact, happened: Happened, *, status: Status) -> Fact:
    """Give a fact a status and note it. Called inside a transaction."""
    fact.status = status
    fact.changed_at = timezone.now()
    fact.save()
    note(person, happened, fact, kind=FactKind(fact.kind))
    stamp(person)
    return fact


def stamp(person: Person) -> None:
    """Make everything derived from facts stale."""
    Person.objects.filter(pk=person.pk).update(facts_stamp=F("facts_stamp") + 1)
    person.refresh_from_db(fields=["facts_stamp"])
