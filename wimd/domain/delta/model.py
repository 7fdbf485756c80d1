"""What the delta is made of: what is known, what is wanted, and everything that is said about the way between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.profile import Profile

ALGORITHM = "delta-1"
FARTHEST = 4


class Dimension(StrEnum):
    """The nine sides of a working life. Stored and part of the API: never renamed."""

    ROLE = "role"
    SKILLS = "skills"
    MEANING = "meaning"
    ENERGY = "energy"
    PAY = "pay"
    PLACE = "place"
    CONFIDENCE = "confidence"
    NETWORK = "network"
    TIME = "time"


class Rule(StrEnum):
    """How a gap was found. Its numbers stand beside it."""

    CLOSENESS = "closeness"
    SHOWN = "shown"
    OFFERED = "offered"
    IN_THE_WAY = "in_the_way"
    AMOUNTS = "amounts"
    WISHES = "wishes"
    RATING = "rating"
    PEOPLE = "people"


class Missing(StrEnum):
    """What is not known yet, so that there is no gap."""

    NOW = "now"
    WANTED = "wanted"
    TARGET = "target"
    KIND_OF_WORK = "kind_of_work"
    UNSURE = "unsure"
    FEW_SKILLS = "few_skills"
    NOT_COMPARABLE = "not_comparable"


class TargetKind(StrEnum):
    """What the delta stands against. Stored: never renamed."""

    OCCUPATION = "occupation"
    WORDS = "words"
    SAVED = "saved"
    STATED = "stated"


class Bridge(StrEnum):
    """What somebody wants to do about a skill that is missing. Stored: never renamed."""

    SHOW = "show"
    LEARN = "learn"
    ASK = "ask"
    DROP = "drop"


class Standing(StrEnum):
    """Where a skill of the target stands. `perhaps`: somebody's words come near it, and they have not said that it is so."""

    HAVE = "have"
    TRANSFERABLE = "transferable"
    PERHAPS = "perhaps"
    MISSING = "missing"
    DROPPED = "dropped"


class Try(StrEnum):
    """Kinds of smallest tests; each has its own sentence."""

    OWN_IDEA = "own_idea"
    DAY_OF = "day_of"
    READ_POSTINGS = "read_postings"
    SHOW_SKILL = "show_skill"
    CARRY_OVER = "carry_over"
    MEET_SKILL = "meet_skill"
    TELL_SKILLS = "tell_skills"
    VALUE_ASKED = "value_asked"
    VALUE_LOOKED = "value_looked"
    HOUR_OF = "hour_of"
    LIGHTER_HOUR = "lighter_hour"
    PAY_LOOKED = "pay_looked"
    PAY_BESIDE = "pay_beside"
    PAY_SUM = "pay_sum"
    TWO_WEEKS = "two_weeks"
    WEEK_WITHOUT = "week_without"
    HOURS_LOOKED = "hours_looked"
    SEEN_DOING = "seen_doing"
    SMALL_PROOF = "small_proof"
    WRITE_TO = "write_to"
    NEAR_THREE = "near_three"
    LIST_THREE = "list_three"
    RUNWAY_SUM = "runway_sum"


@dataclass(frozen=True, slots=True)
class Said:
    """Literal words and where they come from; `asked` is the key of the question they answer, "" elsewhere."""

    quote: str
    source: str
    source_id: UUID
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """One standing fact with its words, as the delta sees it; `strength` is that of a skill, from 1 to 4."""

    fact_id: UUID
    kind: FactKind
    polarity: Polarity
    label: str
    said: tuple[Said, ...]
    lexicon_id: str = ""
    aspect: str = ""
    amount: float = 0
    is_confirmed: bool = False
    strength: int = 0

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words it stands on."""
        return tuple(one.quote for one in self.said)

    @property
    def asked(self) -> str:
        """The question its first words answer."""
        return self.said[0].asked if self.said else ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A target somebody chose, worded or saved: an occupation of the lexicon or "", and skills it asks for."""

    kind: TargetKind
    label: str
    occupation: str = ""
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure somebody was from 1 to 10, before and after they tried something; None is not known."""

    before: int | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Idea:
    """Something somebody thought of trying, in their words."""

    words: str


@dataclass(frozen=True, slots=True)
class About:
    """All that the delta goes by."""

    things: tuple[Thing, ...] = ()
    profile: Profile = field(default_factory=Profile)
    chosen: Chosen | None = None
    bridges: Mapping[str, Bridge] = field(default_factory=dict)
    confidence: Confidence = field(default_factory=Confidence)
    tried: int = 0
    ideas: tuple[Idea, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One thing on a side of a dimension: a fact with one of its quotes, or a number somebody gave."""

    label: str
    fact_id: UUID | None = None
    quote: str = ""
    source: str = ""
    source_id: UUID | None = None
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What the delta stands against. `lines` are the words it was read from, none when it was chosen by hand."""

    kind: TargetKind
    label: str
    occupation: str = ""
    skills: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """How far now is from wanted, 0 to 4, with the rule that says so and its numbers."""

    steps: int
    rule: Rule
    numbers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Test:
    """The smallest thing that would move a dimension: which, how long it takes, and the person's own words in it."""

    code: Try
    minutes: int
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Side:
    """One dimension: now, wanted, and the gap, which is None while a side is unknown. Unknown is not zero."""

    key: Dimension
    now: tuple[Line, ...] = ()
    wanted: tuple[Line, ...] = ()
    gap: Gap | None = None
    missing: tuple[Missing, ...] = ()
    test: Test | None = None
