"""The coach without a model: reads where a person stands and what was said, and chooses one move.

A move reflects the person's own words, asks at most one question and offers at most one step. Nothing is
said twice in a conversation: rows of the library are used up, and gates and guides change their words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from mosaic.lexicon.sentences import sentences_of
from wimd.domain.intents import Intent, intent_of
from wimd.domain.library import LEAST_SCORE, Hit, Library
from wimd.domain.safety import Danger, danger_in

SHORTEST_QUOTE, LONGEST_QUOTE = 12, 160


class Kind(StrEnum):
    """What kind of answer a reply is."""

    DOOR = "door"
    GUIDE = "guide"
    GATE = "gate"
    PS101 = "ps101"
    COACH = "coach"
    SAFETY = "safety"


class Stage(StrEnum):
    """How far a person has come."""

    NEW = "new"
    ON_THE_WAY = "on_the_way"
    BEING_READ = "being_read"
    OPEN = "open"


class Move(StrEnum):
    """What the coach does. Words live elsewhere."""

    DOOR = "door"
    GATE = "gate"
    BEING_READ = "being_read"
    PLAYBACK = "playback"
    ASK = "ask"
    OFFER_TEST = "offer_test"
    SAFETY = "safety"
    FIXED = "fixed"
    ASKING = "asking"


class Choice(StrEnum):
    """Buttons under a reply."""

    FAST_TRACK = "fast_track"
    DISCOVERY = "discovery"
    GO_ON = "go_on"
    ADD_RESUME = "add_resume"
    UNDERSTOOD = "understood"
    OPPORTUNITIES = "opportunities"
    STUDIO = "studio"
    YOUR_DATA = "your_data"
    PRIVACY = "privacy"
    HUMAN = "human"
    EXPERIMENTS = "experiments"
    ASK_ON = "ask_on"
    PAUSE = "pause"
    STAY = "stay"
    KEEP = "keep"
    SKIP = "skip"
    HELP = "help"
    STOP = "stop"


SPARE_TAGS = ("strengths", "energy", "experiment", "reflection")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a person's answers said, for playing it back: literal words, empty where nothing was said."""

    problem: str = ""
    energy: str = ""
    block: str = ""
    power: str = ""
    test: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Everything the coach goes by, besides what is said now."""

    stage: Stage
    answered: int = 0
    total: int = 0
    understood: Understood = field(default_factory=Understood)
    played_back: bool = False
    used_rows: frozenset[str] = frozenset()
    times: dict[str, int] = field(default_factory=dict)
    unknown: Sequence[str] = ()
    noticed: Sequence[str] = ()
    has_human: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer as codes: what is said is put into words from `move`, `quote`, `row` and `variant`."""

    kind: Kind
    move: Move
    quote: str = ""
    row: str = ""
    question: str = ""
    variant: int = 0
    intent: Intent | None = None
    danger: Danger | None = None
    choices: tuple[Choice, ...] = ()


# What a fixed case offers. Those not named here are answered with words alone.
_OFFERS: dict[Intent, tuple[Choice, ...]] = {
    Intent.FAST_TRACK: (Choice.FAST_TRACK,),
    Intent.DISCOVERY: (Choice.DISCOVERY,),
    Intent.STUCK: (Choice.FAST_TRACK, Choice.DISCOVERY),
    Intent.RESUME: (Choice.STUDIO, Choice.ADD_RESUME),
    Intent.JOBS: (Choice.OPPORTUNITIES,),
    Intent.PRIVACY: (Choice.PRIVACY, Choice.YOUR_DATA),
    Intent.HUMAN: (Choice.HUMAN,),
}
_DOORS = (Choice.FAST_TRACK, Choice.DISCOVERY)
# Which part of the library asks for what is still unknown.
AGENDA_TAGS = {
    "values": "values",
    "goals": "direction",
    "skills": "skills",
    "obstacles": "obstacle",
    "place": "place",
    "pay": "money",
    "people": "networking",
    "time": "time",
}


def opening(state: State) -> Reply:
    """Return what the coach says before anybody spoke."""
    if state.stage is Stage.NEW:
        return Reply(Kind.DOOR, Move.DOOR, choices=_DOORS)
    return _where(state, "")


def reply(state: State, message: str, library: Library) -> Reply:
    """Return the answer to a message. Danger comes before everything else."""
    danger = danger_in(message)
    if danger:
        return Reply(Kind.SAFETY, Move.SAFETY, danger=danger)
    intent = intent_of(message)
    if intent and not _is_taken_by_stage(intent, state):
        return _fixed(state, intent)
    quote = telling_part(message)
    if state.stage is Stage.OPEN and state.played_back:
        return _coach(state, message, quote, library)
    return _where(state, quote)


def telling_part(message: str) -> str:
    """Return the sentence of a message that says most, as a literal part of it, or nothing."""
    parts = [message[span.start : span.end].rstrip(".!? ") for span in sentences_of(message)]
    fitting = [part for part in parts if SHORTEST_QUOTE <= len(part) <= LONGEST_QUOTE]
    return max(fitting, key=lambda part: (_is_about_oneself(part), len(part)), default="")


def _is_about_oneself(part: str) -> bool:
    return bool({"i", "my", "me", "i'm", "i’m"} & set(part.casefold().split()))


def _is_taken_by_stage(intent: Intent, state: State) -> bool:
    """A tired “I don’t know” or “stuck” is coached once coaching is open."""
    return state.stage is Stage.OPEN and intent in (Intent.DONT_KNOW, Intent.STUCK)


def _fixed(state: State, intent: Intent) -> Reply:
    kind = {Stage.NEW: Kind.DOOR, Stage.OPEN: Kind.COACH}.get(state.stage, Kind.GUIDE)
    choices = _OFFERS.get(intent, ())
    if intent is Intent.HUMAN and not state.has_human:
        choices = ()
    if not choices and state.stage is Stage.NEW:
        choices = _DOORS
    return Reply(kind, Move.FIXED, intent=intent, choices=choices, variant=state.times.get(f"fixed:{intent}", 0))


def _where(state: State, quote: str) -> Reply:
    """Answer by where the person stands: door, gate, being read, or what was understood."""
    match state.stage:
        case Stage.NEW:
            return Reply(Kind.DOOR, Move.DOOR, quote=quote, choices=_DOORS, variant=state.times.get(Move.DOOR, 0))
        case Stage.ON_THE_WAY:
            return Reply(
                Kind.GATE, Move.GATE, quote=quote, choices=(Choice.GO_ON,), variant=state.times.get(Move.GATE, 0)
            )
        case Stage.BEING_READ:
            return Reply(
                Kind.GUIDE,
                Move.BEING_READ,
                quote=quote,
                choices=(Choice.UNDERSTOOD,),
                variant=state.times.get(Move.BEING_READ, 0),
            )
        case Stage.OPEN:
            return Reply(Kind.COACH, Move.PLAYBACK, quote=quote)


def _coach(state: State, message: str, quote: str, library: Library) -> Reply:
    """Reflect and ask: the library row that fits, else one that asks for something still unknown."""
    hit = _best_row(state, message, library)
    if hit is None:
        return Reply(
            Kind.COACH,
            Move.OFFER_TEST,
            quote=quote,
            choices=(Choice.OPPORTUNITIES,),
            variant=state.times.get(Move.OFFER_TEST, 0),
        )
    return Reply(
        Kind.COACH,
        Move.ASK,
        quote=quote,
        row=hit.row.key,
        question=hit.row.completion,
        variant=state.times.get(Move.ASK, 0),
    )


def _best_row(state: State, message: str, library: Library) -> Hit | None:
    tags = [AGENDA_TAGS[name] for name in state.unknown if name in AGENDA_TAGS]
    hits = library.search(message, tags=tags[:1], without=state.used_rows)
    if hits and hits[0].score >= LEAST_SCORE:
        return hits[0]
    # Nothing there is about these words: ask for what is unknown, else for something that always helps.
    spare = library.search("", tags=tags or SPARE_TAGS, without=state.used_rows)
    return spare[0] if spare else None
