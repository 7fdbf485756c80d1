"""What belongs to an experiment, in the API: obstacles, steps, and what it taught."""

from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.problems import NotFound
from ps101 import queries
from ps101.models import Action, Obstacle
from ps101.serializers import experiments as shapes
from ps101.services import experiments, plans
from ps101.viewsets.experiments import ExperimentFinder, faulty


@extend_schema(tags=["ps101"])
class ObstacleViewSet(ExperimentFinder):
    """What could get in the way."""

    @extend_schema(request=shapes.ObstacleInput, responses={201: shapes.ExperimentShape})
    def create(self, request: Request, experiment_id: UUID) -> Response:
        """Name what could get in the way."""
        experiment = self.experiment(experiment_id)
        form = shapes.ObstacleInput(data=request.data)
        form.is_valid(raise_exception=True)
        plans.name_obstacle(self.person, experiment, **form.validated_data)
        return self.shown(experiment, 201)

    @extend_schema(request=shapes.ObstacleInput, responses=shapes.ExperimentShape)
    def partial_update(self, request: Request, experiment_id: UUID, obstacle_id: UUID) -> Response:
        """Put it, or what to do then, in other words."""
        obstacle = self._obstacle(experiment_id, obstacle_id)
        form = shapes.ObstacleInput(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        as_it_is = {name: getattr(obstacle, name) for name in ("kind", "label", "strategy")}
        plans.change_obstacle(self.person, obstacle, **as_it_is | form.validated_data)
        return self.shown(obstacle.experiment)

    @extend_schema(responses=shapes.ExperimentShape)
    def destroy(self, request: Request, experiment_id: UUID, obstacle_id: UUID) -> Response:
        """Take it away."""
        obstacle = self._obstacle(experiment_id, obstacle_id)
        plans.drop_obstacle(self.person, obstacle)
        return self.shown(obstacle.experiment)

    def _obstacle(self, experiment_id: UUID, obstacle_id: UUID) -> Obstacle:
        experiment = self.experiment(experiment_id)
        found = queries.obstacles_of(self.person).filter(experiment=experiment, pk=obstacle_id).first()
        if found is None:
            raise NotFound("obstacle_not_found", _("There is no such obstacle."))
        return found


@extend_schema(tags=["ps101"])
class ActionViewSet(ExperimentFinder):
    """The steps of a plan."""

    @extend_schema(request=shapes.ActionInput, responses={201: shapes.ExperimentShape})
    def create(self, request: Request, experiment_id: UUID) -> Response:
        """Plan a step."""
        experiment = self.experiment(experiment_id)
        form = shapes.ActionInput(data=request.data)
        form.is_valid(raise_exception=True)
        plans.plan_action(self.person, experiment, **form.validated_data)
        return self.shown(experiment, 201)

    @extend_schema(request=shapes.ActionChange, responses=shapes.ExperimentShape)
    def partial_update(self, request: Request, experiment_id: UUID, action_id: UUID) -> Response:
        """Change a step or its day, or say whether it is done."""
        action = self._action(experiment_id, action_id)
        form = shapes.ActionChange(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        given = dict(form.validated_data)
        done = given.pop("done", None)
        if given:
            as_it_is = {name: getattr(action, name) for name in ("label", "due_on", "accountability")}
            plans.change_action(self.person, action, **as_it_is | given)
        if done is not None:
            (plans.finish_action if done else plans.open_action)(self.person, action)
        return self.shown(action.experiment)

    @extend_schema(responses=shapes.ExperimentShape)
    def destroy(self, request: Request, experiment_id: UUID, action_id: UUID) -> Response:
        """Take a step out of the plan."""
        action = self._action(experiment_id, action_id)
        plans.drop_action(self.person, action)
        return self.shown(action.experiment)

    def _action(self, experiment_id: UUID, action_id: UUID) -> Action:
        experiment = self.experiment(experiment_id)
        found = queries.actions_of(self.person).filter(experiment=experiment, pk=action_id).first()
        if found is None:
            raise NotFound("action_not_found", _("There is no such step."))
        return found


@extend_schema(tags=["ps101"])
class ReflectionViewSet(ExperimentFinder):
    """What an experiment taught."""

    @extend_schema(request=shapes.ReflectionInput, responses=shapes.ExperimentShape)
    def update(self, request: Request, experiment_id: UUID) -> Response:
        """Say what it taught; said again, it is changed."""
        experiment = self.experiment(experiment_id)
        form = shapes.ReflectionInput(data=request.data)
        form.is_valid(raise_exception=True)
        try:
            plans.reflect(self.person, experiment, **form.validated_data)
        except experiments.Faulty as error:
            raise faulty(error) from error
        return self.shown(experiment)
