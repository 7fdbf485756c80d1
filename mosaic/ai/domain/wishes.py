"""What an app wants of a model, and how it can end: with words that passed every check, or with none."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from mosaic.ai.domain.calls import Ask
from mosaic.ai.domain.checks import Grounds, Rules
from mosaic.ai.domain.purposes import Purpose


@dataclass(frozen=True, slots=True)
class Wish:
    """A text for a model in the person's own words, nothing masked yet, with what its answer may rest on.

    `prompt` is the version of the instructions, `subject` the id of what the call is about.
    """

    purpose: Purpose
    prompt: str
    ask: Ask
    grounds: Grounds
    rules: Rules = field(default_factory=Rules)
    subject: UUID | None = None


class Why(StrEnum):
    """Why nothing came of a wish."""

    OFF = "off"
    NOBODY = "nobody"
    WAITING = "waiting"
    BUSY = "busy"
    SPENT = "spent"
    FAILED = "failed"
    UNUSABLE = "unusable"
    UNMASKABLE = "unmaskable"


DEGRADED = frozenset((Why.BUSY, Why.SPENT, Why.FAILED, Why.UNUSABLE, Why.UNMASKABLE))
"""What a person who wanted a model is told about; without one chosen, or before their word, nothing is missing."""


NO_ROOM = frozenset((Why.BUSY, Why.SPENT))
"""What passes by itself: whoever works in the background may wait for it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answered, and whether all of it could be used."""

    provider: str
    model: str
    is_whole: bool = True
