"""What models are used for, and who is asked for it in which order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_CHOICE = re.compile(r"(anthropic|openai):([\w./:@-]{1,100})", re.ASCII)


class Purpose(StrEnum):
    """What a call is for."""

    COACH = "coach"
    EXTRACT = "extract"
    REWRITE = "rewrite"
    FEEDBACK = "feedback"
    ANALYSE = "analyse"
    TRANSCRIBE = "transcribe"
    EMBED = "embed"


@dataclass(frozen=True, slots=True)
class Choice:
    """A model of a provider."""

    provider: str
    model: str


def choices_in(text: str) -> tuple[Choice, ...]:
    """Read `anthropic:a-model, openai:another`, in the order of asking. Raises ValueError for anything else."""
    return tuple(_choices(text))


def _choices(text: str) -> Iterator[Choice]:
    for part in filter(None, (part.strip() for part in text.split(","))):
        match = _CHOICE.fullmatch(part)
        if match is None:
            raise ValueError(f"{part!r} is no provider:model")
        yield Choice(match[1], match[2])
