"""Small experiments in the API."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.ids import uuid_in
from mosaic.lib.problems import Invalid, NotFound, Problem
from mosaic.people.http import PersonViewSet
from ps101 import queries
from ps101.domain.experiments import Canvas
from ps101.models import Experiment
from ps101.serializers import experiments as shapes
from ps101.services import experiments as services
from ps101.words.experiments import fault_words

CANVAS = ("title", "hypothesis", "success_metric", "resources", "start_on", "review_on")


def faulty(error: services.Faulty) -> Invalid:
    """Return the problem of what cannot be kept."""
    fault = error.faults[0]
    return Invalid("review_on" if fault.startswith("review") else "title", fault, fault_words(fault))


class ExperimentFinder(PersonViewSet):
    """Finds a person's experiment; any other id is nobody's."""

    serializer_class = shapes.ExperimentShape

    def experiment(self, experiment_id: UUID | None) -> Experiment:
        """Return it as it is now."""
        found = queries.experiments_of(self.person).filter(pk=experiment_id).first() if experiment_id else None
        if found is None:
            raise NotFound("experiment_not_found", _("There is no such experiment."))
        return found

    def shown(self, experiment: Experiment, status: int = 200) -> Response:
        """Answer with an experiment and all that belongs to it."""
        return Response(shapes.experiment_shape(self.experiment(experiment.pk)), status=status)


@extend_schema(tags=["ps101"])
class ExperimentViewSet(ExperimentFinder):
    """What is tried, small."""

    @extend_schema(responses=shapes.ExperimentList)
    def list(self, request: Request) -> Response:
        """List the person's experiments, the latest first."""
        experiments = [shapes.experiment_shape(one) for one in queries.experiments_of(self.person)]
        return Response({"experiments": experiments, "next": None, "previous": None})

    @extend_schema(request=shapes.ExperimentStart, responses={201: shapes.ExperimentShape})
    def create(self, request: Request) -> Response:
        """Write down an experiment. During a journey it belongs to that."""
        form = shapes.ExperimentStart(data=request.data)
        form.is_valid(raise_exception=True)
        named = form.validated_data.pop("follows", None)
        follows = self.experiment(uuid_in(named)) if named else None
        try:
            return self.shown(services.design(self.person, Canvas(**form.validated_data), follows=follows), 201)
        except services.Faulty as error:
            raise faulty(error) from error

    @extend_schema(responses=shapes.ExperimentShape)
    def retrieve(self, request: Request, experiment_id: UUID) -> Response:
        """Show an experiment with all that belongs to it."""
        return self.shown(self.experiment(experiment_id))

    @extend_schema(request=shapes.ExperimentChange, responses=shapes.ExperimentShape)
    def partial_update(self, request: Request, experiment_id: UUID) -> Response:
        """Change what is written down: 409 with what was saved when it was changed in between."""
        experiment = self.experiment(experiment_id)
        form = shapes.ExperimentChange(data=request.data)
        form.is_valid(raise_exception=True)
        version = form.validated_data.pop("version", experiment.version)
        canvas = replace(Canvas(**{name: getattr(experiment, name) for name in CANVAS}), **form.validated_data)
        try:
            return self.shown(services.redesign(self.person, experiment, version=version, canvas=canvas))
        except services.Faulty as error:
            raise faulty(error) from error
        except services.ChangedMeanwhile as error:
            detail = _("This experiment was changed in the meantime, perhaps in another window. Both are here.")
            current = shapes.experiment_shape(error.current)
            raise Problem(409, "lost_update", detail, current=current, yours=request.data) from error

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, experiment_id: UUID) -> Response:
        """Delete an experiment with all that belongs to it."""
        services.remove(self.person, self.experiment(experiment_id))
        return Response(status=204)

    @extend_schema(request=None, responses=shapes.ExperimentShape)
    def activate(self, request: Request, experiment_id: UUID) -> Response:
        """Begin it: 409 while another one is under way."""
        try:
            return self.shown(services.activate(self.person, self.experiment(experiment_id)))
        except services.AnotherActive as error:
            detail = _("Another experiment is under way. Look back at it or put it away first.")
            raise Problem(409, "another_active", detail, active=str(error.active.pk)) from error
        except services.CannotMove as error:
            raise _cannot_move() from error

    @extend_schema(request=None, responses=shapes.ExperimentShape)
    def archive(self, request: Request, experiment_id: UUID) -> Response:
        """Put it away; it stays to be looked at."""
        return self.shown(services.archive(self.person, self.experiment(experiment_id)))

    @extend_schema(request=None, responses=shapes.ExperimentShape)
    def bring_back(self, request: Request, experiment_id: UUID) -> Response:
        """Take it out again."""
        try:
            return self.shown(services.bring_back(self.person, self.experiment(experiment_id)))
        except services.CannotMove as error:
            raise _cannot_move() from error


def _cannot_move() -> Problem:
    return Problem(409, "wrong_status", _("An experiment that stands where this one does cannot do that."))
