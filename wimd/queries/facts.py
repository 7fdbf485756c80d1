"""What is known about a person as one list: narrowed, in order, a page at a time."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mosaic.facts.domain.kinds import FactKind, Status
from mosaic.facts.models import Fact, SourceKind
from mosaic.facts.queries import facts_of
from mosaic.people.models import Person

KINDS = {kind: place for place, kind in enumerate(FactKind)}
# What a person can see and ask for; what has lost its words is not said, and a part is shown with its whole.
SHOWN = (Status.SUGGESTED, Status.CONFIRMED, Status.EDITED, Status.REMOVED)

Place = tuple[bool, int, datetime, UUID]


class BadCursor(Exception):
    """A cursor that this list never gave."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; empty narrows nothing. `q` is looked for in labels and quotes."""

    kind: str = ""
    source: str = ""
    status: str = ""
    q: str = ""


@dataclass(frozen=True, slots=True)
class FactPage:
    """A part of a list; `following` is the cursor of the next part, `preceding` of the one before, None for none.

    The first part has the cursor "".
    """

    facts: Sequence[Fact]
    total: int
    following: str | None
    preceding: str | None


def known_facts_of(person: Person) -> list[Fact]:
    """Return all a person can see of what is known, by kind and in order of learning, what they left out last."""
    return sorted(facts_of(person).filter(status__in=SHOWN).prefetch_related("parts"), key=_place)


def matching(facts: Sequence[Fact], wanted: Wanted) -> list[Fact]:
    """Return the facts that a list narrowed so has."""
    return [fact for fact in facts if _is_wanted(fact, wanted)]


def page_of(facts: Sequence[Fact], *, cursor: str, limit: int) -> FactPage:
    """Return the part of a list after a cursor. Raises BadCursor."""
    after = _read(cursor)
    start = sum(1 for fact in facts if _place(fact) <= after) if after else 0
    end = start + limit
    following = _cursor(facts[end - 1]) if end < len(facts) else None
    before = start - limit
    preceding = None if not start else _cursor(facts[before - 1]) if before > 0 else ""
    return FactPage(facts[start:end], len(facts), following, preceding)


def _is_wanted(fact: Fact, wanted: Wanted) -> bool:
    rows = fact.evidence.all()
    if wanted.source and not any(one.source_kind == wanted.source for one in rows):
        return False
    words = wanted.q.casefold().split()
    said = " ".join((fact.label, *(one.quote for one in rows))).casefold() if words else ""
    return wanted.kind in ("", fact.kind) and wanted.status in ("", fact.status) and all(word in said for word in words)


def _place(fact: Fact) -> Place:
    return fact.status == Status.REMOVED, KINDS[FactKind(fact.kind)], fact.created_at, fact.pk


def _cursor(fact: Fact) -> str:
    """Name a place in the list; it stays the same place when the fact there is gone."""
    is_removed, kind, made, pk = _place(fact)
    return urlsafe_b64encode(f"{int(is_removed)} {kind} {made.isoformat()} {pk.hex}".encode()).decode()


def _read(cursor: str) -> Place | None:
    if not cursor:
        return None
    try:
        is_removed, kind, made, pk = urlsafe_b64decode(cursor).decode().split(" ")
        found = is_removed == "1", int(kind), datetime.fromisoformat(made), UUID(pk)
    except ValueError as error:
        raise BadCursor from error
    if found[2].tzinfo is None:
        raise BadCursor
    return found


def sources_in(facts: Sequence[Fact]) -> list[SourceKind]:
    """Return the kinds of sources that some facts rest on, in a fixed order."""
    found = {one.source_kind for fact in facts for one in fact.evidence.all()}
    return [kind for kind in SourceKind if kind.value in found]
