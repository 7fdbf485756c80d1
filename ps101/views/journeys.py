"""Discovery pages: one prompt at a time, and what was understood."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.people.http import PersonRequest, person_begun, person_required
from ps101 import queries, services
from ps101.domain.flow import Prompt
from ps101.forms import AnswerForm
from ps101.models import Answer, Journey
from ps101.pages import experiments
from ps101.pages import journeys as pages
from ps101.queries.results import closes_with_commitment
from ps101.views.returning import STEP
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
    if queries.needs_experiences(request.person):
        return redirect("ps101:two-questions")
    standing = queries.standing_in(journey)
    item = standing.next
    if item is None or journey.status == Journey.Status.COMPLETED:
        return redirect("ps101:understood")
    here = standing.step
    if isinstance(item, Prompt) and queries.waiting_in(journey) is None:
        return redirect("ps101:prompt", item.key)
    return redirect("ps101:step", here.key if here else "")


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def prompt(request: PersonRequest, key: str) -> HttpResponse:
    """Show a prompt, and keep what is answered."""
    journey, asked = _asked(request, key)
    if request.method != "POST":
        return render(request, "ps101/prompt.html", _with_panel(journey, asked))
    if "skip" in request.POST:
        services.leave_open(request.person, journey, asked)
        return redirect("ps101:next")
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _shown(request, journey, asked, status=422, error=form.first_error)
    return _save(request, journey, asked, form)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def step(request: PersonRequest, key: str) -> HttpResponse:
    """Show what a step waits for beside its questions, and let it wait for later."""
    journey = queries.latest_journey_of(request.person)
    flow = queries.flow_of(journey.flow) if journey else None
    found = next((one for one in flow.steps if one.key == key and one.gate), None) if flow else None
    if journey is None or found is None or found.gate is None:
        raise Http404
    if request.method == "POST":
        services.leave_open(request.person, journey, found.gate)
        return redirect("ps101:next")
    panel = experiments.panel(journey, found.gate, back=f"{STEP}{key}")
    return render(request, "ps101/step.html", pages.step(journey, found) | panel)


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


def _asked(request: PersonRequest, key: str) -> tuple[Journey, Prompt]:
    """Return the person's journey and the prompt of this key in it, or raise 404."""
    journey = queries.latest_journey_of(request.person)
    asked = queries.flow_of(journey.flow).prompt(key) if journey else None
    if journey is None or asked is None:
        raise Http404
    return journey, asked


def _with_panel(journey: Journey, asked: Prompt) -> dict[str, object]:
    """Return a question, and beside it the form its step waits for."""
    gate = queries.flow_of(journey.flow).step_of(asked.key).gate
    shown = pages.prompt(journey, asked)
    return shown | experiments.panel(journey, gate, back=asked.key) if gate else shown


def _save(request: PersonRequest, journey: Journey, asked: Prompt, form: AnswerForm) -> HttpResponse:
    """Keep an answer and lead on, or show the prompt with what is missing or what changed."""
    typed = form.cleaned_data
    try:
        services.save_answer(request.person, journey, asked, **typed)
    except services.AnswerRefused as error:
        return _shown(request, journey, asked, status=422, error=words_for(error.finding))
    except services.NotOpenYet:
        return redirect("ps101:next")
    except services.LostUpdate as error:
        return _shown(request, journey, asked, status=409, conflict=error.current)
    return _after(request, journey)


def _after(request: PersonRequest, journey: Journey) -> HttpResponse:
    """Lead to the next prompt; the last one ends the journey, and may ask for a commitment."""
    standing = queries.standing_in(journey)
    if standing.next is None and standing.can_complete and journey.status != Journey.Status.COMPLETED:
        services.complete(request.person, journey)
        if closes_with_commitment(journey):
            return redirect("ps101:commitment")
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
    shown = _with_panel(journey, asked)
    shown |= {
        "typed": request.POST.get("text", ""),
        "rating": request.POST.get("rating", ""),
        "error": error,
        "conflict": conflict,
    }
    return render(request, "ps101/prompt.html", shown, status=status)
