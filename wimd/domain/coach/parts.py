"""What an answer is made of: sentences as codes with a variant, filled with the person's words. Words live elsewhere.

No sentence is said twice in a conversation, and none in the same frame shortly after another: each answer knows what
was said before it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from wimd.domain.coach.kinds import Choice, Kind, Move
from wimd.domain.coach.state import Spoken
from wimd.domain.intents import Intent
from wimd.domain.safety import Danger

Value = str | int | date
AND = "+"
"""Between the keys of a sentence about several things."""
FRESH = 14
"""After so many answers a frame may come again, around other words."""


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence or two: which, in which variant, with what in it. `key` names what it is about, if that can recur."""

    code: str
    variant: int = 0
    values: Mapping[str, Value] = field(default_factory=dict)
    key: str = ""

    @property
    def mark(self) -> str:
        """How it is remembered: nothing of a person."""
        return f"{self.code}#{self.variant}@{self.key}"


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: its parts are paragraphs, the question or step last."""

    kind: Kind
    move: Move
    parts: tuple[Part, ...] = ()
    choices: tuple[Choice, ...] = ()
    row: str = ""
    intent: Intent | None = None
    danger: Danger | None = None


class Phrases:
    """Which sentences are still to be had in a conversation. `sizes` says how many wordings a code has."""

    def __init__(self, sizes: Mapping[str, int], spoken: Sequence[Spoken]) -> None:
        self._sizes = sizes
        marks = [mark for one in spoken for mark in one.codes]
        self._said = set(marks)
        self._lately = {_frame(mark) for mark in chain.from_iterable(one.codes for one in spoken[-FRESH:])}
        self._about = {key for mark in marks for key in _keys(mark)}
        self._times = Counter(_code(mark) for mark in marks)

    def part(self, code: str, *, key: str = "", **values: Value) -> Part | None:
        """Return the sentence in a wording that is fresh, or None when all its wordings are used up.

        Words that hold nothing of what is said now come once in a conversation; around a quote, after a while again.
        """
        size = self._sizes.get(code, 0)
        first = self._times[code]
        for turn in range(size):
            part = Part(code, (first + turn) % size, values, key)
            is_quoting = any(isinstance(value, str) for value in values.values()) and not key
            if _frame(part.mark) not in self._lately and (is_quoting or part.mark not in self._said):
                return part
        return None

    def times(self, code: str) -> int:
        """Return how often a code was said."""
        return self._times[code]

    def was_said_about(self, key: str) -> bool:
        """Whether anything was said about this before."""
        return key in self._about


def _frame(mark: str) -> str:
    return mark.split("@", maxsplit=1)[0]


def _keys(mark: str) -> list[str]:
    return mark.partition("@")[2].split(AND)


def _code(mark: str) -> str:
    return mark.split("#", maxsplit=1)[0]
