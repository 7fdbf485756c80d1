"""Everything the coach goes by: one value, read before each answer."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from wimd.domain.agenda import Item
from wimd.domain.coach.kinds import Move, Noticed, Stage, Topic


@dataclass(frozen=True, slots=True)
class Understood:
    """What a person's answers said, for playing it back: literal words, empty where nothing was said."""

    problem: str = ""
    energy: str = ""
    block: str = ""
    power: str = ""
    test: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """Literal words of the person from a standing fact; `key` names the fact, `lexicon_id` its entry or nothing."""

    key: str
    topic: Topic
    words: str
    lexicon_id: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the journal shows: about what (`words` are the person's own, or nothing), since or for which day."""

    noticed: Noticed
    key: str
    words: str = ""
    day: date | None = None
    count: int = 0


@dataclass(frozen=True, slots=True)
class Open:
    """The question somebody is at: its text, and how it is explained."""

    text: str
    hint: str
    example: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """One earlier answer of the coach: its move, the sentences it was made of (`code#variant@key`), and what it quoted."""

    move: str
    codes: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """Return what was quoted last: what a short answer is about."""
        return self.quotes[-1] if self.quotes else ""


@dataclass(frozen=True, slots=True)
class State:
    """Where a person stands, what they told, what was said in this conversation so far (the latest last).

    `told` is what the person told in it, `away` the whole days since their last message, `stepped` whether they took a
    real step in the last seven days, `found` the lexicon ids in what they say now.
    """

    stage: Stage
    answered: int = 0
    total: int = 0
    asked: Open | None = None
    understood: Understood = field(default_factory=Understood)
    played_back: bool = False
    used_rows: frozenset[str] = frozenset()
    unknown: Sequence[Item] = ()
    noticed: Sequence[str] = ()
    has_human: bool = False
    memories: Sequence[Memory] = ()
    notices: Sequence[Notice] = ()
    spoken: Sequence[Spoken] = ()
    told: Sequence[str] = ()
    message_before: str = ""
    found: frozenset[str] = frozenset()
    away: int = 0
    stepped: bool = False

    @property
    def last(self) -> Spoken | None:
        """Return what the coach said last."""
        return self.spoken[-1] if self.spoken else None

    def turns_since(self, *moves: Move) -> int:
        """Return how many answers were given since one of these moves, all of them where there was none."""
        codes = {str(move) for move in moves}
        for back, one in enumerate(reversed(self.spoken)):
            if one.move.split(":")[0] in codes:
                return back
        return len(self.spoken)
