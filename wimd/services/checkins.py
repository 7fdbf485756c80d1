"""What a person can do with weekly check-ins: make one, change it, take it back. Skipping a week costs nothing."""

from dataclasses import asdict, replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mosaic.facts import services as facts
from mosaic.facts.domain.reading import read_own_words
from mosaic.facts.models import SourceKind
from mosaic.journal.domain.names import Due, Happened
from mosaic.journal.models import Reminder
from mosaic.journal.queries import open_reminders_of
from mosaic.journal.services import drop_reminders, note, remind
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from wimd import queries
from wimd.domain.checkins import LONGEST, Account
from wimd.domain.safety import danger_in
from wimd.models import CheckIn

A_WEEK = timedelta(days=7)


class NothingSaid(Exception):
    """A check-in without a word and without a number."""


class NoCheckIn(Exception):
    """There is no check-in to change."""


@transaction.atomic
def check_in(person: Person, account: Account, *, reminds: bool = False) -> tuple[CheckIn, bool]:
    """Keep what somebody says of this week; said again, it is changed. Returns it, and whether it is new. Raises NothingSaid."""
    account = _checked(account)
    Person.objects.select_for_update().get(pk=person.pk)
    week = queries.week_now(person)
    before = queries.checkins_of(person).filter(week=week).first()
    checkin = before or CheckIn(person=person, week=week)
    _write(person, checkin, account)
    if before is None:
        _finish_due(person)
        note(person, Happened.CHECKED_IN, checkin, week=week)
    set_reminder(person, checkin, reminds=reminds)
    return checkin, before is None


@transaction.atomic
def change_check_in(person: Person, account: Account, *, reminds: bool | None = None) -> CheckIn:
    """Change the latest check-in, of whichever week it is. Raises NoCheckIn and NothingSaid."""
    account = _checked(account)
    checkin = queries.checkins_of(person).select_for_update().first()
    if checkin is None:
        raise NoCheckIn
    _write(person, checkin, account)
    if reminds is not None:
        set_reminder(person, checkin, reminds=reminds)
    return checkin


@transaction.atomic
def remove_check_in(person: Person) -> None:
    """Take the latest check-in back with everything that rests on its words alone. Raises NoCheckIn."""
    checkin = queries.checkins_of(person).select_for_update().first()
    if checkin is None:
        raise NoCheckIn
    facts.forget_source(person, SourceKind.CHECKIN, checkin.pk)
    drop_reminders(person, checkin.pk)
    note(person, Happened.CHECKIN_REMOVED, checkin, week=checkin.week)
    checkin.delete()


def set_reminder(person: Person, checkin: CheckIn, *, reminds: bool) -> None:
    """Make the next check-in due in a week, or take that back."""
    if reminds:
        remind(person, Due.CHECKIN, checkin, timezone.localdate(timezone=queries.zone_of(person)) + A_WEEK)
    else:
        drop_reminders(person, checkin.pk)


def _write(person: Person, checkin: CheckIn, account: Account) -> None:
    """Keep the words and learn from them; what is said in danger is not read for anything."""
    if not checkin._state.adding and queries.account_in(checkin) == account:
        return
    checkin.version += 0 if checkin._state.adding else 1
    for name, value in asdict(account).items():
        setattr(checkin, name, value)
    checkin.changed_at = timezone.now()
    checkin.save()
    found = read_own_words(account.text, today=timezone.localdate()) if not danger_in(account.text) else []
    source = facts.Source(SourceKind.CHECKIN, checkin.pk, account.text, checkin.version)
    facts.learn(person, source, found)


def _finish_due(person: Person) -> None:
    """Let the reminder of an earlier week be done; the check-in itself is what is noted."""
    open_reminders_of(person).filter(kind=Due.CHECKIN).update(state=Reminder.State.DONE)


def _checked(account: Account) -> Account:
    """Return an account with words that can be kept. Raises NothingSaid."""
    words = {name: normalised(getattr(account, name)).strip()[:LONGEST] for name in ("moved", "hindered", "next_step")}
    account = replace(account, **words)  # type: ignore[arg-type]  # the three fields of text
    if account.is_empty:
        raise NothingSaid
    return account
