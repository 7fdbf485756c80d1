"""The nine dimensions one by one: what stands on each side, and the rule by which their distance is found."""

from collections.abc import Iterable
from dataclasses import dataclass

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.kinship import closeness
from mosaic.lexicon.store import lexicon
from wimd.domain.delta import firm, people
from wimd.domain.delta.counting import (
    is_held_dear,
    offers,
    rungs_apart,
    said_of,
    sentence,
    speaks_of_circumstances,
    weighed,
    wishes_met,
)
from wimd.domain.delta.cues import denies, is_about, takes_time
from wimd.domain.delta.ledger import Entry, Shown, gap_in
from wimd.domain.delta.lines import in_order, lines_of, of_kind, proofs
from wimd.domain.delta.model import (
    FARTHEST,
    About,
    Dimension,
    Gap,
    Line,
    Missing,
    Rule,
    Side,
    Standing,
    Target,
    Thing,
)
from wimd.domain.delta.money import gap_in_pay, gap_in_time
from wimd.domain.delta.target import wishes_in

# How close two kinds of work are, in thousandths, and how many steps remain then.
CLOSE = ((1000, 0), (800, 1), (600, 2), (300, 3))
SURE = ((9, 0), (7, 1), (5, 2), (3, 3))
HEAVIEST = ("problem_statement", "why_problem", "gap", "external_obstacles", "causes", "situation")
ENOUGH_ASKED = 3
# Questions that ask outright what a goal serves, and what matters.
MATTERS_ASKED = ("goals_fit", "best_fit")
HAS, WANTS, AVOIDS = Polarity.HAS, Polarity.WANTS, Polarity.AVOIDS


@dataclass(frozen=True, slots=True)
class Read:
    """What all dimensions go by: the facts, the target, its ledger."""

    about: About
    target: Target | None
    ledger: tuple[Entry, ...]
    shown: Shown

    @property
    def things(self) -> tuple[Thing, ...]:
        """The facts."""
        return self.about.things

    def wishes(self, key: Dimension) -> tuple[Thing, ...]:
        """Return the goals that speak of a side."""
        return tuple(one for one in wishes_in(self.things) if any(is_about(quote, key) for quote in one.quotes))

    def obstacles(self, key: Dimension, asked: frozenset[str] = firm.NOW_ASKED) -> tuple[Thing, ...]:
        """Return what stands in the way on a side, each sentence once, what is heaviest first."""
        return tuple(one for one in self.in_the_way(asked) if one.aspect == key or is_about(one.label, key))

    def in_the_way(self, asked: frozenset[str] = firm.NOW_ASKED) -> tuple[Thing, ...]:
        """Return everything that is in the way now, each sentence once, what is heaviest first."""
        told = (one for one in of_kind(self.things, HAS, FactKind.OBSTACLE) if not denies(one.label))
        found = in_order(firm.plain(told, asked), HEAVIEST)
        return tuple({sentence(one): one for one in reversed(found)}.values())[::-1]

    def plain(
        self, polarity: Polarity, *kinds: FactKind, asked: frozenset[str] = firm.WANTED_ASKED
    ) -> tuple[Thing, ...]:
        """Return facts of some kinds that were said on purpose."""
        return firm.plain(of_kind(self.things, polarity, *kinds), asked)


def role(read: Read) -> Side:
    """Compare the kinds of work somebody does or did with the one they want."""
    told, unsure = firm.roles_held(read.things)
    held = tuple(one for one in told if one.lexicon_id in lexicon().occupations)
    target = read.target
    now, wanted = lines_of(held or told or unsure), _target_lines(target)
    if target is None:
        return Side(Dimension.ROLE, now, missing=(Missing.TARGET,) if now else (Missing.NOW, Missing.TARGET))
    if not held:
        missing = (Missing.NOT_COMPARABLE if told else Missing.UNSURE if unsure else Missing.NOW,)
        return Side(
            Dimension.ROLE, now, wanted, missing=missing + (() if target.occupation else (Missing.KIND_OF_WORK,))
        )
    if not target.occupation:
        return Side(Dimension.ROLE, now, wanted, missing=(Missing.KIND_OF_WORK,))
    close, nearest = max((closeness(one.lexicon_id, target.occupation), one.label) for one in held)
    rungs = rungs_apart(read.things)
    steps = next((steps for least, steps in CLOSE if close >= least), FARTHEST)
    gap = Gap(min(FARTHEST, max(steps, rungs)), Rule.CLOSENESS, {"close": close // 10, "rungs": rungs})
    first = sorted(held, key=lambda one: one.label != nearest)
    return Side(Dimension.ROLE, lines_of(first), wanted, gap)


def skills(read: Read) -> Side:
    """Compare what somebody shows with what the target asks for, else count what they say they have no proof of."""
    had = [one.thing for one in read.ledger if one.thing and one.standing in (Standing.HAVE, Standing.TRANSFERABLE)]
    own = proofs(had or read.shown.skills)
    if read.target is None:
        now = lines_of(own)
        return Side(Dimension.SKILLS, now, missing=(Missing.TARGET,) if now else (Missing.NOW, Missing.TARGET))
    wanted, gap = _target_lines(read.target), gap_in(read.ledger, read.shown.lacked)
    against = read.obstacles(Dimension.SKILLS, firm.PROOF_ASKED)
    # Two or three skills named in a goal are not yet what the work stands on.
    is_whole = sum(one.is_essential for one in read.ledger) >= ENOUGH_ASKED
    if gap and own and is_whole:
        return Side(Dimension.SKILLS, lines_of(own), wanted, gap)
    if against:
        return Side(Dimension.SKILLS, lines_of((*against, *own[:2])), wanted, weighed(against))
    missing = Missing.FEW_SKILLS if read.ledger else Missing.KIND_OF_WORK
    return Side(Dimension.SKILLS, lines_of(own), wanted, missing=(missing if own else Missing.NOW,))


def meaning(read: Read) -> Side:
    """Compare what counts for somebody with what goes against it now, else with what their work usually offers."""
    values = read.plain(WANTS, FactKind.VALUE, asked=firm.COUNTS_ASKED)
    serves = [one for one in wishes_in(read.things) if one.asked in MATTERS_ASKED and is_held_dear(one)]
    wanted = (*in_order((*serves, *values), MATTERS_ASKED), *read.wishes(Dimension.MEANING))
    heavy = [one for one in read.in_the_way() if one.asked == "why_problem" and not speaks_of_circumstances(one)]
    against = tuple({sentence(one): one for one in (*heavy, *read.obstacles(Dimension.MEANING))}.values())
    stated = {one.lexicon_id for one in values if one.lexicon_id}
    held, _ = firm.roles_held(read.things)
    offered = {one for role in held for one in offers(role)}
    if against or not stated or not offered:
        return _worded(Dimension.MEANING, (), against, wanted)
    met = len(stated & offered)
    steps = (FARTHEST * (len(stated) - met) + len(stated) // 2) // len(stated)
    gap = Gap(steps, Rule.OFFERED, {"met": met, "stated": len(stated)})
    return Side(Dimension.MEANING, lines_of(held), lines_of(wanted), gap)


def energy(read: Read) -> Side:
    """Compare what gives somebody energy with what takes it."""
    wanted = of_kind(read.things, HAS, FactKind.ENERGISER, FactKind.INTEREST)
    return _worded(Dimension.ENERGY, (), read.obstacles(Dimension.ENERGY), wanted)


def pay(read: Read) -> Side:
    """Compare amounts where both are stated; else count what stands in the way."""
    has, wanted = of_kind(read.things, HAS, FactKind.PAY), read.plain(WANTS, FactKind.PAY)
    against = read.obstacles(Dimension.PAY)
    gap = gap_in_pay(has, wanted)
    return _worded(Dimension.PAY, has, against, (*wanted, *read.wishes(Dimension.PAY)), gap)


def place(read: Read) -> Side:
    """Compare where and when somebody works with where and when they want to."""
    kinds = (FactKind.HOURS, FactKind.REMOTE, FactKind.LOCATION)
    has, wishes = of_kind(read.things, HAS, *kinds), said_of(Dimension.PLACE, read.plain(WANTS, *kinds))
    wanted = (*read.wishes(Dimension.PLACE), *wishes, *said_of(Dimension.PLACE, read.plain(AVOIDS, *kinds)))
    against = read.obstacles(Dimension.PLACE)
    return _worded(Dimension.PLACE, has, against, wanted, None if against else wishes_met(has, wishes))


def confidence(read: Read) -> Side:
    """Go by the number somebody gave themselves for being sure; without one count what makes them doubt."""
    wanted, told = wishes_in(read.things)[:2], read.about.confidence
    against = read.obstacles(Dimension.CONFIDENCE, firm.DOUBT_ASKED)
    sure = told.after if told.after is not None else told.before
    if sure is None or not wanted:
        rated = _worded(Dimension.CONFIDENCE, (), against, wanted)
        return rated if sure is None else Side(Dimension.CONFIDENCE, (_rated(sure), *rated.now), missing=rated.missing)
    gap = Gap(
        next((steps for least, steps in SURE if sure >= least), FARTHEST),
        Rule.RATING,
        {"sure": sure, **({"before": told.before} if told.before and told.after else {})},
    )
    strong = of_kind(read.things, HAS, FactKind.STRENGTH)[:1]
    return Side(Dimension.CONFIDENCE, (_rated(sure), *lines_of((*strong, *against), 3)), lines_of(wanted), gap)


def network(read: Read) -> Side:
    """Count the people somebody named, and what they tried with others; who says they know nobody is farther away."""
    named, against = people.people_of(read.things), read.obstacles(Dimension.NETWORK)
    wanted = _target_lines(read.target)
    now = lines_of((*named, *against))
    if not now or not wanted:
        missing = [Missing.NOW] * (not now) + [Missing.WANTED] * (not wanted)
        return Side(Dimension.NETWORK, now, wanted, missing=tuple(missing))
    tried = bool(read.about.tried)
    count = len({one.label.casefold() for one in named if one.asked in people.PEOPLE_ASKED})
    steps = FARTHEST - min(count, 2) - tried + bool(against)
    gap = Gap(max(0, min(FARTHEST, steps)), Rule.PEOPLE, {"named": count, "tried": int(tried), "alone": len(against)})
    return Side(Dimension.NETWORK, now, wanted, gap)


def time(read: Read) -> Side:
    """Compare how long money and time last with how long they have to, else count what presses."""
    has, wants = of_kind(read.things, HAS, FactKind.RUNWAY), of_kind(read.things, WANTS, FactKind.RUNWAY)
    plans = (one for one in wishes_in(read.things) if one.asked == "combine" and takes_time(one.label))
    wanted = (*wants, *read.wishes(Dimension.TIME), *plans)
    return _worded(Dimension.TIME, has, read.obstacles(Dimension.TIME), wanted, gap_in_time(has, wants))


ALL = (role, skills, meaning, energy, pay, place, confidence, network, time)


def _worded(
    key: Dimension, has: Iterable[Thing], against: tuple[Thing, ...], wanted: Iterable[Thing], gap: Gap | None = None
) -> Side:
    """Return a side known by words: every sentence that puts it in the way is a step, four at most."""
    now, there = lines_of((*has, *against)), lines_of(wanted)
    missing = [Missing.NOW] * (not now) + [Missing.WANTED] * (not there)
    if missing:
        return Side(key, now, there, missing=tuple(missing))
    if gap is None and against:
        gap = weighed(against)
    return Side(key, now, there, gap, missing=() if gap else (Missing.NOT_COMPARABLE,))


def _target_lines(target: Target | None) -> tuple[Line, ...]:
    if target is None:
        return ()
    return target.lines or (Line(target.label),)


def _rated(sure: int) -> Line:
    return Line(f"{sure}/10", source="rating")
