"""The short form: the agenda of the coach, to be answered at one go."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mosaic.people.http import PersonRequest, person_required
from mosaic.people.models import Person
from wimd import services
from wimd.forms.short import ShortForm
from wimd.pages import short_form as pages
from wimd.pages.talk import Shown
from wimd.queries.short_form import filled_of


def short_form_of(person: Person, form: ShortForm | None = None) -> Shown:
    """Return what `wimd/_short_form.html` shows: the form with what is known in it, or as it was sent."""
    filled = filled_of(person)
    return pages.short_form(person, filled) | {"form": form or ShortForm(initial=pages.initial_of(filled))}


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def short_form(request: PersonRequest) -> HttpResponse:
    """Show the form filled with what is known; keep what was filled in."""
    if request.method != "POST":
        shown = short_form_of(request.person) | {"is_saved": "saved" in request.GET}
        return render(request, "wimd/short_form.html", shown)
    form = ShortForm(request.POST)
    if not form.is_valid():
        return render(request, "wimd/short_form.html", short_form_of(request.person, form), status=422)
    services.fill_in(request.person, form.answers, shown=form.shown_facts)
    return redirect(f"{request.path}?saved=1")
