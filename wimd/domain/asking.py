"""Discovery as a talk: what a message is while a question is being asked.

Only short messages of a few fixed forms are anything but an answer, and whatever is taken for something else
can be kept as the answer all the same: no word can block anybody.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from ps101.domain.engine import Finding
from ps101.domain.flow import Prompt
from wimd.domain.coach import Choice
from wimd.domain.intents import Intent, intent_of

LONGEST_COMMAND = 60
LONGEST_QUESTION = 200


class Heard(StrEnum):
    """What a message is."""

    ANSWER = "answer"
    KEEP = "keep"
    STOP = "stop"
    YES = "yes"
    NO = "no"
    HELP = "help"
    WHY = "why"
    HOW_LONG = "how_long"
    SKIP = "skip"
    BACK = "back"
    SIDE = "side"
    GO_ON = "go_on"


class Said(StrEnum):
    """What is said in return, besides the question itself. Words live elsewhere."""

    FIRST = "first"
    WELCOME_BACK = "welcome_back"
    TAKEN = "taken"
    TOO_SHORT = "too_short"
    RATING = "rating"
    HELP = "help"
    WHY = "why"
    HOW_LONG = "how_long"
    SIDE = "side"
    FIXED = "fixed"
    CONFIRM = "confirm"
    STAYED = "stayed"
    PAUSED = "paused"
    SKIPPED = "skipped"
    NEEDED = "needed"
    BACK = "back"
    NOTHING_BEFORE = "nothing_before"
    GATE = "gate"
    WAITING = "waiting"
    THROUGH = "through"


@dataclass(frozen=True, slots=True)
class Rated:
    """A message with the number it begins with, where it begins with one."""

    rating: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is said: a code, the question that follows, and what the words of both need."""

    said: Said
    prompt: Prompt | None = None
    number: str = ""
    answered: int = 0
    total: int = 0
    minutes: int = 0
    finding: Finding | None = None
    intent: Intent | None = None
    until: str = ""
    choices: tuple[Choice, ...] = ()


_WORDS = {
    Heard.KEEP: r"keep(?: (?:it|that|this))?(?: as (?:my|the) answer)?|(?:that|this|it) (?:is|was) my answer",
    Heard.STOP: r"(?:i(?:['’]m| am) )?(?:done|finished)(?: for (?:now|today))?|stop(?: (?:it|here|now))?|pause|quit|exit|enough(?: for (?:now|today))?|(?:that(?:['’]s| is) )?enough(?: for (?:now|today))|"
    r"let(?:['’]s| us) stop|i (?:want|would like) to stop|not now|later|i need a break|take a break",
    Heard.YES: r"y|yes|yes,? please|yes,? pause|yeah|yep|sure|ok|okay|please do",
    Heard.NO: r"n|no|nope|no,? go on|not yet|go on|continue|keep going",
    Heard.HELP: r"help|help me|i (?:do not|don['’]?t) (?:understand|get it)(?: (?:this|the question))?|what do you mean|what does (?:this|that) mean|(?:give me |can you give me |can i have )?an? example(?: please)?|example|hint|a hint",
    Heard.WHY: r"why(?: do you ask(?: (?:this|that|me that|me this))?)?|what(?:['’]s| is) (?:this|that) for|why do you want to know(?: (?:this|that))?",
    Heard.HOW_LONG: r"how (?:long|many|much)(?: .{0,40})?|how far .{0,30}",
    Heard.SKIP: r"skip|skip (?:it|this|that|this one)|leave (?:it )?open|next(?: question)?|pass",
    Heard.BACK: r"back|go back|previous|the (?:last|previous) (?:one|question)",
    Heard.GO_ON: r"resume|continue|go on|carry on|go on with (?:it|the questions)|where were we|let(?:['’]s| us) (?:go on|continue)",
}
_COMMANDS = {heard: re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE) for heard, words in _WORDS.items()}
# A question to the one who asks, not a question that belongs to an answer.
_TO_US = re.compile(
    r"^\W*(?:who|what|where|when|which|how|do|does|did|is|are|can|could|will|would|may)\b(?=.*\b(?:you|your|this|these|here|mosaic|app|program|site|answers?|questions?|data|see|read|save[sd]?)\b)[^?]*\?\W*$",
    re.IGNORECASE | re.DOTALL,
)
_RATING = re.compile(r"^\W*(10|[1-9])(?!\d|[.,]\d)(?:\s*(?:/|of|out of)\s*10)?\b[\s.,:;–—-]*(?:because\b[\s,:]*)?")
_ASKED_FIRST = (Heard.KEEP, Heard.STOP, Heard.HELP, Heard.WHY, Heard.HOW_LONG, Heard.SKIP, Heard.BACK)


def heard(message: str, *, is_stopping: bool) -> Heard:
    """Return what a message is while a question is open; `is_stopping` while it was asked whether to pause."""
    if len(message) <= LONGEST_COMMAND:
        order = (Heard.YES, Heard.NO, *_ASKED_FIRST) if is_stopping else (*_ASKED_FIRST, Heard.GO_ON)
        for one in order:
            if _COMMANDS[one].fullmatch(message):
                return one
    if is_question(message):
        return Heard.SIDE
    return Heard.ANSWER


def is_question(message: str) -> bool:
    """Whether a message is one question to the one who asks."""
    if len(message) > LONGEST_QUESTION or message.count("?") != 1:
        return False
    return bool(_TO_US.match(message)) or intent_of(message) in (Intent.PRIVACY, Intent.ABOUT)


def wants_on(message: str) -> bool:
    """Whether somebody asks, outside of any question, to go on with them."""
    return len(message) <= LONGEST_COMMAND and bool(_COMMANDS[Heard.GO_ON].fullmatch(message))


def rated(message: str) -> Rated:
    """Return the number from 1 to 10 a message begins with, and the words after it."""
    found = _RATING.match(message)
    if found is None:
        return Rated(None, message)
    return Rated(int(found.group(1)), message[found.end() :])
