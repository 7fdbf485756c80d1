"""What gaps are counted from: sentences in the way, wishes met, rungs apart, and which words belong to a side."""

from collections.abc import Iterable

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.store import lexicon
from wimd.domain.delta import firm
from wimd.domain.delta.cues import is_about, sides_in, tells_of_others
from wimd.domain.delta.lines import of_kind
from wimd.domain.delta.model import FARTHEST, Dimension, Gap, Rule, Thing

CIRCUMSTANCES = frozenset((Dimension.PAY, Dimension.PLACE, Dimension.TIME, Dimension.SKILLS))
HAS, WANTS = Polarity.HAS, Polarity.WANTS


def weighed(against: tuple[Thing, ...]) -> Gap:
    """Return one step for each sentence, two for one that answers what the problem is and why it weighs."""
    heavy = sum(one.asked in firm.HEAVY_ASKED for one in against)
    return Gap(min(FARTHEST, len(against) + heavy), Rule.IN_THE_WAY, {"sentences": len(against), "heavy": heavy})


def sentence(thing: Thing) -> str:
    return next(iter(thing.quotes), thing.label).casefold()


def is_held_dear(thing: Thing) -> bool:
    return not tells_of_others(thing.label) and not speaks_of_circumstances(thing)


def speaks_of_circumstances(thing: Thing) -> bool:
    """Whether words are about money, hours or time, and not about what they are for."""
    found = sides_in(thing.label)
    return bool(CIRCUMSTANCES.intersection(found)) and Dimension.MEANING not in found


def said_of(key: Dimension, things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Return what was stated, and of the rest what speaks of a side by more than the word it was found by."""
    return tuple(
        one
        for one in things
        if one.is_confirmed or any(said.source in firm.ON_PURPOSE or is_about(said.quote, key) for said in one.said)
    )


def wishes_met(has: Iterable[Thing], wishes: Iterable[Thing]) -> Gap | None:
    """Return how many wishes what is there already meets, compared by code; None when none can be compared."""
    there = {(one.kind, one.lexicon_id) for one in has if one.lexicon_id}
    kinds = {kind for kind, _ in there}
    asked = {(one.kind, one.lexicon_id) for one in wishes if one.lexicon_id and one.kind in kinds}
    if not asked:
        return None
    met = len(asked & there)
    return Gap(
        (FARTHEST * (len(asked) - met) + len(asked) // 2) // len(asked), Rule.WISHES, {"met": met, "wishes": len(asked)}
    )


def rungs_apart(things: Iterable[Thing]) -> int:
    """Return how many rungs of seniority lie between what somebody is and wants to be; 0 while one of them is unsaid."""
    known = tuple(things)
    has, wants = ([_rung(one) for one in of_kind(known, polarity, FactKind.LEVEL)] for polarity in (HAS, WANTS))
    there, asked = (max((rank for rank in ranks if rank is not None), default=None) for ranks in (has, wants))
    return abs(asked - there) if there is not None and asked is not None else 0


def _rung(level: Thing) -> int | None:
    words = f" {level.label.casefold()} "
    named = (
        rung.rank
        for rung in lexicon().seniority.values()
        if level.lexicon_id == rung.id or any(f" {name.casefold()} " in words for name in (rung.label, *rung.aliases))
    )
    return next(named, None)


def offers(role_held: Thing) -> tuple[str, ...]:
    occupation = lexicon().occupations.get(role_held.lexicon_id)
    return occupation.values if occupation else ()
