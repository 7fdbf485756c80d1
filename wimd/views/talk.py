"""Pages of the coach."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from mosaic.people.http import PersonRequest, is_part, person_begun, person_required
from mosaic.people.identity import spend
from ps101.services import UnknownFlow
from wimd import pages, queries, services
from wimd.forms import MessageForm
from wimd.models import Turn


@require_http_methods(["GET", "HEAD", "POST"])
def coach(request: HttpRequest) -> HttpResponseBase:
    """Show the conversation; a message sent here is answered here, also from somebody new."""
    view = _say if request.method == "POST" else _conversation
    return view(request)


@person_required
def _conversation(request: PersonRequest) -> HttpResponse:
    services.settle_answers(request.person)
    return render(request, "wimd/coach.html", pages.conversation(request.person))


@person_begun
def _say(request: PersonRequest) -> HttpResponse:
    form = MessageForm(request.POST)
    if not form.is_valid():
        shown = pages.conversation(request.person) | {"form": form}
        return render(request, "wimd/coach.html", shown, status=422)
    spend("chat", str(request.person.pk))
    said = {"text": form.cleaned_data["prompt"], "client_id": form.cleaned_data["client_id"]}
    if is_part(request):
        return _answered(request, services.begin_answer(request.person, **said))
    services.say(request.person, **said)
    return redirect(reverse("wimd:coach") + "#end")


def _answered(request: PersonRequest, answer: Turn) -> HttpResponse:
    """Add what was said and its answer to the open page, which listens to the rest."""
    return render(request, "wimd/_answered.html", pages.answered(queries.answered_by(answer), answer))


@require_POST
@person_begun
def ask_on(request: PersonRequest) -> HttpResponse:
    """Do discovery as a talk with the coach."""
    flow = request.POST.get("flow", "")
    with suppress(UnknownFlow):
        spend("chat", str(request.person.pk))
        services.ask_on(request.person, flow=flow)
    return redirect(reverse("wimd:coach") + "#end")
