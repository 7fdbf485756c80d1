"""The page where somebody says how Mosaic is."""

from collections.abc import Mapping
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from mosaic.people.http import PersonRequest, person_begun, person_required
from wimd import queries, services
from wimd.forms import FeedbackForm
from wimd.models import Feedback
from wimd.pages.feedback import feedback as feedback_page
from wimd.services.feedback import NothingSaid


@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest) -> HttpResponseBase:
    """Show the form, also to somebody without a session; what is sent begins one."""
    if request.method == "POST":
        return _give(request)
    if not request.COOKIES.get(settings.PERSON_COOKIE_NAME):
        return _shown(request, None, FeedbackForm())
    return _own(request)


@require_POST
@person_required
def take_feedback_back(request: PersonRequest) -> HttpResponse:
    """Take it back."""
    services.take_feedback_back(request.person)
    return redirect("feedback")


@person_required
def _own(request: PersonRequest) -> HttpResponse:
    said = queries.feedback_of(request.person)
    ratings = cast(Mapping[str, int], said.ratings or {}) if said else {}
    return _shown(request, said, FeedbackForm(initial={**ratings, "words": said.words if said else ""}))


@person_begun
def _give(request: PersonRequest) -> HttpResponse:
    form = FeedbackForm(request.POST)
    said = queries.feedback_of(request.person)
    if not form.is_valid():
        return _shown(request, said, form, status=422)
    try:
        services.give_feedback(request.person, ratings=form.ratings, words=form.cleaned_data["words"])
    except NothingSaid:
        return _shown(request, said, form, status=422, is_empty=True)
    return redirect("feedback")


def _shown(
    request: HttpRequest, said: Feedback | None, form: FeedbackForm, *, status: int = 200, is_empty: bool = False
) -> HttpResponse:
    ratings = {name: form[name].value() for name in form.fields if name != "words"}
    shown = feedback_page(said, ratings) | {"form": form, "is_empty": is_empty}
    return render(request, "wimd/feedback.html", shown, status=status)
