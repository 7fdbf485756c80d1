"""Days of experiments in the API, as calendar files."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request

from ps101.pages.calendar import DETAILS, calendar_file, wants_details
from ps101.viewsets.experiments import ExperimentFinder

documented = partial(
    extend_schema,
    tags=["ps101"],
    parameters=[OpenApiParameter(DETAILS, OpenApiTypes.BOOL, description="the person's own words in the titles")],
    responses={(200, "text/calendar"): OpenApiTypes.STR},
)


class CalendarRenderer(BaseRenderer):
    """Lets a program ask for a calendar by name; the file itself is never rendered."""

    media_type = "text/calendar"
    format = "ics"


class CalendarViewSet(ExperimentFinder):
    """What is due about experiments."""

    renderer_classes = (JSONRenderer, CalendarRenderer)

    @documented(operation_id="ps101_experiments_calendar_all")
    def list(self, request: Request) -> HttpResponse:
        """Download the days to look back and of open steps, for a calendar."""
        return calendar_file(self.person, with_details=wants_details(request.query_params.get(DETAILS, "")))

    @documented(operation_id="ps101_experiments_calendar_one")
    def retrieve(self, request: Request, experiment_id: UUID) -> HttpResponse:
        """Download the days of one experiment, for a calendar."""
        with_details = wants_details(request.query_params.get(DETAILS, ""))
        return calendar_file(self.person, about=self.experiment(experiment_id), with_details=with_details)
