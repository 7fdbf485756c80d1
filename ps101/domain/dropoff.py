"""How far journeys come: counts of each question, never of anybody. Small counts are not told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from ps101.domain.flow import Flow

FEWEST = 5
SILENT_DAYS = 7
"""Counts below FEWEST stay hidden. After so many silent days a journey counts as stopped, like a paused one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was counted of the journeys of one version. Keys are those of questions; `stopped` has "" for none.

    `minutes` holds, per question, the minutes between the answer before and this one.
    """

    journeys: int
    completed: int
    waiting: int = 0
    answered: Mapping[str, int] = field(default_factory=dict)
    left_open: Mapping[str, int] = field(default_factory=dict)
    stopped: Mapping[str, int] = field(default_factory=dict)
    minutes: Mapping[str, Sequence[float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that may be told: None stands for fewer than FEWEST. `percent` is its share of all journeys."""

    count: int | None
    percent: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One question in figures; `minutes` is a median."""

    key: str
    number: str
    chip: str
    answered: Figure
    left_open: Figure
    stopped: Figure
    minutes: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DropOff:
    """One version in figures; `unstarted` are those that stopped before the first answer."""

    journeys: Figure
    completed: Figure
    waiting: Figure
    unstarted: Figure
    rows: tuple[Row, ...]


def drop_off(flow: Flow, counts: Counts) -> DropOff:
    """Return where journeys go on, stop and end."""

    def figure(count: int) -> Figure:
        return told(count, counts.journeys)

    return DropOff(
        journeys=figure(counts.journeys),
        completed=figure(counts.completed),
        waiting=figure(counts.waiting),
        unstarted=figure(counts.stopped.get("", 0)),
        rows=tuple(
            Row(
                key=prompt.key,
                number=flow.number_of(prompt.key),
                chip=prompt.chip,
                answered=figure(counts.answered.get(prompt.key, 0)),
                left_open=figure(counts.left_open.get(prompt.key, 0)),
                stopped=figure(counts.stopped.get(prompt.key, 0)),
                minutes=_middle(counts.minutes.get(prompt.key, ())),
            )
            for prompt in flow.prompts
        ),
    )


def told(count: int, total: int) -> Figure:
    """Return a count with its share, or neither when it is small."""
    return Figure(count, round(100 * count / total)) if count >= FEWEST else Figure(None, None)


def _middle(minutes: Sequence[float]) -> float | None:
    return round(median(minutes), 1) if len(minutes) >= FEWEST else None
