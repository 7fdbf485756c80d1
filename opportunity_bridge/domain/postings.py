"""A posting as matching sees it: read once from its text, frozen, the same for everybody."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mosaic.lexicon.sentences import sentences_of
from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.circumstances import WEEKLY, Remote, circumstances_in
from opportunity_bridge.domain.clearing import cleared
from opportunity_bridge.domain.conditions import conditions_in
from opportunity_bridge.domain.pay import Pay
from opportunity_bridge.domain.pay_words import pay_in
from opportunity_bridge.domain.requirements import STRONGEST, Ask, Kind, Requirement
from opportunity_bridge.domain.sections import Part, Section, parts_of
from opportunity_bridge.domain.signals import Signal, signals_in
from opportunity_bridge.domain.sites import country_of
from opportunity_bridge.domain.skills_asked import Context, alternatives_in, context_of
from opportunity_bridge.domain.titles import level_in, occupation_like, occupations_named
from opportunity_bridge.domain.wording import ask_in
from opportunity_bridge.domain.workplace import Workplace, workplace_in

PARSER = "posting-3"
REMOTE_STATED = " remote"


@dataclass(frozen=True, slots=True)
class Draft:
    """A posting before it is read: its words, and what its source stated in fields."""

    role: str
    text: str
    company: str = ""
    location: str = ""
    remote: Remote = Remote.UNKNOWN
    pay: Pay | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The source says one thing about place (`stated`), the text another in `text[start:end]`."""

    stated: Remote
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Posting:
    """What a posting asks, offers and says. Places in it count letters of `text`, which may be left out."""

    role: str = ""
    company: str = ""
    location: str = ""
    text: str = ""
    field: str = ""
    remote: Remote = Remote.UNKNOWN
    pay: Pay | None = None
    weekly_hours: float = 0
    occupations: tuple[str, ...] = ()
    level: str = ""
    requirements: tuple[Requirement, ...] = ()
    usual: tuple[Requirement, ...] = ()
    signals: tuple[Signal, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def asked(self) -> tuple[Requirement, ...]:
        """What its own sentences ask for, and then what is usual in the work its title names."""
        return self.requirements + self.usual

    @property
    def skills(self) -> frozenset[str]:
        """Every skill it names."""
        return frozenset(one for need in self.requirements if need.kind is Kind.SKILL for one in need.ids)


def read(draft: Draft) -> Posting:
    """Read a posting. The same draft gives the same posting."""
    text = cleared(draft.text)
    asked = [(part, ask_in(text, part, draft.role)) for part in parts_of(text)]
    named = occupations_named(draft.role)
    occupations = named or occupation_like(draft.role, _named_skills(text, asked, Context()), draft.field)
    requirements = _requirements(text, asked, context_of(occupations))
    place = workplace_in(text, draft.role + REMOTE_STATED * (draft.remote is Remote.REMOTE))
    against = place.against
    weekly = [one.amount for one in requirements if one.ids == (WEEKLY,)]
    return Posting(
        role=draft.role,
        company=draft.company,
        location=draft.location,
        text=draft.text,
        field=draft.field or _field(occupations, requirements),
        remote=_remote(draft, place),
        pay=draft.pay or pay_in(text, country_of(draft.location)),
        weekly_hours=max(weekly, default=0),
        occupations=occupations,
        level=level_in(draft.role, occupations),
        requirements=requirements,
        usual=tuple(usual_in(named, requirements)),
        signals=_signals(text, asked),
        contradictions=(Contradiction(Remote.REMOTE, against.start, against.end),) if against else (),
    )


Asked = list[tuple[Part, Ask | None]]


def _named_skills(text: str, asked: Asked, context: Context) -> set[str]:
    parts = [text[part.start : part.end] for part, ask in asked if ask]
    return {one for words in parts for ids in alternatives_in(words, context) for one in ids}


def _requirements(text: str, asked: Asked, context: Context) -> tuple[Requirement, ...]:
    found: list[Requirement] = []
    inside = {part.start for part, _ in asked}
    lines = [
        Part(one.start, one.end, Section.TERMS, listed=False) for one in sentences_of(text) if one.start not in inside
    ]
    for part in lines:
        found += circumstances_in(text, part)
    for part, ask in asked:
        if ask:
            words = text[part.start : part.end]
            found += [
                Requirement(Kind.SKILL, ask, ids, part.start, part.end) for ids in alternatives_in(words, context)
            ]
        found += conditions_in(text, part, ask)
        found += circumstances_in(text, part)
    return tuple(_once(found))


def usual_in(occupations: tuple[str, ...], named: tuple[Requirement, ...]) -> Iterator[Requirement]:
    """Yield what is done daily in the work a title names and the text does not mention."""
    mentioned = {skill for one in named if one.kind is Kind.SKILL for skill in one.ids}
    for occupation in occupations[:1]:
        for skill in lexicon().occupations[occupation].essential:
            if skill not in mentioned:
                yield Requirement(Kind.SKILL, Ask.USUAL, (skill,), 0, 0)


def _once(found: Iterable[Requirement]) -> Iterator[Requirement]:
    """Keep of each thing asked for the strongest mention, the first of equals, in the order of the text."""
    best: dict[tuple[Kind, tuple[str, ...]], Requirement] = {}
    for one in found:
        key = (one.kind, one.ids)
        if key not in best or STRONGEST[one.ask] < STRONGEST[best[key].ask]:
            best[key] = one
    yield from sorted(best.values(), key=lambda one: (one.start, one.kind, one.ids))


def _signals(text: str, asked: Asked) -> tuple[Signal, ...]:
    """Return one signal for each value and direction, the first in the text."""
    found: dict[tuple[str, bool], Signal] = {}
    for part, ask in asked:
        for signal in signals_in(text, part, ask):
            found.setdefault((signal.value, signal.opposed), signal)
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.value, one.opposed)))


def _remote(draft: Draft, place: Workplace) -> Remote:
    """Return what the source states unless the text takes it back, else what the text says."""
    if draft.remote is not Remote.UNKNOWN and not place.against:
        return draft.remote
    return place.said.value if place.said else Remote.UNKNOWN


def _field(occupations: tuple[str, ...], requirements: Iterable[Requirement]) -> str:
    """Return the field of work of the occupation, or the one most skills belong to."""
    if occupations:
        return lexicon().occupations[occupations[0]].field
    skills = lexicon().skills
    fields = [skills[one.ids[0]].field for one in requirements if one.kind is Kind.SKILL]
    return max(sorted(set(fields)), key=fields.count, default="")
