"""What matters most, and what draws somebody: one choice at a time, and a picture of what they say."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mosaic.people.http import PersonRequest, is_part, person_required
from mosaic.people.models import Person
from ps101.domain.orders import Took
from ps101.forms import ChoiceForm, LikingForm
from ps101.pages import draws as pages
from ps101.pages.journeys import Shown
from ps101.services import draws as services

PARTS = {"ps101/what_matters.html": "ps101/_what_matters.html", "ps101/what_draws.html": "ps101/_what_draws.html"}


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def what_matters(request: PersonRequest) -> HttpResponse:
    """Show two weeks or the result, and keep what is chosen."""
    if request.method != "POST":
        return _matters(request)
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        return _matters(request, 422, _("This could not be read. Nothing was changed; here is the open choice."))
    typed = form.cleaned_data
    try:
        services.choose(request.person, number=typed["number"], took=Took(typed["chosen"]), left=typed["left"])
    except (services.ChosenOtherwise, services.NotAsked):
        return _matters(
            request, 409, _("This choice was made before, perhaps in another window. Here is where you are.")
        )
    return _after(request, "ps101:what-matters", _matters)


@require_POST
@person_required
def unchoose(request: PersonRequest) -> HttpResponse:
    """Take the last choice back."""
    services.unchoose(request.person)
    return _after(request, "ps101:what-matters", _matters)


@require_POST
@person_required
def choose_again(request: PersonRequest) -> HttpResponse:
    """Begin again."""
    services.forget_choices(request.person)
    return _after(request, "ps101:what-matters", _matters)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def what_draws(request: PersonRequest) -> HttpResponse:
    """Show one thing to do or the result, and keep how much it is liked."""
    if request.method != "POST":
        return _draws(request)
    form = LikingForm(request.POST)
    error = _("This could not be read. Nothing was changed; here is the open one.")
    if not form.is_valid():
        return _draws(request, 422, error)
    try:
        services.like(request.person, **form.cleaned_data)
    except services.NotAsked:
        return _draws(request, 422, error)
    return _after(request, "ps101:what-draws", _draws)


@require_POST
@person_required
def unlike(request: PersonRequest) -> HttpResponse:
    """Take the last one back."""
    services.unlike(request.person)
    return _after(request, "ps101:what-draws", _draws)


@require_POST
@person_required
def like_again(request: PersonRequest) -> HttpResponse:
    """Begin again."""
    services.forget_likings(request.person)
    return _after(request, "ps101:what-draws", _draws)


def _after(request: PersonRequest, page: str, show: Callable[[PersonRequest], HttpResponse]) -> HttpResponse:
    """Show what is next inside an open page, or lead to the page."""
    return show(request) if is_part(request) else redirect(page)


def _matters(request: PersonRequest, status: int = 200, error: str = "") -> HttpResponse:
    return _shown(request, "ps101/what_matters.html", pages.what_matters, status, error)


def _draws(request: PersonRequest, status: int = 200, error: str = "") -> HttpResponse:
    return _shown(request, "ps101/what_draws.html", pages.what_draws, status, error)


def _shown(
    request: PersonRequest, template: str, page: Callable[[Person], Shown], status: int, error: str
) -> HttpResponse:
    shown = page(request.person) | {"error": error}
    # A page that is open swaps what it gets; a status of trouble would keep it from doing so.
    if is_part(request):
        return render(request, PARTS[template], shown)
    return render(request, template, shown, status=status)
