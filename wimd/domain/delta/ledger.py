"""Each skill of the target: had, carried over from another, missing, or left out by the person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mosaic.lexicon.reach import Credit, Via, reach_of
from mosaic.lexicon.store import lexicon
from wimd.domain.delta.model import FARTHEST, Bridge, Gap, Rule, Standing, Target, Thing

# How much of what the target asks for is shown, in thousandths, and how many steps remain then.
STEPS = ((850, 0), (650, 1), (450, 2), (250, 3))
# Words never show everything: a skill nobody said anything about weighs three fifths, as in the fit of occupations.
NOT_FOUND = 600
WHOLE = 1000
# While less than a third is known, there is no gap: not found in words is unknown, not missing.
LEAST_KNOWN = 3
SAID_MISSING = (Bridge.LEARN, Bridge.ASK)
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


@dataclass(frozen=True, slots=True)
class Shown:
    """What somebody says about skills: those they have, those their words come near, those they say they lack."""

    skills: tuple[Thing, ...] = ()
    roles: tuple[Thing, ...] = ()
    near: tuple[Thing, ...] = ()
    lacked: frozenset[str] = frozenset()


def ledger_of(target: Target, shown: Shown, bridges: Mapping[str, Bridge]) -> tuple[Entry, ...]:
    """Return every skill the target asks for with where it stands, what is had first."""
    occupation = lexicon().occupations.get(target.occupation)
    essential = tuple(dict.fromkeys((*target.skills, *(occupation.essential if occupation else ()))))
    optional = tuple(one for one in (occupation.optional if occupation else ()) if one not in essential)
    reach, near = reach_of(shown.skills, shown.roles), reach_of(shown.near, ())
    rows = [
        _entry(one, reach.get(one), near.get(one), bridges.get(one), is_essential=one in essential)
        for one in (*essential, *optional)
    ]
    return tuple(
        sorted(rows, key=lambda one: (not one.is_essential, ORDER.index(one.standing), -one.amount, one.skill))
    )


def gap_in(entries: Iterable[Entry], lacked: frozenset[str] = frozenset()) -> Gap | None:
    """Return how far what the work stands on is shown, None while too little of it is known.

    What was left out by hand does not count; what somebody says they lack, or set out to learn, is known as missing.
    """
    asked = [one for one in entries if one.is_essential and one.standing is not Standing.DROPPED]
    known = [one for one in asked if _is_known(one, lacked)]
    if not asked or len(known) * LEAST_KNOWN < len(asked):
        return None
    whole = len(known) * WHOLE + (len(asked) - len(known)) * NOT_FOUND
    share = sum(one.amount for one in known) * WHOLE // whole
    steps = next((steps for least, steps in STEPS if share >= least), FARTHEST)
    counts = {standing.value: sum(one.standing is standing for one in asked) for standing in Standing}
    return Gap(steps, Rule.SHOWN, {"asked": len(asked), "shown": share // 10, **counts})


def _is_known(entry: Entry, lacked: frozenset[str]) -> bool:
    is_shown = entry.standing in (Standing.HAVE, Standing.TRANSFERABLE)
    return is_shown or entry.bridge in SAID_MISSING or entry.skill in lacked


def _entry(
    skill: str, credit: Credit[Thing] | None, near: Credit[Thing] | None, bridge: Bridge | None, *, is_essential: bool
) -> Entry:
    if credit:
        # Who has a narrower skill does the broader one too, in that one form.
        standing = Standing.HAVE if credit.via in (Via.SAME, Via.NARROWER) else Standing.TRANSFERABLE
        return Entry(skill, standing, is_essential, credit.amount, credit.via, credit.source, credit.fact, bridge)
    if bridge is Bridge.DROP:
        return Entry(skill, Standing.DROPPED, is_essential, bridge=bridge)
    if near and near.via is Via.SAME:
        return Entry(skill, Standing.PERHAPS, is_essential, 0, near.via, near.source, near.fact, bridge)
    return Entry(skill, Standing.MISSING, is_essential, bridge=bridge)
