"""What somebody can do with their presence here: begin, stay, leave nothing behind."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import available_timezones

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from mosaic.lib.crypto import digest, new_key, new_token
from mosaic.lib.database import forget_deleted
from mosaic.people import jobs, keyring, queries
from mosaic.people.domain import expiry
from mosaic.people.models import Person, Session


@dataclass(frozen=True, slots=True)
class Opened:
    """A new session and the only copy of its token."""

    session: Session
    token: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was erased and when. Says nothing about the person."""

    erased_at: datetime
    rows: int
    files: int


@transaction.atomic
def begin(*, timezone_name: str = "", language: str = "en") -> Opened:
    """Make a person with their own key and a first session."""
    now = timezone.now()
    person_id = uuid4()
    person = Person.objects.create(
        id=person_id,
        expires_at=_end(now, has_content=False),
        wrapped_key=keyring.key_wrap().wrap(new_key(), owner=person_id.bytes),
        timezone=timezone_name if timezone_name in available_timezones() else "UTC",
        language=language,
    )
    return open_session(person)


def open_session(person: Person) -> Opened:
    """Open a session of an existing person."""
    token = new_token()
    return Opened(Session.objects.create(person=person, digest=digest(token)), token)


def renew(person: Person, *, at_once: bool = False) -> None:
    """Move the end of a person's data, at most once an hour unless asked for."""
    end = _end(timezone.now(), has_content=person.has_content)
    if at_once or expiry.is_worth_renewing(person.expires_at, end):
        Person.objects.filter(pk=person.pk, expires_at__lt=end).update(expires_at=end)
        person.expires_at = max(person.expires_at, end)


def keep_content(person: Person) -> None:
    """Note that a person has left something here: from now on the long period counts."""
    if person.has_content:
        return
    end = _end(timezone.now(), has_content=True)
    Person.objects.filter(pk=person.pk).update(has_content=True, expires_at=end)
    person.has_content, person.expires_at = True, end


def touch_session(session: Session) -> None:
    """Note that a session was used, to the hour."""
    now = timezone.now()
    if now - session.used_at > expiry.RENEWAL:
        Session.objects.filter(pk=session.pk).update(used_at=now)


def end_session(session: Session) -> None:
    """End one session; the person and everything of theirs stays."""
    session.delete()


def end_other_sessions(kept: Session) -> int:
    """End every session of a person but one; return how many."""
    ended, _ = queries.sessions_of(kept.person).exclude(pk=kept.pk).delete()
    return ended


def set_place(person: Person, **changes: str) -> Person:
    """Change time zone, region or language; other names are refused by the caller's form."""
    for name, value in changes.items():
        setattr(person, name, value)
    person.save(update_fields=list(changes))
    return person


def erase(person: Person) -> Receipt:
    """Erase a person now."""
    rows = _count_rows(person)
    removed = jobs.erase(person.pk)
    forget_deleted()
    return Receipt(timezone.now(), rows, removed)


def rewrap_keys(after: UUID | None = None, *, batch: int = 500) -> tuple[int, UUID | None]:
    """Wrap the next people's keys under the first service key; return how many and the last id."""
    people = Person.objects.order_by("pk").exclude(wrapped_key=b"")
    chunk = list((people.filter(pk__gt=after) if after else people)[:batch])
    for person in chunk:
        with transaction.atomic():
            locked = Person.objects.select_for_update().get(pk=person.pk)
            key = keyring.key_wrap().unwrap(bytes(locked.wrapped_key), owner=locked.pk.bytes)
            locked.wrapped_key = keyring.key_wrap().wrap(key, owner=locked.pk.bytes)
            locked.save(update_fields=["wrapped_key"])
    return len(chunk), chunk[-1].pk if chunk else None


def _end(now: datetime, *, has_content: bool) -> datetime:
    return expiry.end_after(
        now, has_content=has_content, days=settings.DATA_DAYS, empty_hours=settings.EMPTY_PERSON_HOURS
    )


def _count_rows(person: Person) -> int:
    """Count the rows that fall with a person."""
    return sum(
        relation.related_model._default_manager.filter(person=person).count()
        for relation in Person._meta.related_objects
        if relation.field.name == "person"
    )


ANSWERS_KEPT = timedelta(hours=24)
