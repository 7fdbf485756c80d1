"""What the apps hold of a person. Each app registers its own in `ready()`; nobody imports upwards."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone
from django.utils.functional import Promise

from mosaic.people.models import AIMode, Person, RecoveryCode


@dataclass(frozen=True, slots=True)
class Holding:
    """One kind of thing: its code and its words, how many of it a person has, and how many bytes of files."""

    name: str
    label: Promise | str
    count: Callable[[Person], int]
    size: Callable[[Person], int] = lambda _: 0


_holdings: list[Holding] = []


def register(holding: Holding) -> None:
    """Let a kind of thing appear in every summary."""
    _holdings.append(holding)


def labelled_counts_of(person: Person) -> list[tuple[Promise | str, int]]:
    """Return the same in words, for pages."""
    return [(holding.label, holding.count(person)) for holding in _holdings]


def counts_of(person: Person) -> dict[str, int]:
    """Return how many things of each kind a person has."""
    return {holding.name: holding.count(person) for holding in _holdings}


def storage_of(person: Person) -> int:
    """Return the bytes of all files of a person."""
    return sum(holding.size(person) for holding in _holdings)


def summary_of(person: Person) -> dict[str, object]:
    """Return what `GET /session` says."""
    code = RecoveryCode.objects.filter(person=person).first()
    return {
        "user_id": person.pk,
        "created_at": person.created_at,
        "expires_at": person.expires_at,
        "days_left": person.days_left(timezone.now()),
        "timezone": person.timezone,
        "region": person.region,
        "language": person.language,
        "counts": counts_of(person),
        "storage": {"used": storage_of(person), "limit": settings.PERSON_LIMIT},
        "recovery_code": {"made_at": code.created_at if code else None},
        "ai": ai_of(person),
    }


def ai_of(person: Person) -> dict[str, object]:
    """Return what a language model may do."""
    return {"consent": person.ai_mode != AIMode.OFF, "mode": person.ai_mode}
