"""An answer on an open page, as it comes."""

from collections.abc import Generator
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from mosaic.lib import sse
from mosaic.people.http import PersonRequest, as_person, enter, is_part, person_required
from wimd import pages, queries, services
from wimd.models import Turn

DONE = sse.event("", name="done")


@require_GET
def stream(request: HttpRequest, turn_id: UUID) -> HttpResponseBase:
    """Send an answer as messages of HTML, each with all there is by then, and *done* when it has ended."""
    known = enter(request, renews=False)
    if isinstance(known, HttpResponse):
        # The page comes back by itself, so it is told to stop; loading it again leads to the ways on.
        gone = sse.event(render_to_string("wimd/_gone.html"))
        return sse.streamed([gone, DONE]) if is_part(request) else known
    turn = get_object_or_404(queries.answers_of(known.person), pk=turn_id)
    return sse.streamed(as_person(known.access, _messages(turn, get_token(request))))


@require_POST
@person_required
def stop(request: PersonRequest, turn_id: UUID) -> HttpResponse:
    """End a model's part of an answer; what came of it stays."""
    turn = services.stop_answer(get_object_or_404(queries.answers_of(request.person), pk=turn_id))
    if is_part(request):
        return render(request, "wimd/_turn.html", {"turn": pages.turn(turn), "is_focused": True})
    return redirect(reverse("wimd:coach") + "#end")


def _messages(turn: Turn, csrf_token: str) -> Generator[bytes, None, None]:
    now: Turn | None = None
    for now in services.course_of(turn):
        told = render_to_string("wimd/_told.html", {"turn": pages.turn(now), "csrf_token": csrf_token})
        yield sse.event(told, number=now.sentences, retry=sse.RETRY)
    if now is None or not now.is_open:
        yield DONE
