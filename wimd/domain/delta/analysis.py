"""The whole delta of a person, put together from facts alone: the same facts in any order give the same delta."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.profile import Known
from mosaic.lexicon.occupation_fit import OccupationFit, nearest
from wimd.domain.delta import firm
from wimd.domain.delta.ledger import Entry, Shown, ledger_of
from wimd.domain.delta.lines import lines_of, of_kind, proofs
from wimd.domain.delta.model import ALGORITHM, About, Dimension, Line, Side, Target, Thing
from wimd.domain.delta.sides import ALL, Read
from wimd.domain.delta.target import target_of
from wimd.domain.delta.trying import test_for

MOST_OCCUPATIONS = 8
MOST_STRENGTHS = 5
STRONG = 3


@dataclass(frozen=True, slots=True)
class Delta:
    """Nine dimensions, the target they stand against, its skills, and kinds of work beyond somebody's own."""

    sides: tuple[Side, ...]
    target: Target | None
    ledger: tuple[Entry, ...]
    occupations: tuple[OccupationFit[Known], ...]
    strengths: tuple[Line, ...]
    obstacles: tuple[Line, ...]
    algorithm: str = ALGORITHM

    def side(self, key: Dimension) -> Side:
        """Return one dimension."""
        return next(one for one in self.sides if one.key is key)

    @property
    def known(self) -> tuple[Side, ...]:
        """The dimensions with a gap, the widest first."""
        return tuple(sorted((one for one in self.sides if one.gap), key=_width))

    @property
    def unknown(self) -> tuple[Side, ...]:
        """The dimensions without one."""
        return tuple(one for one in self.sides if one.gap is None)


def analyse(about: About, *, beyond: bool = True) -> Delta:
    """Return the delta of somebody; `beyond` says whether to look for kinds of work beyond their own, which takes longest."""
    about = replace(about, things=_in_one_order(about.things))
    target = target_of(about.things, about.chosen)
    shown = _shown(about)
    read = Read(about, target, ledger_of(target, shown, about.bridges) if target else (), shown)
    sides = tuple(one(read) for one in ALL)
    return Delta(
        sides=tuple(replace(one, test=test_for(read, one)) for one in sides),
        target=target,
        ledger=read.ledger,
        occupations=nearest(about.profile, most=MOST_OCCUPATIONS) if beyond and about.profile.skills else (),
        strengths=_strengths(about.things),
        obstacles=lines_of(of_kind(about.things, Polarity.HAS, FactKind.OBSTACLE)),
    )


def _shown(about: About) -> Shown:
    counted = {one.fact_id for one in about.profile.skills}
    skills = of_kind(about.things, Polarity.HAS, FactKind.SKILL)
    lacked = of_kind(about.things, Polarity.LACKS, FactKind.SKILL)
    held, _ = firm.roles_held(about.things)
    return Shown(
        skills=tuple(one for one in skills if one.fact_id in counted),
        roles=held,
        near=tuple(one for one in skills if one.fact_id not in counted),
        lacked=frozenset(one.lexicon_id for one in firm.plain(lacked) if one.lexicon_id),
    )


def _strengths(things: Iterable[Thing]) -> tuple[Line, ...]:
    """Return the powers somebody named, then the skills that are shown most strongly."""
    known = tuple(things)
    powers = of_kind(known, Polarity.HAS, FactKind.STRENGTH)
    skilled = [one for one in of_kind(known, Polarity.HAS, FactKind.SKILL) if one.strength >= STRONG]
    return lines_of((*powers, *proofs(skilled)), MOST_STRENGTHS)


def _in_one_order(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Return facts, and the words of each, in an order of their own."""
    told = (replace(one, said=tuple(sorted(one.said, key=lambda said: (said.asked, said.quote)))) for one in things)
    return tuple(
        sorted(told, key=lambda one: (one.kind, one.polarity, one.label.casefold(), one.lexicon_id, one.quotes))
    )


def _width(side: Side) -> tuple[int, int]:
    return -(side.gap.steps if side.gap else 0), tuple(Dimension).index(side.key)
