"""The smallest test for each dimension: from the person's own words, people and target, done within an hour or days."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.lexicon.store import lexicon
from wimd.domain.delta.cues import is_about
from wimd.domain.delta.ledger import Entry
from wimd.domain.delta.lines import of_kind, proofs
from wimd.domain.delta.model import Bridge, Dimension, Line, Side, Standing, TargetKind, Test, Try
from wimd.domain.delta.people import somebody_in
from wimd.domain.delta.sides import Read
from wimd.domain.delta.target import short_name

# A skill that words come near is nearest to being shown.
OPEN = (Standing.PERHAPS, Standing.TRANSFERABLE, Standing.MISSING)
LONGEST_QUOTE = 90


@dataclass(frozen=True, slots=True)
class Hand:
    """What a test can be made of: somebody's name, the target's name, the dimension as it stands."""

    read: Read
    side: Side
    name: str
    target: str
    work: str

    def words(self, **more: str) -> Mapping[str, str]:
        """Return the words of a sentence, without those that are not known."""
        quotes = {key: _cut(value) for key, value in more.items()}
        every = {"name": self.name, "target": self.target, "work": self.work, **quotes}
        return {key: value for key, value in every.items() if value}


def test_for(read: Read, side: Side) -> Test | None:
    """Return the smallest test that would move a side; None when nothing is known to make it of."""
    name, _ = somebody_in(read.things)
    target = short_name(read.target.label) if read.target else ""
    return _MAKERS[side.key](Hand(read, side, name[:1].upper() + name[1:], target, _work(read)))


def _work(read: Read) -> str:
    """Return the name postings would have for the target: a plan in somebody's words has none."""
    target = read.target
    if target is None:
        return ""
    work = lexicon().occupations.get(target.occupation)
    return work.label if work else target.label if target.kind is TargetKind.SAVED else ""


def _role(hand: Hand) -> Test | None:
    """Take the person's own idea where they have one: nobody knows better what can be tried on a Tuesday."""
    if hand.read.about.ideas and hand.read.about.chosen is None:
        return Test(Try.OWN_IDEA, 30, hand.words(quote=hand.read.about.ideas[0].words))
    if not hand.target:
        return None
    if hand.name:
        return Test(Try.DAY_OF, 20, hand.words())
    return Test(Try.READ_POSTINGS, 30, hand.words()) if hand.work else None


def _skills(hand: Hand) -> Test | None:
    entry = _nearest_open(hand.read.ledger) if hand.work else None
    if entry is None:
        best = next((one for one in proofs(hand.read.shown.skills) if one.said), None)
        return Test(Try.SHOW_SKILL, 20, hand.words(skill=best.label, quote=best.quotes[0])) if best else None
    if entry.thing:
        quote = next(iter(entry.thing.quotes), entry.thing.label)
        return Test(Try.CARRY_OVER, 20, hand.words(skill=entry.skill, quote=quote, source=entry.thing.label))
    if entry.bridge is Bridge.SHOW:
        return Test(Try.TELL_SKILLS, 20, hand.words(skill=entry.skill))
    return Test(Try.MEET_SKILL, 45, hand.words(skill=entry.skill))


def _meaning(hand: Hand) -> Test | None:
    quote = _quote(hand.side.wanted)
    if not quote:
        return None
    if hand.work:
        return Test(Try.VALUE_ASKED, 30, hand.words(quote=quote))
    return Test(Try.VALUE_LOOKED, 20, hand.words(quote=quote))


def _energy(hand: Hand) -> Test | None:
    quote = _quote(hand.side.wanted)
    if quote:
        return Test(Try.HOUR_OF, 60, hand.words(quote=quote))
    drained = _quote(hand.side.now)
    return Test(Try.LIGHTER_HOUR, 10, hand.words(quote=drained)) if drained else None


def _pay(hand: Hand) -> Test | None:
    quote = _quote(hand.side.now) or _quote(hand.side.wanted)
    if hand.work:
        return Test(Try.PAY_BESIDE if quote else Try.PAY_LOOKED, 30, hand.words(quote=quote))
    return Test(Try.PAY_SUM, 30, hand.words(quote=quote)) if quote else None


def _place(hand: Hand) -> Test | None:
    wanted, now = _quote(hand.side.wanted), _quote(hand.side.now)
    if wanted:
        return Test(Try.HOURS_LOOKED if hand.work else Try.TWO_WEEKS, 30, hand.words(quote=wanted))
    return Test(Try.WEEK_WITHOUT, 30, hand.words(quote=now)) if now else None


def _confidence(hand: Hand) -> Test | None:
    powers = of_kind(hand.read.things, Polarity.HAS, FactKind.STRENGTH)
    quote = next((quote for one in (*powers, *proofs(hand.read.shown.skills)) for quote in one.quotes), "")
    if hand.name and quote:
        return Test(Try.SEEN_DOING, 10, hand.words(quote=quote))
    doubt = next(
        (line.quote for line in hand.side.now if line.quote and is_about(line.quote, Dimension.CONFIDENCE)), ""
    )
    quote = quote or doubt or _quote(hand.side.wanted)
    return Test(Try.SMALL_PROOF, 30, hand.words(quote=quote)) if quote else None


def _network(hand: Hand) -> Test | None:
    name, quote = somebody_in(hand.read.things)
    alone = next((line.quote for line in hand.side.now if is_about(line.quote, Dimension.NETWORK)), "")
    if name and alone:
        return Test(Try.NEAR_THREE, 15, hand.words(quote=alone))
    if name:
        return Test(Try.WRITE_TO, 10, hand.words(quote=quote))
    return Test(Try.LIST_THREE, 15, hand.words()) if hand.target else None


def _time(hand: Hand) -> Test | None:
    quote = _quote(hand.side.now) or _quote(hand.side.wanted)
    if not quote:
        return None
    return Test(Try.RUNWAY_SUM, 30, hand.words(quote=quote))


_MAKERS: Mapping[Dimension, Callable[[Hand], Test | None]] = {
    Dimension.ROLE: _role,
    Dimension.SKILLS: _skills,
    Dimension.MEANING: _meaning,
    Dimension.ENERGY: _energy,
    Dimension.PAY: _pay,
    Dimension.PLACE: _place,
    Dimension.CONFIDENCE: _confidence,
    Dimension.NETWORK: _network,
    Dimension.TIME: _time,
}


def _nearest_open(ledger: tuple[Entry, ...]) -> Entry | None:
    """Return the skill to begin with: one somebody set out to bridge, else the one nearest to being shown."""
    is_open = [one for one in ledger if one.is_essential and one.standing in OPEN]
    picked = [one for one in is_open if one.bridge]
    return min(picked or is_open, key=lambda one: (OPEN.index(one.standing), -one.amount, one.skill), default=None)


def _cut(words: str) -> str:
    """Return words without their full stop, to stand inside a sentence; long ones are cut at a word."""
    bare = words.strip(" .,;:–—")
    return bare if len(bare) <= LONGEST_QUOTE else bare[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _quote(lines: tuple[Line, ...]) -> str:
    return next((line.quote for line in lines if line.quote), "")
