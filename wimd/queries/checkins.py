"""Reads of weekly check-ins, starting from the person."""

from django.db.models import QuerySet
from django.utils import timezone

from mosaic.journal.domain.names import Due
from mosaic.journal.models import Reminder
from mosaic.journal.queries import open_reminders_of
from mosaic.people.models import Person
from wimd.domain.checkins import Account, week_of
from wimd.models import CheckIn
from wimd.queries.readings import zone_of


def checkins_of(person: Person) -> QuerySet[CheckIn]:
    """Return a person's check-ins, the latest week first."""
    return CheckIn.objects.filter(person=person).order_by("-week")


def latest_checkin_of(person: Person) -> CheckIn | None:
    """Return what a person said last of a week, if they ever did."""
    return checkins_of(person).first()


def week_now(person: Person) -> str:
    """Return the ISO week it is for a person."""
    return week_of(timezone.localdate(timezone=zone_of(person)))


def may_check_in(person: Person) -> bool:
    """Whether this week is still to be told of, and no reminder says so already."""
    return not checkins_of(person).filter(week=week_now(person)).exists() and next_checkin_of(person) is None


def next_checkin_of(person: Person) -> Reminder | None:
    """Return the reminder of the next check-in, if somebody asked for one."""
    return open_reminders_of(person).filter(kind=Due.CHECKIN).first()


def account_in(checkin: CheckIn) -> Account:
    """Return a check-in as it was said."""
    return Account(moved=checkin.moved, hindered=checkin.hindered, next_step=checkin.next_step, energy=checkin.energy)
