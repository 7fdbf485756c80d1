"""Pages of small experiments: all of them, one of them, and what can be done with one."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.lib.ids import uuid_in
from mosaic.people.http import PersonRequest, person_required
from ps101 import queries
from ps101.forms.experiments import CanvasForm
from ps101.models import Experiment
from ps101.pages import experiments as pages
from ps101.services import experiments as services
from ps101.views.returning import back_to
from ps101.words.experiments import fault_words

MOVES = {"archive": services.archive, "bring-back": services.bring_back}


@require_safe
@person_required
def experiments(request: PersonRequest) -> HttpResponse:
    """Show what was tried, what it taught, and what waits."""
    return render(request, "ps101/experiments.html", pages.overview(request.person))


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def new(request: PersonRequest) -> HttpResponse:
    """Write down an experiment."""
    named = uuid_in(request.POST.get("follows") or request.GET.get("follows"))
    follows = queries.experiments_of(request.person).filter(pk=named).first() if named else None
    if request.method != "POST":
        return render(request, "ps101/experiment_new.html", pages.blank(follows))
    form = CanvasForm(request.POST)
    if not form.is_valid():
        return _refused(request, None, form, follows=follows)
    try:
        experiment = services.design(request.person, form.canvas, follows=follows)
    except services.Faulty as error:
        return _refused(request, None, form, fault=fault_words(error.faults[0]), follows=follows)
    return back_to(request, experiment)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def experiment(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Show an experiment, and keep what is written down about it."""
    found = one_of(request, experiment_id)
    if request.method != "POST":
        return render(request, "ps101/experiment.html", pages.one(found))
    form = CanvasForm(request.POST)
    if not form.is_valid():
        return _refused(request, found, form)
    version = form.cleaned_data["version"] or found.version
    try:
        services.redesign(request.person, found, version=version, canvas=form.canvas)
    except services.Faulty as error:
        return _refused(request, found, form, fault=fault_words(error.faults[0]))
    except services.ChangedMeanwhile as error:
        shown = pages.one(error.current, canvas=form.canvas, conflict=error.current)
        return render(request, "ps101/experiment.html", shown, status=409)
    return back_to(request, found)


@require_POST
@person_required
def activate(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Begin an experiment, or say which one is under way."""
    found = one_of(request, experiment_id)
    try:
        with suppress(services.CannotMove):  # It stands somewhere else by now, which the page shows.
            services.activate(request.person, found)
    except services.AnotherActive as error:
        return render(request, "ps101/experiment.html", pages.one(found, active=error.active), status=409)
    return redirect("ps101:experiment", experiment_id)


@require_POST
@person_required
def move(request: PersonRequest, experiment_id: UUID, action: str) -> HttpResponse:
    """Put an experiment away, or take it out again."""
    found = one_of(request, experiment_id)
    with suppress(services.CannotMove):  # It stands somewhere else by now, which the page shows.
        MOVES[action](request.person, found)
    return redirect("ps101:experiment", experiment_id)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def remove(request: PersonRequest, experiment_id: UUID) -> HttpResponse:
    """Ask, and delete an experiment with all that belongs to it."""
    found = one_of(request, experiment_id)
    if request.method != "POST":
        return render(request, "ps101/experiment_remove.html", {"experiment": found})
    services.remove(request.person, found)
    return redirect("ps101:experiments")


def one_of(request: PersonRequest, experiment_id: UUID) -> Experiment:
    """Return the person's experiment, or raise 404."""
    return get_object_or_404(queries.experiments_of(request.person), pk=experiment_id)


def _refused(
    request: PersonRequest,
    found: Experiment | None,
    form: CanvasForm,
    *,
    fault: str = "",
    follows: Experiment | None = None,
) -> HttpResponse:
    """Show what was typed again, with what is wrong about it."""
    told = {"canvas": dict(form.data.items()), "errors": form.errors, "fault": fault}
    if found is None:
        return render(request, "ps101/experiment_new.html", pages.blank(follows) | told, status=422)
    return render(request, "ps101/experiment.html", pages.one(found, **told), status=422)
