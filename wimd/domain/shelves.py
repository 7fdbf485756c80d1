"""Which kinds of facts are chosen from the lexicon, and from which part of it."""

from collections.abc import Mapping

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.suggestions import Shelf, Suggestion, suggestions

SHELVES: Mapping[FactKind, Shelf] = {
    FactKind.SKILL: Shelf.SKILLS,
    FactKind.ROLE: Shelf.OCCUPATIONS,
    FactKind.VALUE: Shelf.VALUES,
    FactKind.LICENCE: Shelf.LICENCES,
}
# What matters, a goal, and the terms of work are wished for; everything else is so unless somebody says otherwise.
WISHED = frozenset((FactKind.VALUE, FactKind.GOAL, FactKind.LOCATION, FactKind.REMOTE, FactKind.PAY, FactKind.HOURS))


def suggested_for(kind: FactKind, words: str) -> tuple[Suggestion, ...]:
    """Return the entries that words about a fact of a kind may mean."""
    return suggestions(SHELVES[kind], words) if kind in SHELVES else ()


def usual_polarity(kind: FactKind) -> Polarity:
    """Return how a fact of a kind is mostly meant."""
    if kind is FactKind.CONSTRAINT:
        return Polarity.AVOIDS
    return Polarity.WANTS if kind in WISHED else Polarity.HAS
