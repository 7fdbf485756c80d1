"""What somebody has done: told once, with what it shows; and two short questions for whoever showed little yet."""

from dataclasses import asdict
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mosaic.people.http import PersonRequest, person_required
from ps101 import queries
from ps101.forms.experiences import ExperienceForm
from ps101.models import Experience
from ps101.pages import experiences as pages
from ps101.services import experiences as services


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def experiences(request: PersonRequest) -> HttpResponse:
    """Show what somebody has done and what it shows, and take another."""
    form = ExperienceForm(request.POST or None)
    kept = _told(request, form)
    if kept:
        return redirect(f"{reverse('ps101:experiences')}#e-{kept.pk}")
    shown = pages.experiences(request.person) | {"form": form}
    return render(request, "ps101/experiences.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def two_questions(request: PersonRequest) -> HttpResponse:
    """Ask what somebody has done and what they did on an ordinary day; can be passed over."""
    if "skip" in request.POST:
        services.pass_questions(request.person)
        return redirect("ps101:understood")
    form = ExperienceForm(request.POST or None)
    kept = _told(request, form)
    if kept:
        return redirect(f"{reverse('ps101:experiences')}#e-{kept.pk}")
    return render(request, "ps101/two_questions.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def experience(request: PersonRequest, experience_id: UUID) -> HttpResponse:
    """Show one with what it shows, and let it be told differently."""
    found = get_object_or_404(queries.experiences_of(request.person), pk=experience_id)
    form = ExperienceForm(request.POST or None, initial=asdict(queries.account_of(found)) | {"version": found.version})
    if request.method != "POST" or not form.is_valid():
        return _shown(request, found, form, status=422 if form.errors else 200)
    version = form.cleaned_data["version"] or found.version
    try:
        services.change(request.person, found, version=version, account=form.account)
    except services.NotClear as error:
        form.explain(error.unclear)
        return _shown(request, found, form, status=422)
    except services.ToldMeanwhile as error:
        return _shown(request, error.current, form, status=409, conflict=error.current)
    return redirect(f"{reverse('ps101:experiences')}#e-{found.pk}")


@require_POST
@person_required
def remove(request: PersonRequest, experience_id: UUID) -> HttpResponse:
    """Delete one, once the tick beside the button says so."""
    found = get_object_or_404(queries.experiences_of(request.person), pk=experience_id)
    if "sure" not in request.POST:
        form = ExperienceForm(initial=asdict(queries.account_of(found)) | {"version": found.version})
        return _shown(request, found, form, status=422, unsure=_("Tick the box if it is to be deleted."))
    services.remove(request.person, found)
    return redirect("ps101:experiences")


def _told(request: PersonRequest, form: ExperienceForm) -> Experience | None:
    """Keep what was typed, or leave its errors on the form."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return services.tell(request.person, form.account)
    except services.NotClear as error:
        form.explain(error.unclear)
    return None


def _shown(
    request: PersonRequest,
    found: Experience,
    form: ExperienceForm,
    *,
    status: int,
    conflict: Experience | None = None,
    unsure: str = "",
) -> HttpResponse:
    """Show one experience, with what was typed about it."""
    shown = {"one": pages.told(request.person, [found])[0], "form": form, "conflict": conflict, "unsure": unsure}
    return render(request, "ps101/experience.html", shown, status=status)
