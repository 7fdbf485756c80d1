"""The end of a journey: a commitment for the week, what was gained, and the next experiment."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.people.http import PersonRequest, person_required
from ps101 import queries
from ps101.domain.commitment import FURTHEST, WEEK
from ps101.forms.closing import CommitmentForm, NextExperimentForm
from ps101.models import Journey
from ps101.pages import mastery as pages
from ps101.queries import results
from ps101.services import closing
from ps101.services.experiments import Faulty
from ps101.words.closing import doubt_words
from ps101.words.experiments import fault_words


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def commitment(request: PersonRequest) -> HttpResponse:
    """Show what somebody commits to this week, and keep it."""
    journey = results.closing_journey_of(request.person)
    if journey is None:
        return redirect("ps101:discovery")
    made = queries.commitment_of(journey)
    today = timezone.localdate()
    kept = (
        {name: getattr(made, name) for name in ("week", "holding", "telling", "day")} if made else {"day": today + WEEK}
    )
    form = CommitmentForm(request.POST or None, initial=kept)
    if request.method == "POST" and _commit(request, journey, form):
        return redirect("ps101:mastery")
    shown = {"form": form, "made": made, "journey": journey, "today": today, "furthest": today + FURTHEST}
    return render(request, "ps101/commitment.html", shown, status=422 if form.errors else 200)


@require_POST
@person_required
def done(request: PersonRequest) -> HttpResponse:
    """Note that the latest commitment is done."""
    made = results.latest_commitment_of(request.person)
    if made:
        closing.finish(request.person, made)
    return redirect("ps101:mastery")


@require_POST
@person_required
def undo(request: PersonRequest) -> HttpResponse:
    """Take back that it is done."""
    made = results.latest_commitment_of(request.person)
    if made:
        closing.reopen(request.person, made)
    return redirect("ps101:mastery")


@require_safe
@person_required
def mastery(request: PersonRequest) -> HttpResponse:
    """Show what was gained."""
    return render(request, "ps101/mastery.html", pages.mastery(request.person))


@require_POST
@person_required
def next_experiment(request: PersonRequest) -> HttpResponse:
    """Write down the next experiment and lead to it, or show the form with what is missing."""
    form = NextExperimentForm(request.POST)
    named = form.follows_id
    found = queries.experiments_of(request.person).filter(pk=named).first() if named else None
    if form.is_valid():
        try:
            made = closing.follow_up(request.person, form.canvas, follows=found)
            return redirect(reverse("ps101:experiment", args=[made.pk]))
        except Faulty as error:
            form.add_error("title", fault_words(error.faults[0]))
    return render(request, "ps101/mastery.html", pages.mastery(request.person) | {"form": form}, status=422)


def _commit(request: PersonRequest, journey: Journey, form: CommitmentForm) -> bool:
    """Keep a commitment; what cannot be kept becomes an error of its field."""
    if not form.is_valid():
        return False
    try:
        closing.commit(request.person, journey, **form.cleaned_data)
    except closing.Doubtful as error:
        form.add_error("day" if error.doubt.startswith("day") else "week", doubt_words(error.doubt))
        return False
    return True
