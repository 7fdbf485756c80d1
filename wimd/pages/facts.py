"""What the pages of facts show."""

from collections.abc import Sequence
from itertools import groupby
from uuid import UUID

from mosaic.facts.domain.kinds import FactKind, Status
from mosaic.facts.models import Fact, SourceKind
from mosaic.facts.origins import origins_of
from mosaic.facts.queries import facts_of, standing_facts_of
from mosaic.facts.words import kind_words, status_words
from mosaic.people.models import Person
from wimd import queries
from wimd.pages.talk import Shown
from wimd.queries import Wanted
from wimd.queries.facts import SHOWN
from wimd.words.facts import MEANT

PAGE = 40


def facts(person: Person, wanted: Wanted, *, cursor: str, done: UUID | None) -> Shown:
    """Return what is known, narrowed; `done` is a fact just left out or joined, to take that back. Raises BadCursor."""
    known = queries.known_facts_of(person)
    removed = [fact for fact in known if fact.status == Status.REMOVED]
    listed = queries.matching(known if wanted.status else known[: len(known) - len(removed)], wanted)
    page = queries.page_of(listed, cursor=cursor, limit=PAGE)
    return {
        "wanted": wanted,
        "page_of_facts": page,
        "groups": _groups(page.facts, listed),
        "removed": [] if wanted.status else queries.matching(removed, Wanted(wanted.kind, wanted.source, q=wanted.q)),
        "known_count": len(known) - len(removed),
        "confirmed_count": sum(fact.status in (Status.CONFIRMED, Status.EDITED) for fact in known),
        "is_narrowed": wanted != Wanted(),
        "done": facts_of(person).filter(pk=done, status__in=(Status.REMOVED, Status.MERGED)).first() if done else None,
        "origins": origins_of(person),
        **_choices(known),
        **adding(),
    }


def adding() -> Shown:
    """Return what a statement is made of."""
    return {"all_kinds": [(kind.value, kind_words(kind)) for kind in FactKind], "meant": list(MEANT.items())}


def fact(person: Person, found: Fact) -> Shown:
    """Return one fact with everything that stands behind it, and those it can be joined with."""
    others = standing_facts_of(person, FactKind(found.kind)).filter(polarity=found.polarity).exclude(pk=found.pk)
    return {
        "fact": found,
        "heading": kind_words(FactKind(found.kind)),
        "state": status_words(Status(found.status)),
        "others": list(others) if found.status != Status.REMOVED else [],
        "origins": origins_of(person),
    }


def _groups(shown: Sequence[Fact], listed: Sequence[Fact]) -> list[Shown]:
    """Return the facts of a page by kind, each kind with how many there are in all."""
    counts = _counts(listed)
    return [
        {"key": kind, "heading": kind_words(FactKind(kind)), "count": counts[kind], "facts": list(facts)}
        for kind, facts in groupby(shown, key=lambda fact: fact.kind)
    ]


def _counts(facts: Sequence[Fact]) -> dict[str, int]:
    found: dict[str, int] = {}
    for one in facts:
        found[one.kind] = found.get(one.kind, 0) + 1
    return found


def _choices(known: Sequence[Fact]) -> Shown:
    """Return what the list can be narrowed to."""
    kinds = _counts(known)
    statuses = {fact.status for fact in known}
    return {
        "kinds": [(kind.value, kind_words(kind), kinds[kind]) for kind in FactKind if kind in kinds],
        "sources": [(kind.value, SourceKind(kind).label) for kind in queries.sources_in(known)],
        "statuses": [(one.value, status_words(one)) for one in SHOWN if one in statuses],
    }
