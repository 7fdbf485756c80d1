"""Where a form of an experiment leads back to: the question it stood beside, or the experiment."""

from django.http import HttpResponse
from django.shortcuts import redirect

from mosaic.people.http import PersonRequest
from ps101 import queries
from ps101.models import Experiment

STEP = "step:"


def back_to(request: PersonRequest, experiment: Experiment) -> HttpResponse:
    """Lead back to where a form stood; only to a question or a step of the person's own journey."""
    place = request.POST.get("back", "")
    journey = queries.latest_journey_of(request.person)
    flow = queries.flow_of(journey.flow) if journey else None
    if flow and any(f"{STEP}{step.key}" == place for step in flow.steps):
        return redirect("ps101:step", place.removeprefix(STEP))
    if flow and flow.prompt(place):
        return redirect("ps101:prompt", place)
    return redirect("ps101:experiment", experiment.pk)
