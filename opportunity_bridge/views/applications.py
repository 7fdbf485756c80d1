"""Pages of applications: the board, and one application."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mosaic.people.http import PersonRequest, person_required
from opportunity_bridge import queries, services
from opportunity_bridge.domain.stages import Stage
from opportunity_bridge.forms import MoveForm, MoveOneForm, NotesForm
from opportunity_bridge.models import Application
from opportunity_bridge.pages import applications as pages


@require_safe
@person_required
def applications(request: PersonRequest) -> HttpResponse:
    """Show every application by where it stands."""
    return render(request, "opportunity_bridge/applications.html", pages.board(request.person))


@require_safe
@person_required
def application(request: PersonRequest, application_id: UUID) -> HttpResponse:
    """Show one application."""
    found = _application(request, application_id)
    return render(request, "opportunity_bridge/application.html", pages.detail(request.person, found))


@require_POST
@person_required
def move_one(request: PersonRequest) -> HttpResponse:
    """Move an application chosen on the board."""
    form = MoveOneForm(request.POST)
    if not form.is_valid():
        return redirect("applications:list")
    found = _application(request, form.cleaned_data["application"])
    return _moved(request, found, form) or redirect("applications:list")


@require_POST
@person_required
def move(request: PersonRequest, application_id: UUID) -> HttpResponse:
    """Note where an application stands now."""
    found = _application(request, application_id)
    form = MoveForm(request.POST)
    if form.is_valid():
        refused = _moved(request, found, form)
        if refused:
            return refused
    return redirect("applications:detail", application_id)


@require_POST
@person_required
def undo(request: PersonRequest, application_id: UUID) -> HttpResponse:
    """Take back the last move."""
    found = _application(request, application_id)
    try:
        services.undo(request.person, found)
    except services.StageRefused:
        return redirect("applications:detail", application_id)
    except services.AnotherUnderWay:
        return _another(request, found)
    return redirect("applications:detail", application_id)


@require_POST
@person_required
def notes(request: PersonRequest, application_id: UUID) -> HttpResponse:
    """Keep notes."""
    found = _application(request, application_id)
    form = NotesForm(request.POST)
    if form.is_valid():
        services.set_notes(request.person, found, notes=form.cleaned_data["notes"])
    return redirect("applications:detail", application_id)


def _application(request: PersonRequest, application_id: UUID) -> Application:
    return get_object_or_404(queries.applications_of(request.person), pk=application_id)


def _moved(request: PersonRequest, found: Application, form: MoveForm) -> HttpResponse | None:
    """Move an application; return a page only when another one stands in the way."""
    stage, words = Stage(form.cleaned_data["stage"]), form.cleaned_data["words"]
    try:
        services.move_stage(request.person, found, stage=stage, words=words)
    except services.StageRefused:
        return None
    except services.AnotherUnderWay:
        return _another(request, found)
    return None


def _another(request: PersonRequest, found: Application) -> HttpResponse:
    said = _("Another application for this posting is under way. Close that one first; this one stays as it is.")
    shown = pages.detail(request.person, found) | {"error": said}
    return render(request, "opportunity_bridge/application.html", shown, status=409)
