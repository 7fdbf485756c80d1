"""What a person can do with small experiments, inside discovery and after it."""

from dataclasses import asdict, replace

from django.db import transaction
from django.utils import timezone

from mosaic.facts import services as facts
from mosaic.facts.models import SourceKind
from mosaic.journal.domain.names import Due, Happened
from mosaic.journal.services import drop_reminders, note, remind
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from mosaic.people.services import keep_content
from ps101 import queries
from ps101.domain.experiments import MOVES, Canvas, Fault, Gate, Move, Status, missing_for
from ps101.models import Action, Experiment
from ps101.services.contexts import read_when_ready


class Faulty(Exception):
    """What was typed cannot be kept; says why as codes."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


class ChangedMeanwhile(Exception):
    """Somebody, perhaps the same person in another window, changed this experiment in between."""

    def __init__(self, current: Experiment) -> None:
        super().__init__(current.version)
        self.current = current


class AnotherActive(Exception):
    """One experiment is under way already; `active` names it."""

    def __init__(self, active: Experiment) -> None:
        super().__init__(active.pk)
        self.active = active


class CannotMove(Exception):
    """An experiment in this state cannot do that."""


@transaction.atomic
def design(person: Person, canvas: Canvas, *, follows: Experiment | None = None) -> Experiment:
    """Write down an experiment. During a journey it belongs to that. Raises Faulty."""
    canvas = _checked(canvas)
    Person.objects.select_for_update().get(pk=person.pk)
    journey = queries.open_journey_of(person)
    experiment = Experiment(person=person, journey=journey, follows=follows)
    _write(experiment, canvas)
    experiment.save()
    keep_content(person)
    _note_design(person, experiment, was_designed=False)
    return experiment


@transaction.atomic
def redesign(person: Person, experiment: Experiment, *, version: int, canvas: Canvas) -> Experiment:
    """Change what is written down; `version` is the one the writer saw. Raises Faulty and ChangedMeanwhile."""
    canvas = _checked(canvas)
    locked = _locked(person, experiment)
    if Canvas(**{name: getattr(locked, name) for name in asdict(canvas)}) == canvas:
        return locked
    if locked.version != version:
        raise ChangedMeanwhile(locked)
    was_designed = _is_designed(locked)
    _write(locked, canvas)
    locked.version, locked.changed_at = locked.version + 1, timezone.now()
    locked.save()
    _note_design(person, locked, was_designed=was_designed)
    return locked


@transaction.atomic
def activate(person: Person, experiment: Experiment) -> Experiment:
    """Begin an experiment. Raises AnotherActive and CannotMove; beginning twice is beginning once."""
    Person.objects.select_for_update().get(pk=person.pk)
    locked = _locked(person, experiment)
    if locked.status == Status.ACTIVE:
        return locked
    _allow(locked, Move.ACTIVATE)
    active = queries.active_experiment_of(person)
    if active:
        raise AnotherActive(active)
    locked.status, locked.activated_at = Status.ACTIVE, timezone.now()
    locked.start_on = locked.start_on or timezone.localdate()
    locked.save(update_fields=["status", "activated_at", "start_on"])
    note(person, Happened.EXPERIMENT_STARTED, locked)
    return locked


@transaction.atomic
def archive(person: Person, experiment: Experiment) -> Experiment:
    """Put an experiment away; it stays to be looked at."""
    locked = _locked(person, experiment)
    if locked.status == Status.ARCHIVED:
        return locked
    locked.status, locked.archived_at = Status.ARCHIVED, timezone.now()
    locked.save(update_fields=["status", "archived_at"])
    drop_due(person, locked)
    note(person, Happened.EXPERIMENT_ARCHIVED, locked)
    return locked


@transaction.atomic
def bring_back(person: Person, experiment: Experiment) -> Experiment:
    """Take an experiment out again: one that taught something as reviewed, any other to wait. Raises CannotMove."""
    locked = _locked(person, experiment)
    _allow(locked, Move.BRING_BACK)
    locked.status = Status.REVIEWED if queries.reflection_of(locked) else Status.DRAFT
    locked.archived_at = None
    locked.save(update_fields=["status", "archived_at"])
    _note_design(person, locked, was_designed=True)
    for action in locked.actions.all():
        make_due(person, action)
    note(person, Happened.EXPERIMENT_BACK, locked)
    return locked


@transaction.atomic
def remove(person: Person, experiment: Experiment) -> None:
    """Delete an experiment with all that belongs to it."""
    locked = _locked(person, experiment)
    reflection = queries.reflection_of(locked)
    if reflection:
        facts.forget_source(person, SourceKind.REFLECTION, reflection.pk)
    drop_due(person, locked)
    for action in locked.actions.all():
        note(person, Happened.ACTION_DROPPED, action)
    note(person, Happened.EXPERIMENT_REMOVED, locked)
    locked.delete()


def make_due(person: Person, action: Action) -> None:
    """Make a step due on its day, while it has one and is not done."""
    if action.due_on and action.done_at is None:
        remind(person, Due.ACTION, action, action.due_on)
    else:
        drop_reminders(person, action.pk)


def drop_due(person: Person, experiment: Experiment) -> None:
    """Take back everything that is due about an experiment."""
    for subject in (experiment.pk, *experiment.actions.values_list("pk", flat=True)):
        drop_reminders(person, subject)


def _checked(canvas: Canvas) -> Canvas:
    canvas = replace(
        canvas,
        title=normalised(canvas.title).strip(),
        hypothesis=normalised(canvas.hypothesis).strip(),
        success_metric=normalised(canvas.success_metric).strip(),
        resources=normalised(canvas.resources).strip(),
    )
    if canvas.faults:
        raise Faulty(canvas.faults)
    return canvas


def _write(experiment: Experiment, canvas: Canvas) -> None:
    for name, value in asdict(canvas).items():
        setattr(experiment, name, value)


def _locked(person: Person, experiment: Experiment) -> Experiment:
    """Return the row as it is now, locked until the transaction ends."""
    return Experiment.objects.select_for_update().get(person=person, pk=experiment.pk)


def _allow(experiment: Experiment, move: Move) -> None:
    if move not in MOVES[Status(experiment.status)]:
        raise CannotMove(move)


def _is_designed(experiment: Experiment) -> bool:
    return not missing_for(Gate.EXPERIMENT, queries.trial_of(experiment))


def _note_design(person: Person, experiment: Experiment, *, was_designed: bool) -> None:
    """Make the day of looking back due, and note once that an experiment is whole."""
    if experiment.review_on and experiment.status in (Status.DRAFT, Status.ACTIVE):
        remind(person, Due.REVIEW, experiment, experiment.review_on)
    else:
        drop_reminders(person, experiment.pk)
    if _is_designed(experiment) and not was_designed:
        note(person, Happened.EXPERIMENT_DESIGNED, experiment)
    read_when_ready(person, experiment.journey)
