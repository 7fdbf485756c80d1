"""One call of a model: what is asked, what comes back, and how it can fail."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

Json = Mapping[str, object]


class Speaker(StrEnum):
    """Who says something in a conversation with a model."""

    PERSON = "user"
    MODEL = "assistant"


@dataclass(frozen=True, slots=True)
class Said:
    """One turn of a conversation."""

    by: Speaker
    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """What a model is asked. `shape` is the JSON Schema of the answer; without one the answer is words.

    `most_tokens` bounds the answer, what a model thinks to itself included.
    """

    system: str
    said: tuple[Said, ...]
    most_tokens: int = 2_000
    shape: Json | None = None


class End(StrEnum):
    """Why an answer ended."""

    WHOLE = "whole"
    CUT = "cut"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Usage:
    """What was paid for: tokens sent and received, and seconds of sound."""

    taken: int = 0
    given: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered, under the name it calls itself."""

    text: str
    model: str
    usage: Usage = Usage()
    end: End = End.WHOLE


class Failure(StrEnum):
    """How a provider failed. `passing` ones may go well a moment later."""

    TOO_SLOW = "too_slow"
    UNREACHABLE = "unreachable"
    TOO_MANY = "too_many_requests"
    OVERLOADED = "overloaded"
    REFUSED = "refused"
    NO_ACCESS = "no_access"
    UNREADABLE = "unreadable"

    @property
    def passing(self) -> bool:
        """Whether asking again makes sense."""
        return self in (Failure.UNREACHABLE, Failure.TOO_MANY, Failure.OVERLOADED)


class ProviderFailed(Exception):
    """No answer. `wait` is how many seconds the provider asked for; `partly` is what had come by then."""

    def __init__(self, failure: Failure, *, status: int = 0, wait: float | None = None, partly: str = "") -> None:
        super().__init__(failure.value, status)
        self.failure, self.status, self.wait, self.partly = failure, status, wait, partly


Pieces = Generator[str, None, Reply]
"""Yields words as they come and returns the whole reply."""


class Provider(Protocol):
    """Somebody who answers. Its answers raise ProviderFailed and nothing else."""

    @property
    def name(self) -> str:
        """The name that stands in settings, receipts and the ledger."""

    def close(self) -> None:
        """Give back the connections that were kept open."""

    def complete(self, ask: Ask, *, model: str, seconds: float) -> Reply:
        """Return the whole answer within so many seconds."""

    def stream(self, ask: Ask, *, model: str, seconds: float) -> Pieces:
        """Yield the answer as it comes; the first words, and all later ones, within so many seconds."""
