"""What belongs to an experiment: what could get in the way, the steps of its plan, and what it taught."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from mosaic.facts import services as facts
from mosaic.facts.models import SourceKind
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import drop_reminders, finish_reminders, note
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.experiments import HIGHEST, LOWEST, Fault, NextMove, Status
from ps101.domain.extraction import AnswerText, read_answer
from ps101.domain.flow import Feed
from ps101.models import Action, Experiment, Obstacle, Reflection
from ps101.services.contexts import read_when_ready
from ps101.services.experiments import Faulty, drop_due, make_due

TAUGHT = (Feed.SKILLS, Feed.PASSIONS, Feed.SECRET_POWERS)


@transaction.atomic
def name_obstacle(person: Person, experiment: Experiment, *, kind: str, label: str, strategy: str = "") -> Obstacle:
    """Name what could get in the way, and perhaps what to do then. Raises Faulty."""
    obstacle = Obstacle(person=person, experiment=experiment)
    return change_obstacle(person, obstacle, kind=kind, label=label, strategy=strategy)


@transaction.atomic
def change_obstacle(person: Person, obstacle: Obstacle, *, kind: str, label: str, strategy: str) -> Obstacle:
    """Put an obstacle or its strategy in other words. Raises Faulty."""
    had_one = bool(obstacle.strategy.strip())
    obstacle.kind, obstacle.label, obstacle.strategy = kind, _words(label), normalised(strategy).strip()
    obstacle.save()
    if obstacle.strategy and not had_one:
        note(person, Happened.OBSTACLE_MET, obstacle, kind=obstacle.kind)
    return obstacle


@transaction.atomic
def drop_obstacle(person: Person, obstacle: Obstacle) -> None:
    """Take an obstacle away."""
    Obstacle.objects.filter(person=person, pk=obstacle.pk).delete()


@transaction.atomic
def plan_action(
    person: Person, experiment: Experiment, *, label: str, due_on: date | None = None, accountability: str = ""
) -> Action:
    """Plan a step. With a day it is due then. Raises Faulty."""
    action = Action(person=person, experiment=experiment)
    change_action(person, action, label=label, due_on=due_on, accountability=accountability)
    note(person, Happened.ACTION_PLANNED, action)
    read_when_ready(person, experiment.journey)
    return action


@transaction.atomic
def change_action(person: Person, action: Action, *, label: str, due_on: date | None, accountability: str) -> Action:
    """Change a step or its day. Raises Faulty."""
    action.label, action.accountability = _words(label), normalised(accountability).strip()
    action.due_on, action.changed_at = due_on, timezone.now()
    action.save()
    make_due(person, action)
    return action


@transaction.atomic
def finish_action(person: Person, action: Action) -> Action:
    """Note that a step is done; twice is once."""
    if Action.objects.filter(person=person, pk=action.pk, done_at=None).update(done_at=timezone.now()):
        finish_reminders(person, action.pk)
        note(person, Happened.ACTION_DONE, action)
    action.refresh_from_db()
    return action


@transaction.atomic
def open_action(person: Person, action: Action) -> Action:
    """Take back that a step is done."""
    if Action.objects.filter(person=person, pk=action.pk, done_at__isnull=False).update(done_at=None):
        note(person, Happened.ACTION_OPENED, action)
    action.refresh_from_db()
    make_due(person, action)
    return action


@transaction.atomic
def drop_action(person: Person, action: Action) -> None:
    """Take a step out of the plan."""
    drop_reminders(person, action.pk)
    note(person, Happened.ACTION_DROPPED, action)
    Action.objects.filter(person=person, pk=action.pk).delete()


@transaction.atomic
def reflect(
    person: Person,
    experiment: Experiment,
    *,
    outcome: str,
    learning: str,
    confidence_after: int,
    next_move: str,
    confidence_before: int | None = None,
    cost: str = "",
) -> Reflection:
    """Say what an experiment taught; its words show what may be known from it. Raises Faulty."""
    if any(not LOWEST <= one <= HIGHEST for one in (confidence_after, confidence_before) if one is not None):
        raise Faulty((Fault.OUT_OF_RANGE,))
    before = queries.reflection_of(experiment)
    reflection = before or Reflection(person=person, experiment=experiment)
    reflection.outcome, reflection.learning, reflection.cost = (
        _words(outcome),
        _words(learning),
        normalised(cost).strip(),
    )
    reflection.confidence_before, reflection.confidence_after = confidence_before, confidence_after
    reflection.next_move, reflection.reflected_at = next_move, timezone.now()
    reflection.save()
    _settle(person, experiment, reflection)
    if before is None:
        note(person, Happened.EXPERIMENT_REVIEWED, experiment, next_move=next_move)
    return reflection


def _settle(person: Person, experiment: Experiment, reflection: Reflection) -> None:
    """Let an experiment be over, and what was learned be suggested."""
    is_over = reflection.next_move == NextMove.ARCHIVE
    status = Status.ARCHIVED if is_over else Status.REVIEWED
    archived_at = timezone.now() if is_over else None
    Experiment.objects.filter(person=person, pk=experiment.pk).update(status=status, archived_at=archived_at)
    experiment.refresh_from_db()
    drop_due(person, experiment)
    told = f"{reflection.outcome}\n\n{reflection.learning}"
    found = read_answer(AnswerText("reflection", told, TAUGHT), today=timezone.localdate())
    facts.learn(person, facts.Source(SourceKind.REFLECTION, reflection.pk, told), found)


def _words(text: str) -> str:
    """Return words that can be kept. Raises Faulty for none."""
    words = normalised(text).strip()
    if not words:
        raise Faulty((Fault.NOTHING,))
    return words
