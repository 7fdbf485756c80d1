"""Reads that start from the person."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from mosaic.lib.crypto import digest
from mosaic.people.models import Person, RepeatableAnswer, Session

SPENDING_KEPT = timedelta(days=2)


def session_for(token: str, now: datetime) -> Session | None:
    """Return the session a token opens, with its person, unless the data has expired."""
    found = Session.objects.select_related("person").filter(digest=digest(token))
    return found.filter(person__expires_at__gt=now).first()


def sessions_of(person: Person) -> QuerySet[Session]:
    """Return a person's open sessions, the last used first."""
    return Session.objects.filter(person=person).order_by("-used_at")


def answers_of(person: Person) -> QuerySet[RepeatableAnswer]:
    """Return what a person's repeatable requests were answered."""
    return RepeatableAnswer.objects.filter(person=person)


def expired_people(now: datetime) -> QuerySet[Person]:
    """Return the people whose data has ended, the longest ended first."""
    return Person.objects.filter(expires_at__lte=now).order_by("expires_at", "pk")


def expired_people_after(
    now: datetime, last: tuple[datetime, UUID] | None
) -> "QuerySet[Person, tuple[UUID, datetime]]":
    """Return (id, end) of the expired people behind `last`, so that a failing one is passed over."""
    people = expired_people(now)
    if last:
        end, person_id = last
        people = people.filter(Q(expires_at__gt=end) | Q(expires_at=end, pk__gt=person_id))
    return people.values_list("pk", "expires_at")


def people_active_since(moment: datetime) -> QuerySet[Person]:
    """Return the people who used a session since a moment (to the hour)."""
    return Person.objects.filter(session__used_at__gte=moment).distinct()
