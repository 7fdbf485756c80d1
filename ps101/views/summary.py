"""A journey on one page and on paper, and two of them side by side."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from mosaic.lib.ids import uuid_in
from mosaic.lib.pdf import MissingGlyphs, paper_for
from mosaic.people.http import PersonRequest, person_required
from mosaic.people.identity import spend
from ps101 import queries
from ps101.models import Journey
from ps101.pages import comparison as pages
from ps101.queries import results
from ps101.rendering.sheet import lay_out
from ps101.services import closing


@require_safe
@person_required
def summary(request: PersonRequest) -> HttpResponse:
    """Show everything of a journey, to be read or printed."""
    journey = _asked(request)
    return redirect("ps101:discovery") if journey is None else _shown(request, journey)


@require_safe
@person_required
def pdf(request: PersonRequest) -> HttpResponse:
    """Hand a journey over as PDF; when a letter cannot be drawn, say so and show the page."""
    journey = _asked(request)
    if journey is None:
        return redirect("ps101:discovery")
    spend("exports", str(request.person.pk))
    try:
        made = closing.print_journey(journey, paper_for(request.person.region))
    except MissingGlyphs as error:
        return _shown(request, journey, status=422, letters=error.letters)
    disposition = content_disposition_header(as_attachment=True, filename=made.name) or "attachment"
    return HttpResponse(made.content, "application/pdf", headers={"Content-Disposition": disposition})


@require_safe
@person_required
def compare(request: PersonRequest) -> HttpResponse:
    """Show two runs side by side: the first and the last unless others are chosen."""
    runs = results.runs_of(request.person)
    if len(runs) < 2:
        return render(request, "ps101/compare.html", pages.alone(runs, queries.latest_journey_of(request.person)))
    ids = [_named(request, name) for name in ("then", "now")]
    chosen = [next((run for run in runs if run.pk == one), None) for one in ids]
    if any(one and run is None for one, run in zip(ids, chosen, strict=True)):
        raise Http404
    then, now = sorted((chosen[0] or runs[0], chosen[1] or runs[-1]), key=runs.index)
    return render(request, "ps101/compare.html", pages.comparison(then, now, runs))


def _asked(request: PersonRequest) -> Journey | None:
    """Return the journey that is named, or the one begun last. Raises 404 for one that is not the person's."""
    named = _named(request, "journey")
    if named is None:
        return results.closing_journey_of(request.person)
    journey = queries.journeys_of(request.person).filter(pk=named).first()
    if journey is None:
        raise Http404
    return journey


def _named(request: PersonRequest, name: str) -> UUID | None:
    """Return the id a query names, or None when it names nothing. Raises 404 for what is no id."""
    text = request.GET.get(name, "")
    found = uuid_in(text)
    if text and found is None:
        raise Http404
    return found


def _shown(request: PersonRequest, journey: Journey, *, status: int = 200, letters: str = "") -> HttpResponse:
    shown = {
        "journey": journey,
        "journeys": results.runs_of(request.person),
        "sheet": lay_out(journey),
        "letters": letters,
    }
    return render(request, "ps101/summary.html", shown, status=status)
