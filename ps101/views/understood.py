"""What was understood: every line, its words, and what is wrong about it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.facts import services as facts
from mosaic.facts.origins import origins_of
from mosaic.facts.queries import facts_of, standing_facts_of
from mosaic.people.http import PersonRequest, person_required
from ps101 import queries, services
from ps101.forms import ProblemForm
from ps101.forms.understood import LineForm
from ps101.models import Context
from ps101.pages import understood as pages


@require_safe
@person_required
def understood(request: PersonRequest) -> HttpResponse:
    """Show what was understood, or that it is being read."""
    if queries.latest_journey_of(request.person) is None:
        return redirect("ps101:discovery")
    template = "ps101/_understood.html" if request.headers.get("HX-Request") else "ps101/understood.html"
    return render(request, template, pages.understood(request.person))


@require_POST
@person_required
def read_again(request: PersonRequest) -> HttpResponse:
    """Have the answers read again after a change."""
    journey = queries.latest_journey_of(request.person)
    if journey is None:
        return redirect("ps101:discovery")
    try:
        services.request_context(request.person, journey, with_model=bool(request.POST.get("with_model")))
    except services.NotCompleted:
        return redirect("ps101:next")
    return redirect("ps101:understood")


@require_POST
@person_required
def confirm(request: PersonRequest) -> HttpResponse:
    """Note that what was understood is right."""
    context = queries.context_of(request.person)
    if context:
        services.confirm_context(request.person, context)
    return redirect("door")


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def problem(request: PersonRequest) -> HttpResponse:
    """Put the problem in other words."""
    context = get_object_or_404(Context, person=request.person)
    form = ProblemForm(request.POST or None, initial={"text": context.problem_definition})
    if request.method == "POST" and form.is_valid():
        services.word_problem(request.person, context, text=form.cleaned_data["text"])
        return redirect("ps101:understood")
    return render(request, "ps101/problem.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@person_required
def fact(request: PersonRequest, fact_id: UUID, action: str) -> HttpResponse:
    """Confirm, take out or restore one line."""
    found = get_object_or_404(facts_of(request.person), pk=fact_id)
    {"confirm": facts.confirm, "remove": facts.remove, "restore": facts.restore}[action](request.person, found)
    return redirect("ps101:understood")


@require_POST
@person_required
def rename(request: PersonRequest, fact_id: UUID) -> HttpResponse:
    """Call one line by another of the names the lexicon has for it."""
    found = get_object_or_404(standing_facts_of(request.person), pk=fact_id)
    try:
        facts.rename(request.person, found, label=request.POST.get("label", ""))
    except facts.UnknownName:
        return render(request, "ps101/understood.html", pages.understood(request.person), status=422)
    return redirect("ps101:understood")


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def edit(request: PersonRequest, fact_id: UUID) -> HttpResponse:
    """Put one line in other words."""
    found = get_object_or_404(standing_facts_of(request.person, *pages.REWORDED), lexicon_id="", pk=fact_id)
    form = LineForm(request.POST or None, initial={"text": found.label})
    if request.method == "POST" and form.is_valid():
        facts.edit(request.person, found, label=form.cleaned_data["text"])
        return redirect("ps101:understood")
    shown = {"form": form, "fact": found, "origins": origins_of(request.person)}
    return render(request, "ps101/line.html", shown, status=422 if form.errors else 200)
