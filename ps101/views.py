"""Discovery pages: one prompt at a time, and what was understood."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.facts import services as facts
from mosaic.facts.queries import facts_of, standing_facts_of
from mosaic.lexicon.about import about
from mosaic.people.http import PersonRequest, person_begun, person_required
from ps101 import pages, queries, services
from ps101.domain.flow import Prompt
from ps101.forms import AnswerForm, ProblemForm
from ps101.models import Answer, Context, Journey
from ps101.words import words_for


@require_safe
@person_required
def discovery(request: PersonRequest) -> HttpResponse:
    """Show where the person stands, or the two ways to begin."""
    journey = queries.latest_journey_of(request.person)
    return render(request, "ps101/discovery.html", pages.overview(request.person, journey))


@require_POST
@person_begun
def start(request: PersonRequest) -> HttpResponse:
    """Begin a flow or go on with it."""
    try:
        services.start(request.person, request.POST.get("flow", ""))
    except services.UnknownFlow:
        return redirect("ps101:discovery")
    return redirect("ps101:next")


@require_safe
@person_required
def go_on(request: PersonRequest) -> HttpResponse:
    """Lead to the prompt that is next, or to what was understood."""
    journey = queries.latest_journey_of(request.person)
    if journey is None:
        return redirect("ps101:discovery")
    current = queries.standing_in(journey).current
    if current is None or journey.status == Journey.Status.COMPLETED:
        return redirect("ps101:understood")
    return redirect("ps101:prompt", current.key)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def prompt(request: PersonRequest, key: str) -> HttpResponse:
    """Show a prompt, and keep what is answered."""
    journey, asked = _asked(request, key)
    if request.method != "POST":
        return render(request, "ps101/prompt.html", pages.prompt(journey, asked))
    if "skip" in request.POST:
        services.leave_open(request.person, journey, asked)
        return redirect("ps101:next")
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _shown(request, journey, asked, status=422, error=form.first_error)
    return _save(request, journey, asked, form)


@require_POST
@person_required
def draft(request: PersonRequest, key: str) -> HttpResponse:
    """Keep what is being written; answers with the line that says so."""
    journey, asked = _asked(request, key)
    services.save_draft(request.person, journey, asked, text=request.POST.get("text", ""))
    return render(request, "ps101/_saved.html", {"saved_at": timezone.now()})


@require_POST
@person_required
def pause(request: PersonRequest) -> HttpResponse:
    """Put the journey aside."""
    journey = queries.open_journey_of(request.person)
    if journey:
        services.pause(request.person, journey)
    return redirect("ps101:discovery")


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
        services.request_context(request.person, journey)
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
    entry = about(found.lexicon_id)
    label = request.POST.get("label", "")
    if label not in (entry.label, *entry.names):
        raise Http404
    facts.edit(request.person, found, label=label)
    return redirect("ps101:understood")


def _asked(request: PersonRequest, key: str) -> tuple[Journey, Prompt]:
    """Return the person's journey and the prompt of this key in it, or raise 404."""
    journey = queries.latest_journey_of(request.person)
    asked = queries.flow_of(journey.flow).prompt(key) if journey else None
    if journey is None or asked is None:
        raise Http404
    return journey, asked


def _save(request: PersonRequest, journey: Journey, asked: Prompt, form: AnswerForm) -> HttpResponse:
    """Keep an answer and lead on, or show the prompt with what is missing or what changed."""
    typed = form.cleaned_data
    try:
        services.save_answer(request.person, journey, asked, **typed)
    except services.AnswerRefused as error:
        return _shown(request, journey, asked, status=422, error=words_for(error.finding))
    except services.LostUpdate as error:
        return _shown(request, journey, asked, status=409, conflict=error.current)
    return _after(request, journey)


def _after(request: PersonRequest, journey: Journey) -> HttpResponse:
    """Lead to the next prompt; the last one ends the journey."""
    standing = queries.standing_in(journey)
    if standing.current is None and journey.status != Journey.Status.COMPLETED:
        services.complete(request.person, journey)
    return redirect("ps101:next")


def _shown(
    request: PersonRequest,
    journey: Journey,
    asked: Prompt,
    *,
    status: int,
    error: str = "",
    conflict: Answer | None = None,
) -> HttpResponse:
    """Show a prompt again with what was typed."""
    shown = pages.prompt(journey, asked)
    shown |= {
        "typed": request.POST.get("text", ""),
        "rating": request.POST.get("rating", ""),
        "error": error,
        "conflict": conflict,
    }
    return render(request, "ps101/prompt.html", shown, status=status)
