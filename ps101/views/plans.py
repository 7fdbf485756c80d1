"""What belongs to an experiment, on its page or beside a question: obstacles, steps, and what it taught."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_POST

from mosaic.people.http import PersonRequest, person_required
from ps101 import queries
from ps101.forms.experiments import ActionForm, ObstacleForm, ReflectionForm
from ps101.models import Experiment
from ps101.pages import experiments as pages
from ps101.services import plans
from ps101.views.experiments import one_of
from ps101.views.returning import back_to

STEP_DONE = {"done": plans.finish_action, "open": plans.open_action, "remove": plans.drop_action}
ROWS = 10


@require_POST
@person_required
def obstacles(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Name what could get in the way."""
    experiment, form = one_of(request, experiment_id), ObstacleForm(request.POST)
    if not form.is_valid():
        return _refused(request, experiment, obstacle_errors=form.errors, barrier=dict(form.data.items()))
    plans.name_obstacle(request.person, experiment, **form.cleaned_data)
    return back_to(request, experiment)


@require_POST
@person_required
def obstacle(request: PersonRequest, experiment_id: UUID, obstacle_id: UUID) -> HttpResponse:
    """Put an obstacle in other words, or take it away."""
    experiment = one_of(request, experiment_id)
    found = get_object_or_404(queries.obstacles_of(request.person), experiment=experiment, pk=obstacle_id)
    if "remove" in request.POST:
        plans.drop_obstacle(request.person, found)
        return back_to(request, experiment)
    form = ObstacleForm(request.POST)
    if not form.is_valid():
        return _refused(
            request, experiment, obstacle_errors=form.errors, changed=dict(form.data.items()) | {"pk": found.pk}
        )
    plans.change_obstacle(request.person, found, **form.cleaned_data)
    return back_to(request, experiment)


@require_POST
@person_required
def actions(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Plan one step or several: each row of the form is one, and empty rows are none."""
    experiment = one_of(request, experiment_id)
    rows = [ActionForm(row) for row in _rows(request) if row["label"].strip()]
    if not rows or not all(row.is_valid() for row in rows):
        errors = next((row.errors for row in rows if row.errors), ActionForm({}).errors)
        return _refused(request, experiment, action_errors=errors, rows=_rows(request))
    for row in rows:
        plans.plan_action(request.person, experiment, **row.cleaned_data)
    return back_to(request, experiment)


@require_POST
@person_required
def action(request: PersonRequest, experiment_id: UUID, action_id: UUID, what: str) -> HttpResponse:
    """Change a step, say that it is done or not, or take it out of the plan."""
    experiment = one_of(request, experiment_id)
    found = get_object_or_404(queries.actions_of(request.person), experiment=experiment, pk=action_id)
    if what in STEP_DONE:
        STEP_DONE[what](request.person, found)
        return back_to(request, experiment)
    form = ActionForm(request.POST)
    if not form.is_valid():
        return _refused(
            request, experiment, action_errors=form.errors, changed=dict(form.data.items()) | {"pk": found.pk}
        )
    plans.change_action(request.person, found, **form.cleaned_data)
    return back_to(request, experiment)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def reflection(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Look back at an experiment."""
    experiment = one_of(request, experiment_id)
    shown = pages.one(experiment)
    if request.method != "POST":
        return render(request, "ps101/reflection.html", shown)
    form = ReflectionForm(request.POST)
    if not form.is_valid():
        told = {"errors": form.errors, "told": dict(form.data.items()), "reflection": None}
        return render(request, "ps101/reflection.html", shown | told, status=422)
    plans.reflect(request.person, experiment, **form.cleaned_data)
    return back_to(request, experiment)


def _rows(request: PersonRequest) -> list[dict[str, str]]:
    """Return the rows of a form whose fields come several times, in order."""
    names = ("label", "due_on", "accountability")
    columns = {name: request.POST.getlist(name) for name in names}
    many = min(ROWS, len(columns["label"]))
    return [{name: dict(enumerate(columns[name])).get(at, "") for name in names} for at in range(many)]


def _refused(request: PersonRequest, experiment: Experiment, **told: object) -> HttpResponse:
    """Show the experiment with what was typed and what is wrong about it."""
    return render(request, "ps101/experiment.html", pages.one(experiment, **told), status=422)
