"""The shapes of experiments and what belongs to them."""

from rest_framework import serializers

from ps101 import queries
from ps101.domain.experiments import (
    ENOUGH_ACTIONS,
    HIGHEST,
    LONGEST_TITLE,
    LONGEST_WORDS,
    LOWEST,
    MOVES,
    NextMove,
    Side,
    Status,
    badges,
)
from ps101.models import Action, Commitment, Experiment, Obstacle, Reflection
from ps101.serializers.flows import Shape

STATUSES, SIDES, NEXT_MOVES = ([one.value for one in each] for each in (Status, Side, NextMove))


class ExperimentInput(serializers.Serializer[object]):
    """What is written down about an experiment; in a change, what is not named stays."""

    title = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_TITLE)
    hypothesis = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_WORDS)
    success_metric = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_WORDS)
    resources = serializers.CharField(required=False, allow_blank=True, max_length=LONGEST_WORDS)
    start_on = serializers.DateField(required=False, allow_null=True)
    review_on = serializers.DateField(required=False, allow_null=True)


class ExperimentStart(ExperimentInput):
    """A new experiment; `follows` names the one whose lesson it goes on from."""

    follows = serializers.CharField(required=False, allow_null=True)


class ExperimentChange(ExperimentInput):
    """A change; with `version`, the one it was written over, nothing of another window is lost."""

    version = serializers.IntegerField(required=False, min_value=1)


class ObstacleInput(serializers.Serializer[object]):
    """What could get in the way, and what to do then."""

    kind = serializers.ChoiceField(choices=SIDES)
    label = serializers.CharField(max_length=LONGEST_WORDS)  # type: ignore[assignment]  # a field of the same name
    strategy = serializers.CharField(required=False, allow_blank=True, default="", max_length=LONGEST_WORDS)


class ActionInput(serializers.Serializer[object]):
    """A step of a plan."""

    label = serializers.CharField(max_length=LONGEST_WORDS)  # type: ignore[assignment]  # a field of the same name
    due_on = serializers.DateField(required=False, allow_null=True, default=None)
    accountability = serializers.CharField(required=False, allow_blank=True, default="", max_length=LONGEST_TITLE)


class ActionChange(ActionInput):
    """A change of a step, or of whether it is done."""

    done = serializers.BooleanField(required=False)


class ReflectionInput(serializers.Serializer[object]):
    """What an experiment taught."""

    outcome = serializers.CharField(max_length=LONGEST_WORDS)
    learning = serializers.CharField(max_length=LONGEST_WORDS)
    cost = serializers.CharField(required=False, allow_blank=True, default="", max_length=LONGEST_WORDS)
    confidence_before = serializers.IntegerField(
        required=False, allow_null=True, default=None, min_value=LOWEST, max_value=HIGHEST
    )
    confidence_after = serializers.IntegerField(min_value=LOWEST, max_value=HIGHEST)
    next_move = serializers.ChoiceField(choices=NEXT_MOVES)


class ObstacleShape(serializers.ModelSerializer[Obstacle]):
    """What could get in the way."""

    label = serializers.CharField()  # type: ignore[assignment]  # a field of the same name
    strategy = serializers.CharField()

    class Meta:
        model = Obstacle
        fields = ("id", "kind", "label", "strategy")


class ActionShape(serializers.ModelSerializer[Action]):
    """A step of a plan."""

    label = serializers.CharField()  # type: ignore[assignment]  # a field of the same name
    accountability = serializers.CharField()

    class Meta:
        model = Action
        fields = ("id", "label", "due_on", "done_at", "accountability")


class ReflectionShape(serializers.ModelSerializer[Reflection]):
    """What an experiment taught."""

    outcome = serializers.CharField()
    learning = serializers.CharField()
    cost = serializers.CharField()

    class Meta:
        model = Reflection
        fields = (
            "outcome", "learning", "cost", "confidence_before", "confidence_after", "next_move", "reflected_at",
        )  # fmt: skip


class CommitmentShape(serializers.ModelSerializer[Commitment]):
    """What somebody will do this week."""

    week = serializers.CharField()
    holding = serializers.CharField()
    telling = serializers.CharField()

    class Meta:
        model = Commitment
        fields = ("week", "holding", "telling", "day", "done_at")


class ExperimentShape(serializers.ModelSerializer[Experiment]):
    """An experiment with all that belongs to it."""

    title = serializers.CharField()
    hypothesis = serializers.CharField()
    success_metric = serializers.CharField()
    resources = serializers.CharField()
    obstacles = ObstacleShape(many=True)
    actions = ActionShape(many=True)
    reflection = ReflectionShape(allow_null=True)
    badges = serializers.ListField(child=serializers.CharField())
    moves = serializers.ListField(child=serializers.CharField())
    actions_needed = serializers.IntegerField()

    class Meta:
        model = Experiment
        fields = (
            "id", "journey", "follows", "title", "hypothesis", "success_metric", "resources", "start_on", "review_on",
            "status", "version", "obstacles", "actions", "reflection", "badges", "moves", "actions_needed",
        )  # fmt: skip


class ExperimentList(serializers.Serializer[object]):
    """A person's experiments."""

    experiments = ExperimentShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


def experiment_shape(experiment: Experiment) -> Shape:
    """Return an experiment, what it has reached and what can be done with it."""
    trial = queries.trial_of(experiment)
    reflection = queries.reflection_of(experiment)
    return {
        "id": str(experiment.pk),
        "journey": str(experiment.journey_id) if experiment.journey_id else None,
        "follows": str(experiment.follows_id) if experiment.follows_id else None,
        **{name: getattr(experiment, name) for name in ("title", "hypothesis", "success_metric", "resources")},
        **{name: getattr(experiment, name) for name in ("start_on", "review_on", "status", "version")},
        "obstacles": ObstacleShape(experiment.obstacles.all(), many=True).data,
        "actions": ActionShape(experiment.actions.all(), many=True).data,
        "reflection": ReflectionShape(reflection).data if reflection else None,
        "badges": [badge.value for badge in badges(trial)],
        "moves": [move.value for move in MOVES[Status(experiment.status)]],
        "actions_needed": max(0, ENOUGH_ACTIONS - trial.distinct_actions),
    }
