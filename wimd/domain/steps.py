"""What somebody did, as it stands: each step once, at the first time, and without what was taken back.

A step that is taken back counts as never taken, and one that is taken again afterwards counts from its first time:
doing and undoing the same thing, however often, leaves what was there before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from mosaic.journal.domain.names import Happened


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened, about something; `detail` tells apart what may happen to one thing more than once."""

    name: Happened
    at: datetime
    subject: str = ""
    detail: str = ""


Key = tuple[Happened, str, str]
# What takes steps about the same thing back.
UNDOES: Mapping[Happened, tuple[Happened, ...]] = {
    Happened.JOB_UNSAVED: (Happened.JOB_SAVED, Happened.JOB_ADDED),
    Happened.JOB_HIDDEN: (Happened.JOB_SAVED, Happened.JOB_ADDED),
    Happened.ACTION_OPENED: (Happened.ACTION_DONE,),
    Happened.ACTION_DROPPED: (Happened.ACTION_DONE,),
    Happened.EXPERIMENT_REMOVED: (
        Happened.EXPERIMENT_DESIGNED,
        Happened.EXPERIMENT_STARTED,
        Happened.EXPERIMENT_REVIEWED,
    ),
    Happened.EXPERIENCE_REMOVED: (Happened.EXPERIENCE_TOLD,),
    Happened.FILE_REMOVED: (Happened.FILE_READ,),
    Happened.CHECKIN_REMOVED: (Happened.CHECKED_IN,),
}
# What is put away with an experiment that taught nothing, and comes back with it.
SHELVED = (Happened.EXPERIMENT_DESIGNED, Happened.EXPERIMENT_STARTED)


def standing(steps: Iterable[Step], now: datetime) -> list[Step]:
    """Return the steps that stand as of `now`, in order of time."""
    kept: dict[Key, Step] = {}
    first: dict[Key, Step] = {}
    shelf: dict[Key, Step] = {}
    for step in sorted(steps, key=_order):
        if step.at > now:
            break
        key = (step.name, step.subject, step.detail)
        kept[key] = first.setdefault(key, step)
        if step.name is Happened.STAGE_UNDONE:
            _drop_latest_stage(kept, step.subject)
        elif step.name is Happened.EXPERIMENT_ARCHIVED:
            _shelve(kept, shelf, step.subject)
        elif step.name is Happened.EXPERIMENT_BACK:
            kept |= {one: shelf.pop(one) for one in list(shelf) if one[1] == step.subject}
        _take_back(kept, UNDOES.get(step.name, ()), step)
    return sorted(kept.values(), key=_order)


def _take_back(kept: dict[Key, Step], names: Sequence[Happened], step: Step) -> None:
    for key in [(name, step.subject, step.detail) for name in names]:
        kept.pop(key, None)


def _shelve(kept: dict[Key, Step], shelf: dict[Key, Step], subject: str) -> None:
    if (Happened.EXPERIMENT_REVIEWED, subject, "") in kept:
        return
    for key in [(name, subject, "") for name in SHELVED]:
        if key in kept:
            shelf[key] = kept.pop(key)


def _drop_latest_stage(kept: dict[Key, Step], subject: str) -> None:
    moves = [key for key in kept if key[:2] == (Happened.STAGE_CHANGED, subject)]
    if moves:
        kept.pop(max(moves, key=lambda key: _order(kept[key])))


def _order(step: Step) -> tuple[datetime, str, str, str]:
    return step.at, step.name, step.subject, step.detail
