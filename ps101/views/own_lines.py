"""Small tests and quotes of what was understood: put in other words, left out, brought back."""

from typing import TypeVar

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from mosaic.people.http import PersonRequest, person_required
from ps101 import corrections, queries
from ps101.forms.understood import ExperimentForm, QuoteForm
from ps101.models import Context

Line = TypeVar("Line")


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def experiment(request: PersonRequest, place: int) -> HttpResponse:
    """Put a small test in other words."""
    context = _context(request)
    if request.method != "POST":
        line = _at(queries.proposals_of(context), place)
        given = {"idea": line.idea, "smallest": line.smallest_version, "words": line.idea}
        return render(request, "ps101/test_words.html", {"form": ExperimentForm(initial=given), "place": place})
    form = ExperimentForm(request.POST)
    if not form.is_valid():
        return render(request, "ps101/test_words.html", {"form": form, "place": place}, status=422)
    said = form.cleaned_data
    try:
        corrections.reword_experiment(context, said["words"], idea=said["idea"], smallest=said["smallest"])
    except corrections.UnknownLine as error:
        raise Http404 from error
    return redirect("ps101:understood")


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def quote(request: PersonRequest, place: int) -> HttpResponse:
    """Keep other words of an answer."""
    context = _context(request)
    if request.method != "POST":
        line = _at(queries.quotes_of(context), place)
        return render(
            request, "ps101/quote.html", {"form": QuoteForm(initial={"text": line, "words": line}), "place": place}
        )
    form = QuoteForm(request.POST)
    if form.is_valid():
        try:
            corrections.choose_quote(context, form.cleaned_data["words"], quote=form.cleaned_data["text"])
        except corrections.UnknownLine as error:
            raise Http404 from error
        except corrections.NotTheirWords:
            form.add_error("text", _("These words stand in none of your answers. A quote is taken as you wrote it."))
        else:
            return redirect("ps101:understood")
    return render(request, "ps101/quote.html", {"form": form, "place": place}, status=422)


@require_POST
@person_required
def change(request: PersonRequest, name: str, action: str) -> HttpResponse:
    """Leave a small test or a quote out, or bring it back; one that is not there any more is left as it is."""
    acting = {"remove": corrections.leave_out, "restore": corrections.bring_back}[action]
    try:
        acting(_context(request), name, request.POST.get("words", ""))
    except corrections.UnknownLine as error:
        raise Http404 from error
    return redirect("ps101:understood")


def _context(request: PersonRequest) -> Context:
    return get_object_or_404(Context, person=request.person, extracted_at__isnull=False)


def _at(lines: list[Line], place: int) -> Line:
    if place >= len(lines):
        raise Http404
    return lines[place]
