"""How far somebody's skills reach: what they have, what that includes, and what it carries over to.

Credit counts in thousandths of having the very skill. Every credit names the fact it stands on.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from mosaic.lexicon.store import lexicon

FULL = 1000
# A narrower skill shows most of a broader one; a broader one shows half of what is special in a narrower one.
NARROWER_SHOWS = 800
BROADER_SHOWS = 500
# What carries over in one direction carries over back, but less.
BACKWARDS = 600
# What is done daily in a kind of work somebody names as theirs, and what is often done in it.
ESSENTIAL_IN_ROLE = 700
OPTIONAL_IN_ROLE = 350
LEAST = 250
MOST_STEPS = 2


class Via(StrEnum):
    """How a fact shows a skill."""

    SAME = "same"
    NARROWER = "narrower"
    BROADER = "broader"
    ROLE = "role"
    RELATED = "related"


class Fact(Protocol):
    """One thing known about somebody, and the words it stands on; the lexicon id is "" when it has none."""

    @property
    def fact_id(self) -> UUID: ...
    @property
    def lexicon_id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def quotes(self) -> tuple[str, ...]: ...


F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Credit(Generic[F]):
    """How far a skill is shown, how, from which skill or occupation, and by which fact."""

    amount: int
    via: Via
    source: str
    fact: F


def reach_of(skills: Iterable[F], roles: Iterable[F]) -> Mapping[str, Credit[F]]:
    """Return the best credit for each skill that facts about skills and roles reach."""
    best: dict[str, Credit[F]] = {}
    for skill, credit in _credits(skills, roles):
        known = best.get(skill)
        if credit.amount >= LEAST and (known is None or _rank(credit) > _rank(known)):
            best[skill] = credit
    return best


def _rank(credit: Credit[F]) -> tuple[int, bool, str, str]:
    """Order credits so that equal amounts are settled the same way every time."""
    return credit.amount, credit.via is not Via.ROLE, credit.source, str(credit.fact.fact_id)


def _credits(skills: Iterable[F], roles: Iterable[F]) -> Iterator[tuple[str, Credit[F]]]:
    for fact in skills:
        if fact.lexicon_id in lexicon().skills:
            yield fact.lexicon_id, Credit(FULL, Via.SAME, fact.lexicon_id, fact)
            for skill, amount, via in around(fact.lexicon_id):
                yield skill, Credit(amount, via, fact.lexicon_id, fact)
    for fact in roles:
        if fact.lexicon_id in lexicon().occupations:
            yield from _from_role(fact)


def _from_role(fact: F) -> Iterator[tuple[str, Credit[F]]]:
    """Yield what somebody shows by naming a kind of work as theirs."""
    occupation = lexicon().occupations[fact.lexicon_id]
    for skills, shown in ((occupation.essential, ESSENTIAL_IN_ROLE), (occupation.optional, OPTIONAL_IN_ROLE)):
        for skill in skills:
            yield skill, Credit(shown, Via.ROLE, occupation.id, fact)
            for other, amount, _ in around(skill):
                yield other, Credit(amount * shown // FULL, Via.RELATED, skill, fact)


@lru_cache(maxsize=4096)
def around(skill: str) -> tuple[tuple[str, int, Via], ...]:
    """Return what having a skill shows beside itself, in up to two steps: (skill, thousandths, how)."""
    best: dict[str, tuple[int, Via]] = {skill: (FULL, Via.SAME)}
    ahead = {skill: (FULL, Via.SAME)}
    for _ in range(MOST_STEPS):
        reached: dict[str, tuple[int, Via]] = {}
        for here, (amount, _via) in ahead.items():
            for there, share, via in _steps(here):
                shown = amount * share // FULL
                if shown >= LEAST and shown > best.get(there, (0, via))[0] and shown > reached.get(there, (0, via))[0]:
                    reached[there] = (shown, via if here == skill else Via.RELATED)
        best |= reached
        ahead = reached
    return tuple((there, amount, via) for there, (amount, via) in sorted(best.items()) if there != skill)


@cache
def _all_steps() -> Mapping[str, tuple[tuple[str, int, Via], ...]]:
    """Return from each skill what it shows in one step, the strongest way to each other skill."""
    found: dict[str, dict[str, tuple[int, Via]]] = {one: {} for one in lexicon().skills}
    for skill in lexicon().skills.values():
        for parent in skill.parents:
            _keep(found[skill.id], parent, NARROWER_SHOWS, Via.NARROWER)
            _keep(found[parent], skill.id, BROADER_SHOWS, Via.BROADER)
        for other, strength in skill.related.items():
            _keep(found[skill.id], other, round(strength * FULL), Via.RELATED)
            _keep(found[other], skill.id, round(strength * BACKWARDS), Via.RELATED)
    return {one: tuple((other, amount, via) for other, (amount, via) in steps.items()) for one, steps in found.items()}


def _keep(steps: dict[str, tuple[int, Via]], other: str, amount: int, via: Via) -> None:
    if amount > steps.get(other, (0, via))[0]:
        steps[other] = (amount, via)


def _steps(skill: str) -> tuple[tuple[str, int, Via], ...]:
    return _all_steps()[skill]


def best_of(ids: Iterable[str], reach: Mapping[str, Credit[F]]) -> Credit[F] | None:
    """Return the best credit for any of some alternatives."""
    credits_found = [reach[one] for one in ids if one in reach]
    return max(credits_found, key=_rank, default=None)
