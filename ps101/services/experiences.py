"""Telling what one has done, once: it shows skills and stands in résumés without being asked again."""

from collections.abc import Mapping
from dataclasses import asdict, replace

from django.db import transaction
from django.utils import timezone

from mosaic.facts import services as facts
from mosaic.facts.models import SourceKind
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.experiences import SIDE_QUESTIONS, Account, Unclear, read_account
from ps101.models import Experience


class NotClear(Exception):
    """What was typed cannot be kept; says which field and why."""

    def __init__(self, unclear: Mapping[str, Unclear]) -> None:
        super().__init__(sorted(unclear))
        self.unclear = unclear


class ToldMeanwhile(Exception):
    """Somebody, perhaps the same person in another window, changed this experience in between."""

    def __init__(self, current: Experience) -> None:
        super().__init__(current.version)
        self.current = current


@transaction.atomic
def tell(person: Person, account: Account) -> Experience:
    """Keep what somebody has done and learn from its words. Sent twice it is told once. Raises NotClear."""
    account = _checked(account)
    Person.objects.select_for_update().get(pk=person.pk)
    twin = next((one for one in queries.experiences_of(person) if queries.account_of(one) == account), None)
    if twin:
        return twin
    experience = Experience.objects.create(person=person, **asdict(account))
    _learn(person, experience, account)
    note(person, Happened.EXPERIENCE_TOLD, experience, kind=experience.kind)
    return experience


@transaction.atomic
def change(person: Person, experience: Experience, *, version: int, account: Account) -> Experience:
    """Tell it differently; `version` is the one the writer saw. Raises NotClear and ToldMeanwhile."""
    account = _checked(account)
    locked = Experience.objects.select_for_update().get(person=person, pk=experience.pk)
    if queries.account_of(locked) == account:
        return locked
    if locked.version != version:
        raise ToldMeanwhile(locked)
    for name, value in asdict(account).items():
        setattr(locked, name, value)
    locked.version += 1
    locked.save()
    _learn(person, locked, account)
    return locked


@transaction.atomic
def remove(person: Person, experience: Experience) -> None:
    """Delete an experience and what rested on its words alone."""
    facts.forget_source(person, SourceKind.EXPERIENCE, experience.pk)
    note(person, Happened.EXPERIENCE_REMOVED, experience, kind=experience.kind)
    Experience.objects.filter(person=person, pk=experience.pk).delete()


@transaction.atomic
def pass_questions(person: Person) -> None:
    """Leave the two short questions aside; they are not asked again."""
    journey = queries.journeys_of(person).select_for_update(of=("self",)).first()
    if journey and SIDE_QUESTIONS not in journey.skipped:
        journey.skipped = [*journey.skipped, SIDE_QUESTIONS]
        journey.save(update_fields=["skipped"])


def _checked(account: Account) -> Account:
    words = {name: normalised(getattr(account, name)).strip() for name in ("title", "place", "began", "ended", "did")}
    account = replace(account, **words)  # type: ignore[arg-type]  # only fields of words are named
    if account.unclear:
        raise NotClear(account.unclear)
    return account


def _learn(person: Person, experience: Experience, account: Account) -> None:
    source = facts.Source(SourceKind.EXPERIENCE, experience.pk, account.text, experience.version)
    facts.learn(person, source, read_account(account, today=timezone.localdate()))
