"""Telling danger from weariness. In danger coaching stops and people who can help are named.

Words and rules alone decide, in `wimd/domain/danger/`. A plain statement counts wherever it stands in a message; everyday
figures of speech (“this job is killing me”, “I could murder a coffee”) are taken out before anything is looked for.
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from wimd.domain.danger.signs import danger_told

DATA = Path(__file__).parent.parent / "data" / "help_lines.toml"


class Danger(StrEnum):
    """What kind of help is needed."""

    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    ABUSE = "abuse"
    EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Somebody to call. `region` is a country code, or empty for everywhere."""

    region: str
    service: str
    number: str
    hours: str
    source: str
    checked_on: str


def danger_in(message: str) -> Danger | None:
    """Return the danger a message tells of, the gravest first, or None."""
    told = danger_told(message)
    return Danger(told) if told else None


@cache
def help_lines() -> tuple[HelpLine, ...]:
    """Return every help line, read once per process."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["line"]
    return tuple(HelpLine(**row) for row in rows)


def lines_for(region: str) -> list[HelpLine]:
    """Return the international lines first, then those of a region."""
    everywhere = [line for line in help_lines() if not line.region]
    return everywhere + [line for line in help_lines() if region and line.region == region]
