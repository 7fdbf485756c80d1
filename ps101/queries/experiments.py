"""Reads of experiments and what belongs to them, starting from the person."""

from django.db.models import QuerySet

from mosaic.people.models import Person
from ps101.domain import experiments as rules
from ps101.domain.experiments import Gate, Status, Trial
from ps101.models import Action, Commitment, Experiment, Journey, Obstacle, Reflection


def experiments_of(person: Person) -> QuerySet[Experiment]:
    """Return a person's experiments, the latest first, with everything that belongs to them."""
    experiments = Experiment.objects.filter(person=person).select_related("reflection", "journey__flow")
    return experiments.prefetch_related("obstacles", "actions").order_by("-created_at", "-pk")


def active_experiment_of(person: Person) -> Experiment | None:
    """Return the experiment that is under way."""
    return experiments_of(person).filter(status=Status.ACTIVE).first()


def experiment_in(journey: Journey) -> Experiment | None:
    """Return the experiment a journey is about: the one under way, else the one begun last that is not put away."""
    experiments = experiments_of(journey.person).filter(journey=journey)
    found = {one.status: one for one in reversed(experiments)}
    order = (Status.ACTIVE, Status.DRAFT, Status.REVIEWED, Status.ARCHIVED)
    return next((found[status] for status in order if status in found), None)


def obstacles_of(person: Person) -> QuerySet[Obstacle]:
    """Return everything a person named as in the way of an experiment, in the order of naming."""
    return Obstacle.objects.filter(person=person).select_related("experiment").order_by("created_at", "pk")


def actions_of(person: Person) -> QuerySet[Action]:
    """Return everything a person plans to do, in the order of planning."""
    return Action.objects.filter(person=person).select_related("experiment").order_by("created_at", "pk")


def reflection_of(experiment: Experiment) -> Reflection | None:
    """Return what an experiment taught, once that is told."""
    return Reflection.objects.filter(person_id=experiment.person_id, experiment=experiment).first()


def trial_of(experiment: Experiment) -> Trial:
    """Return an experiment as the gates see it."""
    return Trial(
        hypothesis=experiment.hypothesis,
        success_metric=experiment.success_metric,
        review_on=experiment.review_on,
        strategies=sum(bool(obstacle.strategy.strip()) for obstacle in experiment.obstacles.all()),
        actions=tuple(action.label for action in experiment.actions.all()),
        is_reflected=hasattr(experiment, "reflection"),
    )


def gates_of(journey: Journey) -> frozenset[Gate]:
    """Return the gates of a journey that stand open."""
    return rules.met(trial_of(one) for one in experiments_of(journey.person).filter(journey=journey))


def commitment_of(journey: Journey) -> Commitment | None:
    """Return what somebody committed to at the end of a journey."""
    return Commitment.objects.filter(person_id=journey.person_id, journey=journey).first()
