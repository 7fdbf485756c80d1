"""Secret read links for a counsellor or a friend: chosen parts, until a chosen day, taken back at any time.

What can be shown is registered by the part of Mosaic that knows several apps; nothing here knows their words.
A link renews nothing and reaches nothing beyond what was chosen.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from mosaic.lib.crypto import digest, new_token
from mosaic.people.models import Person, Share, ShareComment, ShareOpening

MOST_DAYS = 30
MOST_SHARES = 20
MOST_COMMENTS = 50
MOST_OPENINGS = 1000

Shown = Mapping[str, object]
Choices = Sequence[tuple[UUID, str]]


@dataclass(frozen=True, slots=True)
class Scope:
    """One thing that can be shown: its code, its words, its template, and what fills it."""

    code: str
    label: Promise | str
    template: str
    show: Callable[[Person, UUID | None], Shown]
    choices: Callable[[Person], Choices] | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """A new link and the only copy of its secret."""

    share: Share
    secret: str


class NothingToShow(ValueError):
    """A scope that is not known, or a version that is not the person's."""


class TooMany(Exception):
    """More links, or more comments on one, than are kept."""


_scopes: dict[str, Scope] = {}


def register(scope: Scope) -> None:
    """Let something be shared."""
    _scopes[scope.code] = scope


def scopes() -> Sequence[Scope]:
    """Return everything that can be shared."""
    return tuple(_scopes.values())


def open_share(
    person: Person, *, codes: Sequence[str], days: int, label: str, version: UUID | None, allows_comments: bool
) -> Opened:
    """Make a link. Raises NothingToShow, TooMany."""
    chosen = [scope for scope in scopes() if scope.code in codes]
    if not chosen or len(chosen) != len(set(codes)):
        raise NothingToShow
    secret = new_token()
    with transaction.atomic():
        Person.objects.select_for_update().get(pk=person.pk)
        if shares_of(person).count() >= MOST_SHARES:
            raise TooMany
        share = Share.objects.create(
            person=person,
            digest=digest(secret),
            label=label,
            scopes=[scope.code for scope in chosen],
            version=_version(person, chosen, version),
            allows_comments=allows_comments,
            ends_at=timezone.now() + timedelta(days=min(days, MOST_DAYS)),
        )
    return Opened(share, secret)


def end_share(share: Share) -> None:
    """Take a link back at once; what was opened and said stays in the list. One that is over goes altogether."""
    if is_over(share):
        share.delete()
        return
    share.ends_at = timezone.now()
    share.save(update_fields=["ends_at"])


def is_over(share: Share) -> bool:
    """Whether a link shows nothing any more."""
    return share.ends_at <= timezone.now()


def shares_of(person: Person) -> QuerySet[Share]:
    """Return a person's links, the latest first, with what happened to them."""
    made = Share.objects.filter(person=person).prefetch_related("openings", "comments")
    return made.order_by("-created_at", "-pk")


def share_for(secret: str, now: datetime) -> Share | None:
    """Return what a secret opens, unless it or the person's data is over."""
    found = Share.objects.select_related("person").filter(digest=digest(secret))
    return found.filter(ends_at__gt=now, person__expires_at__gt=now).first()


def shown_by(share: Share) -> list[tuple[Scope, Shown]]:
    """Return the chosen parts as they are now."""
    chosen = [scope for scope in scopes() if scope.code in share.scopes]
    return [(scope, scope.show(share.person, share.version if scope.choices else None)) for scope in chosen]


def note_opening(share: Share) -> None:
    """Remember that a link was opened."""
    if share.openings.count() < MOST_OPENINGS:
        ShareOpening.objects.create(person_id=share.person_id, share=share)


def comment(share: Share, *, author: str, text: str) -> ShareComment:
    """Keep what somebody with the link wrote. Raises NothingToShow, TooMany."""
    if not share.allows_comments:
        raise NothingToShow
    if share.comments.count() >= MOST_COMMENTS:
        raise TooMany
    return ShareComment.objects.create(person_id=share.person_id, share=share, author=author, text=text)


def _version(person: Person, chosen: Sequence[Scope], wanted: UUID | None) -> UUID | None:
    """Return the chosen version if it is the person's, the latest when none was chosen."""
    for scope in chosen:
        if scope.choices is None:
            continue
        ids = [choice for choice, _ in scope.choices(person)]
        if not ids or (wanted and wanted not in ids):
            raise NothingToShow
        return wanted or ids[0]
    return None
