"""How well a kind of work fits somebody, by their skills, direction, interests and values. Pure and additive.

Every page and path that shows occupations asks here. What is not known leaves the sum: an aspect without facts has
no weight. The points of the aspects add up to the score, those of the edges to their aspect, all as whole numbers
by largest remainder, so that nothing is lost or made up by rounding.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from mosaic.lexicon.apportion import apportioned
from mosaic.lexicon.entries import Occupation
from mosaic.lexicon.kinship import closeness
from mosaic.lexicon.leanings import draw, letters_of
from mosaic.lexicon.reach import FULL, Credit, F, Fact, reach_of
from mosaic.lexicon.store import lexicon

ALGORITHM = "occupations-2"
MILLION = 1_000_000
ESSENTIAL, OPTIONAL = 100, 35
# Words never show everything: what is not found in them counts for three fifths of its weight.
NOT_FOUND = 600
MOST = 12


class Aspect(StrEnum):
    """What an occupation's fit is made of, in the order it is shown."""

    SKILLS = "skills"
    DIRECTION = "direction"
    INTERESTS = "interests"
    VALUES = "values"


WEIGHTS = {Aspect.SKILLS: 60, Aspect.DIRECTION: 25, Aspect.INTERESTS: 15, Aspect.VALUES: 15}

F_co = TypeVar("F_co", bound=Fact, covariant=True)


class Standing(Protocol[F_co]):
    """What is known about somebody, as far as occupations go."""

    @property
    def skills(self) -> Sequence[F_co]: ...
    @property
    def roles(self) -> Sequence[F_co]: ...
    @property
    def roles_wanted(self) -> Sequence[F_co]: ...
    @property
    def values(self) -> Sequence[F_co]: ...
    @property
    def interests(self) -> Sequence[F_co]: ...


@dataclass(frozen=True, slots=True)
class Edge(Generic[F]):
    """One fact that speaks for the occupation: to which skill, occupation, letter or value it leads, and its points.

    `amount` says in thousandths how far it carries, `via` how.
    """

    fact: F
    via: str
    target: str
    amount: int
    points: int = 0


@dataclass(frozen=True, slots=True)
class Gain(Generic[F]):
    """One aspect's points of at most `weight`, and the edges they come from; weights of known aspects add up to 100."""

    aspect: Aspect
    weight: int
    points: int
    edges: tuple[Edge[F], ...]


@dataclass(frozen=True, slots=True)
class OccupationFit(Generic[F]):
    """A kind of work with its fit from 0 to 100, every point's origin, what carries over and what is missing."""

    id: str
    score: int
    gains: tuple[Gain[F], ...]
    carries: Mapping[str, Credit[F]]
    missing: tuple[str, ...]
    algorithm: str = ALGORITHM


@dataclass(frozen=True, slots=True)
class _Share(Generic[F]):
    """How far one aspect fits, in millionths, and the edges with what each earned of it."""

    aspect: Aspect
    share: int
    edges: tuple[tuple[int, Edge[F]], ...]


def occupation_fit(known: Standing[F], occupation: Occupation) -> OccupationFit[F] | None:
    """Return how an occupation fits, or None while nothing is known that could speak for it or against it."""
    return _fit(known, reach_of(known.skills, known.roles), occupation)


def nearest(known: Standing[F], *, most: int = MOST) -> tuple[OccupationFit[F], ...]:
    """Return the occupations to which something carries over, the best first; somebody's own are not among them."""
    reach = reach_of(known.skills, known.roles)
    own = {fact.lexicon_id for fact in known.roles}
    found = (_fit(known, reach, one) for one in lexicon().occupations.values() if one.id not in own)
    near = [one for one in found if one is not None and one.carries]
    near.sort(key=lambda one: (-one.score, -len(one.carries), one.id))
    return tuple(near[:most])


def _fit(known: Standing[F], reach: Mapping[str, Credit[F]], occupation: Occupation) -> OccupationFit[F] | None:
    shares = [one for one in _shares(known, reach, occupation) if one is not None]
    if not shares:
        return None
    weights = [WEIGHTS[one.aspect] for one in shares]
    earned = [weight * one.share for weight, one in zip(weights, shares, strict=True)]
    score = (200 * sum(earned) + sum(weights) * MILLION) // (2 * sum(weights) * MILLION)
    rows = zip(shares, apportioned(100, weights), apportioned(score, earned), strict=True)
    return OccupationFit(
        id=occupation.id,
        score=score,
        gains=tuple(Gain(one.aspect, weight, points, _edges(one, points)) for one, weight, points in rows),
        carries={skill: reach[skill] for skill in occupation.essential if skill in reach},
        missing=tuple(skill for skill in occupation.essential if skill not in reach),
    )


def _edges(share: _Share[F], points: int) -> tuple[Edge[F], ...]:
    """Return the edges with the aspect's points shared out among them, the strongest first."""
    ordered = sorted(share.edges, key=lambda row: (-row[0], row[1].target, str(row[1].fact.fact_id)))
    shared = apportioned(points, [earned for earned, _ in ordered])
    return tuple(
        Edge(edge.fact, edge.via, edge.target, edge.amount, each)
        for (_, edge), each in zip(ordered, shared, strict=True)
    )


def _shares(known: Standing[F], reach: Mapping[str, Credit[F]], occupation: Occupation) -> Iterator[_Share[F] | None]:
    yield _skills(reach, occupation) if reach else None
    yield _direction(known.roles_wanted or known.roles, occupation)
    yield _interests(known.interests, occupation)
    yield _values(known.values, occupation)


def _skills(reach: Mapping[str, Credit[F]], occupation: Occupation) -> _Share[F]:
    """Return how much of what is done in the work somebody shows."""
    asked = [(one, ESSENTIAL) for one in occupation.essential] + [(one, OPTIONAL) for one in occupation.optional]
    shown = [(weight, one, reach[one]) for one, weight in asked if one in reach]
    edges = tuple((weight * by.amount, Edge(by.fact, by.via.value, one, by.amount)) for weight, one, by in shown)
    credit = {one: by.amount for _, one, by in shown}
    whole = sum(weight * (NOT_FOUND + (FULL - NOT_FOUND) * credit.get(one, 0) // FULL) for one, weight in asked)
    return _Share(Aspect.SKILLS, sum(earned for earned, _ in edges) * MILLION // whole, edges)


def _direction(facts: Iterable[F], occupation: Occupation) -> _Share[F] | None:
    """Return how close the work is to what somebody wants to do, or did when they want nothing else."""
    close = [
        (closeness(one.lexicon_id, occupation.id), one) for one in facts if one.lexicon_id in lexicon().occupations
    ]
    if not close:
        return None
    amount, fact = max(close, key=lambda row: (row[0], str(row[1].fact_id)))
    edge = Edge(fact, "direction", fact.lexicon_id, amount)
    return _Share(Aspect.DIRECTION, amount * MILLION // FULL, ((amount, edge),) if amount else ())


def _interests(facts: Iterable[F], occupation: Occupation) -> _Share[F] | None:
    """Return how far interests point to the work: each statement counts the same, shared out over its letters."""
    told = [(one, letters) for one in facts if (letters := letters_of(one.lexicon_id, one.label))]
    if not told:
        return None
    drawn = [
        (one, letter, share, draw(letter, occupation)) for one, letters in told for letter, share in letters.items()
    ]
    edges = tuple((share * far, Edge(one, "interest", letter.value, far)) for one, letter, share, far in drawn if far)
    return _Share(Aspect.INTERESTS, sum(earned for earned, _ in edges) // len(told), edges)


def _values(facts: Iterable[F], occupation: Occupation) -> _Share[F] | None:
    """Return how many of the stated values the work usually offers."""
    stated = {one.lexicon_id: one for one in facts if one.lexicon_id in lexicon().values}
    if not stated:
        return None
    met = tuple((FULL, Edge(one, "value", value, FULL)) for value, one in stated.items() if value in occupation.values)
    return _Share(Aspect.VALUES, len(met) * MILLION // len(stated), met)
