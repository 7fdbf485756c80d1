"""Each skill of the target: had, carried over from another, missing, or left out by the person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mosaic.lexicon.reach import Credit, Via, reach_of
from mosaic.lexicon.store import lexicon
from wimd.domain.delta.model import FARTHEST, Bridge, Gap, Rule, Standing, Target, Thing

# How much of what the target asks for is shown, in thousandths, and how many steps remain then.
STEPS = ((850, 0), (650, 1), (450, 2), (250, 3))
ORDER = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Entry:
    """One skill of the target. `amount` says in thousandths how far it is shown, `via` how and `thing` by which words.

    `essential` tells what the work stands on from what is good to have.
    """

    skill: str
    standing: Standing
    is_essential: bool
    amount: int = 0
    via: Via | None = None
    source: str = ""
    thing: Thing | None = None
    bridge: Bridge | None = None


def ledger_of(
    target: Target, skills: Iterable[Thing], roles: Iterable[Thing], bridges: Mapping[str, Bridge]
) -> tuple[Entry, ...]:
    """Return every skill the target asks for with where it stands, what is had first."""
    reach = reach_of(skills, roles)
    occupation = lexicon().occupations.get(target.occupation)
    essential = tuple(dict.fromkeys((*target.skills, *(occupation.essential if occupation else ()))))
    optional = tuple(one for one in (occupation.optional if occupation else ()) if one not in essential)
    rows = [_entry(one, reach.get(one), bridges.get(one), is_essential=True) for one in essential]
    rows += [_entry(one, reach.get(one), bridges.get(one), is_essential=False) for one in optional]
    return tuple(sorted(rows, key=lambda one: (not one.is_essential, ORDER.index(one.standing), -one.amount, one.skill)))


def gap_in(entries: Iterable[Entry]) -> Gap | None:
    """Return how far what the work stands on is shown; what was left out by hand does not count."""
    asked = [one for one in entries if one.is_essential and one.standing is not Standing.DROPPED]
    if not asked:
        return None
    shown = sum(one.amount for one in asked) // len(asked)
    steps = next((steps for least, steps in STEPS if shown >= least), FARTHEST)
    counts = {standing.value: sum(one.standing is standing for one in asked) for standing in Standing}
    return Gap(steps, Rule.SHOWN, {"asked": len(asked), "shown": shown // 10, **counts})


def _entry(skill: str, credit: Credit[Thing] | None, bridge: Bridge | None, *, is_essential: bool) -> Entry:
    if credit is None:
        standing = Standing.DROPPED if bridge is Bridge.DROP else Standing.MISSING
        return Entry(skill, standing, is_essential, bridge=bridge)
    # Who has a narrower skill does the broader one too, in that one form.
    standing = Standing.HAVE if credit.via in (Via.SAME, Via.NARROWER) else Standing.TRANSFERABLE
    return Entry(skill, standing, is_essential, credit.amount, credit.via, credit.source, credit.fact, bridge)
