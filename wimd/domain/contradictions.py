"""What a person said that pulls apart: the same thing wanted and kept away from, or had and missing.

Nothing is taken sides with: both stay what they are until the person says which holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from mosaic.facts.domain.kinds import FactKind, Polarity

ENOUGH_WISHES = 3
OPPOSITES = ((Polarity.WANTS, Polarity.AVOIDS), (Polarity.HAS, Polarity.LACKS))
WISHES = (Polarity.WANTS, Polarity.AVOIDS)


@dataclass(frozen=True, slots=True)
class Said:
    """Something known of a person, from a moment on, and until it was taken away again."""

    id: str
    kind: FactKind
    identity: str
    polarity: Polarity
    since: datetime
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which something held; without an end it still does."""

    since: datetime
    until: datetime | None = None


def pulling_apart(said: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Return the pairs that contradict each other and stand both, in order of saying."""
    standing = [one for one in sorted(said, key=_order) if one.until is None]
    known = {(one.kind, one.identity, one.polarity): one for one in standing}
    pairs = (
        (one, known.get((one.kind, one.identity, other)))
        for one in standing
        for polarity, other in OPPOSITES
        if one.polarity is polarity
    )
    return [(one, other) for one, other in pairs if other]


def agreements(said: Sequence[Said]) -> list[Span]:
    """Return the times in which at least three wishes were known and nothing contradicted anything."""
    spans: list[Span] = []
    began: datetime | None = None
    for at, holds in _turns(said):
        if holds and began is None:
            began = at
        elif not holds and began is not None:
            spans.append(Span(began, at))
            began = None
    return [*spans, Span(began)] if began else spans


def _turns(said: Sequence[Said]) -> Iterator[tuple[datetime, bool]]:
    """Yield whether it held after each moment at which something came or went."""
    moments: dict[datetime, list[tuple[Said, int]]] = defaultdict(list)
    for one in said:
        moments[one.since].append((one, 1))
        if one.until:
            moments[one.until].append((one, -1))
    count: dict[tuple[FactKind, str, Polarity], int] = defaultdict(int)
    wishes, apart = 0, set[tuple[FactKind, str]]()
    for at in sorted(moments):
        for one, change in moments[at]:
            count[one.kind, one.identity, one.polarity] += change
            wishes += change if one.polarity in WISHES else 0
            thing = (one.kind, one.identity)
            if _contradicts(count[*thing, polarity] > 0 for polarity in Polarity):
                apart.add(thing)
            else:
                apart.discard(thing)
        yield at, wishes >= ENOUGH_WISHES and not apart


def _contradicts(said: Iterable[bool]) -> bool:
    stands = dict(zip(Polarity, said, strict=True))
    return any(stands[one] and stands[other] for one, other in OPPOSITES)


def _order(one: Said) -> tuple[datetime, str]:
    return one.since, one.id
