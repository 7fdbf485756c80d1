"""Where an application stands: the fold of what happened to it, in order, with undo."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """Stages. Stored: never renamed, only added to."""

    SAVED = "saved"
    APPLIED = "applied"
    SCREENING = "screening"
    INTERVIEW = "interview"
    OFFER = "offer"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    NO_RESPONSE = "no_response"


# Under way: one of these for each person and job.
OPEN = (Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEW, Stage.OFFER)
TALKING = (Stage.SCREENING, Stage.INTERVIEW, Stage.OFFER)
CLOSED = (Stage.ACCEPTED, Stage.REJECTED, Stage.WITHDRAWN, Stage.NO_RESPONSE)
# An interview is often followed by another.
REPEATED = (Stage.INTERVIEW,)


class Change(StrEnum):
    """What an event does. Stored: never renamed, only added to."""

    MOVED = "moved"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Step:
    """One event: a move to a stage, or the undoing of the last move that still counts."""

    change: Change
    stage: Stage


def fold(steps: Iterable[Step]) -> Stage:
    """Return the stage after some steps. Undoing without a move before it changes nothing."""
    return standing(steps)[-1]


def standing(steps: Iterable[Step]) -> list[Stage]:
    """Return the stages that still count, the present one last; the first is before anything happened."""
    stages = [Stage.SAVED]
    for step in steps:
        if step.change is Change.MOVED:
            stages.append(step.stage)
        elif len(stages) > 1:
            stages.pop()
    return stages


def can_move(present: Stage, wanted: Stage) -> bool:
    """Whether a move says something new."""
    return wanted is not Stage.SAVED and (wanted is not present or wanted in REPEATED)
