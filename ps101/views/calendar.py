"""Days of experiments, for the person's own calendar."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from mosaic.people.http import PersonRequest, person_required
from ps101 import queries
from ps101.pages.calendar import DETAILS, calendar_file, wants_details


@require_safe
@person_required
def all_days(request: PersonRequest) -> HttpResponse:
    """Hand over everything that is due about experiments."""
    return calendar_file(request.person, with_details=wants_details(request.GET.get(DETAILS, "")))


@require_safe
@person_required
def days(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Hand over what is due about one experiment."""
    experiment = get_object_or_404(queries.experiments_of(request.person), pk=experiment_id)
    with_details = wants_details(request.GET.get(DETAILS, ""))
    return calendar_file(request.person, about=experiment, with_details=with_details)
