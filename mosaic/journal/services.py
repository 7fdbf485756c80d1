"""Noting what happened and what is due. Called inside the transaction of the effect."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from mosaic.journal.domain.names import CAME_BACK, COUNTED, Due, Happened
from mosaic.journal.models import DailyCount, Event, Reminder
from mosaic.people.models import Owned, Person
from mosaic.people.services import keep_content

Plain = str | int | float | bool | None


@transaction.atomic
def note(person: Person, name: Happened, about: Owned | None = None, **data: Plain) -> Event:
    """Append a step. `data` holds codes, numbers and ids, never words."""
    keep_content(person)
    now = timezone.now()
    if _is_first_of_a_later_day(person, now.date()):
        count(CAME_BACK)
    if name in COUNTED:
        count(COUNTED[name])
    return Event.objects.create(
        person=person,
        name=name,
        subject=about._meta.model_name or "" if about else "",
        subject_id=about.pk if about else None,
        data=data,
        created_at=now,
    )


def count(name: str) -> None:
    """Count something for today, for nobody in particular."""
    today = timezone.now().date()
    DailyCount.objects.get_or_create(day=today, name=name)
    DailyCount.objects.filter(day=today, name=name).update(count=F("count") + 1)


def remind(person: Person, kind: Due, about: Owned, due_on: date) -> None:
    """Make something due, or move it when it is due already."""
    Reminder.objects.update_or_create(
        person=person,
        kind=kind,
        subject_id=about.pk,
        state=Reminder.State.OPEN,
        defaults={"due_on": due_on, "subject": about._meta.model_name or ""},
    )


@transaction.atomic
def finish_reminder(person: Person, reminder: Reminder) -> None:
    """Note that what was due is done."""
    open_one = Reminder.objects.filter(pk=reminder.pk, person=person, state=Reminder.State.OPEN)
    if open_one.update(state=Reminder.State.DONE):
        note(person, Happened.REMINDER_DONE, reminder, kind=reminder.kind)


def finish_reminders(person: Person, subject_id: UUID) -> None:
    """Let what was due about something be done; what was done is noted by who did it."""
    about = Reminder.objects.filter(person=person, subject_id=subject_id, state=Reminder.State.OPEN)
    about.update(state=Reminder.State.DONE)


def drop_reminders(person: Person, subject_id: UUID) -> None:
    """Take back what is due about something."""
    about = Reminder.objects.filter(person=person, subject_id=subject_id, state=Reminder.State.OPEN)
    about.update(state=Reminder.State.DROPPED)


def _is_first_of_a_later_day(person: Person, today: date) -> bool:
    if person.created_at.date() >= today:
        return False
    return not Event.objects.filter(person=person, created_at__date=today).exists()
