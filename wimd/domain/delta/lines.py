"""Facts as lines of a dimension, in an order that does not depend on the order in which they were found."""

import re
from collections.abc import Iterable, Sequence

from mosaic.facts.domain.kinds import FactKind, Polarity
from wimd.domain.delta.model import Line, Said, Thing

MOST_LINES = 4
ALIKE = 60
# Questions under which people tell what they have done.
DONE_ASKED = frozenset(("past_skills", "small_wins", "results", "new_skills", "elsewhere"))
OWN = re.compile(r"\b(?:i|i['’](?:ve|m|d)|my|we)\b|^\W*\w+(?:ed|t)\b", re.IGNORECASE)


def of_kind(things: Iterable[Thing], polarity: Polarity, *kinds: FactKind) -> tuple[Thing, ...]:
    """Return the facts of some kinds, those with most words first."""
    found = (one for one in things if one.kind in kinds and one.polarity is polarity)
    return tuple(sorted(found, key=_rank))


def in_order(things: Iterable[Thing], asked: Sequence[str]) -> tuple[Thing, ...]:
    """Return facts by the question they answer, in this order of questions; all others come after them."""
    return tuple(sorted(things, key=lambda one: (_place(one.asked, asked), *_rank(one))))


def proofs(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Return skills by how well their words prove them: those of what somebody says they did first, the strongest first."""
    return tuple(
        sorted(things, key=lambda one: (not _is_own_doing(one), -one.strength, one.label.casefold(), one.quotes))
    )


def _is_own_doing(thing: Thing) -> bool:
    return any(
        one.source not in ("answer", "message") or (one.asked in DONE_ASKED and OWN.search(one.quote))
        for one in thing.said
    )


def line_of(thing: Thing, said: Said | None = None) -> Line:
    """Return a fact as a line with one of its quotes, the first when none is given."""
    words = said or (thing.said[0] if thing.said else None)
    if words is None:
        return Line(thing.label, thing.fact_id)
    return Line(thing.label, thing.fact_id, words.quote, words.source, words.source_id, words.asked)


def lines_of(things: Iterable[Thing], most: int = MOST_LINES) -> tuple[Line, ...]:
    """Return facts as lines, no quote twice, nor two that begin as one sentence."""
    found: dict[str, Line] = {}
    for thing in things:
        line = line_of(thing)
        found.setdefault((line.quote or line.label).casefold()[:ALIKE], line)
    return tuple(found.values())[:most]


def _place(asked: str, order: Sequence[str]) -> int:
    return order.index(asked) if asked in order else len(order)


def _rank(thing: Thing) -> tuple[bool, int, str, str]:
    return not thing.is_confirmed, -len(thing.said), thing.label.casefold(), str(thing.quotes)
