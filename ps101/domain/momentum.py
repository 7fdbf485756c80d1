"""How much somebody did in their first seven days, and in the last seven.

A step counts once. What is thought or planned counts once a day, however many questions were answered in one
sitting: otherwise the evening of the first answers would outweigh every later week.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mosaic.journal.domain.names import Happened

WEEK = timedelta(days=7)


class Effort(StrEnum):
    """Kinds of steps, from thinking to doing."""

    THOUGHT = "thought"
    PLANNED = "planned"
    TRIED = "tried"
    DID = "did"
    SOUGHT = "sought"


ONCE_A_DAY = frozenset((Effort.THOUGHT, Effort.PLANNED))
COUNTED: Mapping[Happened, Effort] = {
    Happened.ANSWER_GIVEN: Effort.THOUGHT,
    Happened.CONTEXT_CONFIRMED: Effort.THOUGHT,
    Happened.FACT_CONFIRMED: Effort.THOUGHT,
    Happened.FACT_ADDED: Effort.THOUGHT,
    Happened.EXPERIENCE_TOLD: Effort.THOUGHT,
    Happened.PREFERENCE_CHOSEN: Effort.THOUGHT,
    Happened.LIKING_TOLD: Effort.THOUGHT,
    Happened.EXPERIMENT_DESIGNED: Effort.PLANNED,
    Happened.OBSTACLE_MET: Effort.PLANNED,
    Happened.ACTION_PLANNED: Effort.PLANNED,
    Happened.COMMITTED: Effort.PLANNED,
    Happened.EXPERIMENT_STARTED: Effort.TRIED,
    Happened.EXPERIMENT_REVIEWED: Effort.TRIED,
    Happened.ACTION_DONE: Effort.DID,
    Happened.REMINDER_DONE: Effort.DID,
    Happened.FILE_READ: Effort.SOUGHT,
    Happened.JOB_SAVED: Effort.SOUGHT,
    Happened.VERSION_MADE: Effort.SOUGHT,
    Happened.APPLIED: Effort.SOUGHT,
    Happened.STAGE_CHANGED: Effort.SOUGHT,
}
# What takes a step back.
UNDONE = {Happened.ACTION_OPENED: Happened.ACTION_DONE}


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened on a day, in the order it happened."""

    name: Happened
    day: date
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Momentum:
    """The first seven days beside the last seven. `latest` is None while the first are not over."""

    began: date | None
    first: Mapping[Effort, int]
    latest: Mapping[Effort, int] | None


def momentum(steps: Iterable[Step], today: date) -> Momentum:
    """Return how much was done at the start and is done now."""
    efforts = list(_efforts(steps))
    if not efforts:
        return Momentum(None, {}, None)
    began = min(day for _, day in efforts)
    first = Counter(effort for effort, day in efforts if day < began + WEEK)
    if today < began + WEEK:
        return Momentum(began, first, None)
    return Momentum(began, first, Counter(effort for effort, day in efforts if today - WEEK < day <= today))


def _efforts(steps: Iterable[Step]) -> Iterator[tuple[Effort, date]]:
    """Yield what counts: each step once per thing it was about, thoughts and plans once a day."""
    standing: dict[tuple[str, str], tuple[Effort, date]] = {}
    for step in steps:
        if step.name in UNDONE:
            standing.pop((UNDONE[step.name], step.subject), None)
        effort = COUNTED.get(step.name)
        if effort in ONCE_A_DAY:
            standing.setdefault((effort, step.day.isoformat()), (effort, step.day))
        elif effort:
            standing.setdefault((step.name, step.subject), (effort, step.day))
    yield from standing.values()
