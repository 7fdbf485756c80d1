"""What the pages of experiments show."""

from django.utils import timezone

from mosaic.people.models import Person
from ps101 import queries
from ps101.domain import drafting
from ps101.domain.experiments import ENOUGH_ACTIONS, MOVES, Canvas, Gate, Move, Status, badges, missing_for
from ps101.models import Experiment, Journey
from ps101.pages.journeys import Shown
from ps101.words import experiments as words
from ps101.words.experiments import NEXT_MOVES, SIDES

NOW, TRIED, WAITING, AWAY = "now", "tried", "waiting", "away"
GROUPS = {Status.ACTIVE: NOW, Status.REVIEWED: TRIED, Status.DRAFT: WAITING, Status.ARCHIVED: AWAY}


def overview(person: Person) -> Shown:
    """Return everything tried and to be tried, by where it stands."""
    groups: dict[str, list[Shown]] = {group: [] for group in GROUPS.values()}
    for one in queries.experiments_of(person):
        reflection = queries.reflection_of(one)
        # What was put away after it had been tried still belongs to what was tried.
        group = TRIED if reflection else GROUPS[Status(one.status)]
        groups[group].append({"experiment": one, "reflection": reflection, "state": words.status_words(one.status)})
    return {"groups": groups, "has_any": any(groups.values()), "suggested": _suggested(person)}


def one(experiment: Experiment, **more: object) -> Shown:
    """Return an experiment, what it has reached and the forms that belong to it."""
    trial = queries.trial_of(experiment)
    moves = MOVES[Status(experiment.status)]
    reached = badges(trial)
    return (
        {
            "experiment": experiment,
            "canvas": experiment,
            "reflection": queries.reflection_of(experiment),
            "state": words.status_words(experiment.status),
            "badges": [words.badge_words(badge) for badge in reached],
            "missing": [words.missing_words(one) for gate in list(Gate)[:3] for one in missing_for(gate, trial)],
            "can_start": Move.ACTIVATE in moves,
            "can_archive": Move.ARCHIVE in moves,
            "can_come_back": Move.BRING_BACK in moves,
            "told": told(experiment),
            "rows": [{"label": ""}],
        }
        | _choices()
        | more
    )


def blank(follows: Experiment | None) -> Shown:
    """Return an empty canvas, or one that goes on from what another experiment taught."""
    if follows is None:
        return {"canvas": Canvas(), "follows": None}
    answers = queries.answers_in(follows.journey) if follows.journey else {}
    canvas = drafting.next_canvas(
        {key: answer.text for key, answer in answers.items()},
        title=follows.title,
        success_metric=follows.success_metric,
        today=timezone.localdate(),
    )
    return {"canvas": canvas, "follows": follows}


def panel(journey: Journey, gate: Gate, *, back: str) -> Shown:
    """Return the form a step waits for, filled with what its answers say until somebody has saved it."""
    experiment = queries.experiment_in(journey)
    answers = {key: answer.text for key, answer in queries.answers_in(journey).items() if answer.version}
    trial = queries.trial_of(experiment) if experiment else None
    return {
        "gate": gate.value,
        "back": back,
        "experiment": experiment,
        "canvas": experiment or drafting.canvas_from(answers, timezone.localdate()),
        "barrier": drafting.barrier_from(answers),
        "rows": _rows(experiment, answers.get("steps_plan", "")),
        "actions_needed": max(0, ENOUGH_ACTIONS - (trial.distinct_actions if trial else 0)),
        "reflection": queries.reflection_of(experiment) if experiment else None,
        "told": told(experiment) if experiment else None,
        "missing": [words.missing_words(one) for one in missing_for(gate, trial)],
        "waiting": queries.waiting_in(journey),
    } | _choices()


def told(experiment: Experiment) -> Shown:
    """Return what answers already say of how an experiment went."""
    answers = queries.answers_in(experiment.journey) if experiment.journey else {}
    before, after, results = (answers.get(key) for key in ("confidence", "confidence_effect", "results"))
    return {
        "outcome": results.text if results else "",
        "confidence_before": before.rating if before else None,
        "confidence_after": after.rating if after else None,
    }


def _rows(experiment: Experiment | None, answered: str) -> list[Shown]:
    """Return rows for steps to be planned: those an answer names, and as many empty ones as are still needed."""
    planned = [action.label for action in experiment.actions.all()] if experiment else []
    named = [step for step in drafting.steps_from(answered) if step not in planned]
    rows = [] if planned else named
    empty = max(int(not rows), ENOUGH_ACTIONS - len(planned) - len(rows))
    return [{"label": label} for label in [*rows, *[""] * empty]]


def _suggested(person: Person) -> Experiment | None:
    """Return the experiment whose lesson asks for another one."""
    done = [one for one in queries.experiments_of(person) if queries.reflection_of(one)]
    followed = {one.follows_id for one in queries.experiments_of(person)}
    return next((one for one in done if one.pk not in followed and one.reflection.next_move != "archive"), None)


def _choices() -> Shown:
    return {"sides": SIDES, "next_moves": NEXT_MOVES, "scale": range(1, 11)}
