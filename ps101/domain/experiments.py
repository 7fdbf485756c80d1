"""What makes a small experiment whole, step by step, and what an experiment can become.

Structure is judged here, content never: any words will do as a hypothesis, a metric or a strategy.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ENOUGH_ACTIONS = 3
LONGEST_TITLE, LONGEST_WORDS = 200, 2000
LOWEST, HIGHEST = 1, 10


class Status(StrEnum):
    """Where an experiment stands. Stored: never renamed."""

    DRAFT = "draft"
    ACTIVE = "active"
    REVIEWED = "reviewed"
    ARCHIVED = "archived"


class Side(StrEnum):
    """Where an obstacle lies, as the person sees it."""

    EXTERNAL = "external"
    INTERNAL = "internal"


class NextMove(StrEnum):
    """What a person makes of what an experiment taught."""

    CONTINUE = "continue"
    PIVOT = "pivot"
    ARCHIVE = "archive"


class Gate(StrEnum):
    """What a step of a flow waits for, beside its answers."""

    EXPERIMENT = "experiment"
    OBSTACLE = "obstacle"
    ACTIONS = "actions"
    REFLECTION = "reflection"


class Missing(StrEnum):
    """What a gate still waits for."""

    HYPOTHESIS = "hypothesis"
    SUCCESS_METRIC = "success_metric"
    REVIEW_ON = "review_on"
    STRATEGY = "obstacle_with_strategy"
    ACTIONS = "three_actions"
    REFLECTION = "reflection"


class Badge(StrEnum):
    """What a person has reached with an experiment."""

    DESIGNED = "designed"
    PLAN_READY = "plan_ready"
    REFLECTION_LOGGED = "reflection_logged"


class Move(StrEnum):
    """What can be done with an experiment."""

    ACTIVATE = "activate"
    REFLECT = "reflect"
    ARCHIVE = "archive"
    BRING_BACK = "bring_back"


MOVES = {
    Status.DRAFT: (Move.ACTIVATE, Move.REFLECT, Move.ARCHIVE),
    Status.ACTIVE: (Move.REFLECT, Move.ARCHIVE),
    Status.REVIEWED: (Move.REFLECT, Move.ARCHIVE),
    Status.ARCHIVED: (Move.BRING_BACK,),
}
"""A draft can be reflected on too: somebody may tell of it only after they have tried it."""


class Fault(StrEnum):
    """What is wrong with what was typed."""

    NOTHING = "nothing"
    REVIEW_BEFORE_START = "review_before_start"
    OUT_OF_RANGE = "confidence_out_of_range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """What somebody writes down about an experiment."""

    title: str = ""
    hypothesis: str = ""
    success_metric: str = ""
    resources: str = ""
    start_on: date | None = None
    review_on: date | None = None

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Return what keeps it from being kept."""
        found = []
        if not (self.title.strip() or self.hypothesis.strip()):
            found.append(Fault.NOTHING)
        if self.start_on and self.review_on and self.review_on < self.start_on:
            found.append(Fault.REVIEW_BEFORE_START)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Trial:
    """An experiment as the gates see it. `strategies` counts obstacles that have one; `actions` are their words."""

    hypothesis: str
    success_metric: str
    review_on: date | None
    strategies: int
    actions: tuple[str, ...]
    is_reflected: bool

    @property
    def distinct_actions(self) -> int:
        """How many different actions are planned; case and spaces make no difference."""
        return len({" ".join(action.split()).casefold() for action in self.actions} - {""})


def missing_for(gate: Gate, trial: Trial | None) -> tuple[Missing, ...]:
    """Return what a gate waits for; nothing when it is open."""
    if gate is Gate.EXPERIMENT:
        if trial is None:
            return (Missing.HYPOTHESIS, Missing.SUCCESS_METRIC, Missing.REVIEW_ON)
        wanted = (
            (Missing.HYPOTHESIS, trial.hypothesis.strip()),
            (Missing.SUCCESS_METRIC, trial.success_metric.strip()),
            (Missing.REVIEW_ON, trial.review_on),
        )
        return tuple(missing for missing, there in wanted if not there)
    if gate is Gate.OBSTACLE:
        return () if trial and trial.strategies else (Missing.STRATEGY,)
    if gate is Gate.ACTIONS:
        return () if trial and trial.distinct_actions >= ENOUGH_ACTIONS else (Missing.ACTIONS,)
    return () if trial and trial.is_reflected else (Missing.REFLECTION,)


def met(trials: Iterable[Trial]) -> frozenset[Gate]:
    """Return the gates that stand open: what one experiment reached stays reached."""
    found = list(trials)
    return frozenset(gate for gate in Gate if any(not missing_for(gate, trial) for trial in found))


def badges(trial: Trial) -> tuple[Badge, ...]:
    """Return what a person has reached with one experiment."""
    is_designed = not missing_for(Gate.EXPERIMENT, trial)
    is_planned = not missing_for(Gate.OBSTACLE, trial) and not missing_for(Gate.ACTIONS, trial)
    reached = (
        (Badge.DESIGNED, is_designed),
        (Badge.PLAN_READY, is_designed and is_planned),
        (Badge.REFLECTION_LOGGED, trial.is_reflected),
    )
    return tuple(badge for badge, is_reached in reached if is_reached)
