"""What can be wrong with an answer, and what an answer may rest on."""

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Why an answer may not be shown."""

    EMPTY = "empty"
    DIRECTIVE = "directive"
    QUESTIONS = "questions"
    STEPS = "steps"
    LENGTH = "length"
    LANGUAGE = "language"
    INVENTED = "invented"
    INFERRED = "inferred"
    QUOTE = "quote"
    LINK = "link"
    LEAK = "leak"
    ECHO = "echo"
    PLACEHOLDER = "placeholder"
    FORM = "form"
    PROMISE = "promise"
    RATING = "rating"
    HUMAN = "human"
    HARM = "harm"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault and the words at fault, which are never logged."""

    fault: Fault
    what: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What an answer may rest on.

    `own` is what the person said and facts about them: everything that may be said about the person. `data` may be
    quoted, never told as facts about the person. `system` must not come back, nor anything of `instructions`, which
    fencing took out. `placeholders` are the only ones allowed; `language` is that of the person's last message.
    """

    own: tuple[str, ...]
    data: tuple[str, ...] = ()
    system: str = ""
    instructions: tuple[str, ...] = ()
    placeholders: frozenset[str] = frozenset()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Rules:
    """How an answer has to be."""

    most_sentences: int = 6
    most_letters: int = 700
    most_questions: int = 1
    most_steps: int = 1
    may_direct: bool = False
