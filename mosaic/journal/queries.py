"""Reads of what happened and what is due."""

from django.db.models import QuerySet

from mosaic.journal.domain.names import Happened
from mosaic.journal.models import DailyCount, Event, Reminder
from mosaic.people.models import Person


def events_of(person: Person, *names: Happened) -> QuerySet[Event]:
    """Return a person's steps, the latest first; with names only those."""
    events = Event.objects.filter(person=person).order_by("-created_at", "-pk")
    return events.filter(name__in=names) if names else events


def has_happened(person: Person, name: Happened) -> bool:
    """Whether a person ever took a step."""
    return Event.objects.filter(person=person, name=name).exists()


def open_reminders_of(person: Person) -> QuerySet[Reminder]:
    """Return what is due for a person, the soonest first."""
    return Reminder.objects.filter(person=person, state=Reminder.State.OPEN).order_by("due_on", "created_at")


def daily_counts() -> QuerySet[DailyCount]:
    """Return the counts of all days, the latest first."""
    return DailyCount.objects.all()
