"""What of a message is taken as known: in talk a thing is often only named, and naming it is not having done it."""

from collections.abc import Iterable

from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, How, Polarity
from mosaic.lexicon.words import tokens_of

_NOT_DONE = frozenset((How.NAMED, How.NEAR, None))


def told_in_talk(found: Iterable[Found]) -> list[Found]:
    """Return what was found in a message without skills that were only named in it, or were near in meaning to its words."""
    return [one for one in found if not _is_only_named(one)]


def is_named_in(one: Found, message: str) -> bool:
    """Whether a message says a skill by its name: only then it is told back at once, the others wait in the list."""
    said = {token.key for token in tokens_of(message)}
    return all(token.key in said for token in tokens_of(one.label))


def _is_only_named(one: Found) -> bool:
    return one.kind is FactKind.SKILL and one.polarity is Polarity.HAS and one.how in _NOT_DONE
