"""Pages of the delta: the map, what it stands against, what is missing, small tests, then and now."""

from contextlib import suppress

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.facts import queries as fact_queries
from mosaic.facts import services as facts
from mosaic.lib.ids import uuid_in
from mosaic.people.http import PersonRequest, person_required
from wimd import pages, queries, services
from wimd.domain.delta import Bridge, Dimension
from wimd.forms import BridgeForm, TellForm, TestForm
from wimd.services.delta import LONGEST_LABEL


@require_safe
@person_required
def delta(request: PersonRequest) -> HttpResponse:
    """Show where somebody stands and where they want to be."""
    found = queries.delta_of(request.person)
    services.keep_analysis(request.person, found)
    return render(request, "wimd/delta.html", pages.delta.whole(request.person, found))


@require_safe
@person_required
def compare(request: PersonRequest) -> HttpResponse:
    """Show the delta then and now."""
    found = queries.delta_of(request.person, beyond=False)
    services.keep_analysis(request.person, found)
    then = uuid_in(request.GET.get("then"))
    return render(request, "wimd/delta_compare.html", pages.delta.compared(request.person, found, then))


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def target(request: PersonRequest) -> HttpResponse:
    """Choose what the delta stands against, or search a kind of work."""
    if request.method != "POST":
        asked = request.GET.get("q", "")[:LONGEST_LABEL]
        return render(request, "wimd/delta_target.html", pages.delta.choosing(request.person, asked))
    try:
        _choose(request)
    except (services.UnknownOccupation, services.UnknownTarget):
        return render(request, "wimd/delta_target.html", pages.delta.choosing(request.person, ""), status=422)
    return redirect("wimd:delta")


@require_POST
@person_required
def bridge(request: PersonRequest) -> HttpResponse:
    """Say what one sets out to do about a skill."""
    form = BridgeForm(request.POST)
    if form.is_valid():
        choice = form.cleaned_data["choice"]
        with suppress(services.UnknownSkill):
            services.bridge(request.person, form.cleaned_data["skill"], Bridge(choice) if choice else None)
    return redirect(reverse("wimd:delta") + "#skills")


@require_POST
@person_required
def test(request: PersonRequest) -> HttpResponse:
    """Make a smallest test an experiment, or put that away."""
    form = TestForm(request.POST)
    if not form.is_valid():
        return redirect("wimd:delta")
    key = Dimension(form.cleaned_data["dimension"])
    act = services.leave_test if form.cleaned_data["undo"] else services.take_test
    with suppress(services.NoTest):
        act(request.person, key)
    return redirect(reverse("wimd:delta") + f"#{key}")


@require_POST
@person_required
def tell(request: PersonRequest) -> HttpResponse:
    """Say in a few words how one side is, or is wanted."""
    form = TellForm(request.POST)
    if not form.is_valid():
        return redirect(reverse("wimd:delta") + "#unknown")
    key = Dimension(form.cleaned_data["dimension"])
    services.tell(request.person, key, words=form.cleaned_data["words"], is_now=form.cleaned_data["side"] == "now")
    return redirect(reverse("wimd:delta") + f"#{key}")


@require_POST
@person_required
def judge(request: PersonRequest) -> HttpResponse:
    """Say of something found in passing that it is so, or that it is not."""
    named = uuid_in(request.POST.get("fact"))
    fact = fact_queries.standing_facts_of(request.person).filter(pk=named).first() if named else None
    if fact:
        (facts.confirm if request.POST.get("so") == "yes" else facts.remove)(request.person, fact)
    return redirect("wimd:delta")


def _choose(request: PersonRequest) -> None:
    """Choose what a form names: a kind of work, a kept posting, one's own words, or nothing."""
    occupation, saved, label = (request.POST.get(name, "").strip() for name in ("occupation", "saved", "label"))
    if occupation:
        services.choose_occupation(request.person, occupation)
    elif saved:
        found = uuid_in(saved)
        if found is None:
            raise services.UnknownTarget
        services.choose_saved(request.person, found)
    elif label:
        services.choose_words(request.person, label)
    else:
        services.leave_target(request.person)
