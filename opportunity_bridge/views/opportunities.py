"""Pages of postings: the list, one posting, what to do with it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.people.http import PersonRequest, person_required
from opportunity_bridge import queries, services
from opportunity_bridge.forms import FilterForm, HideForm, PasteForm, WeightsForm
from opportunity_bridge.models import Job
from opportunity_bridge.pages import listing, posting
from opportunity_bridge.pages import occupations as kinds
from opportunity_bridge.services.listing import BadCursor, StaleCursor


@require_safe
@person_required
def opportunities(request: PersonRequest) -> HttpResponse:
    """Show postings, the best fit first. An old page of a list that changed begins again at the top."""
    form = FilterForm(request.GET)
    filters = form.filters
    try:
        page = services.listing(request.person, filters, cursor=form.cleaned_data.get("cursor") or "")
    except (BadCursor, StaleCursor):
        page = services.listing(request.person, filters)
    return render(request, "opportunity_bridge/list.html", listing.overview(request.person, filters, page))


@require_safe
@person_required
def saved(request: PersonRequest) -> HttpResponse:
    """Show what was saved."""
    return render(request, "opportunity_bridge/saved.html", listing.saved(request.person))


@require_safe
@person_required
def occupations(request: PersonRequest) -> HttpResponse:
    """Show kinds of work within reach."""
    return render(request, "opportunity_bridge/occupations.html", kinds.occupations(request.person))


@require_safe
@person_required
def detail(request: PersonRequest, job_id: UUID) -> HttpResponse:
    """Show a posting, requirement by requirement."""
    return render(request, "opportunity_bridge/detail.html", posting.detail(request.person, _job(request, job_id)))


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def paste(request: PersonRequest) -> HttpResponse:
    """Take a posting, read it and show it."""
    form = PasteForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(
            request, "opportunity_bridge/paste.html", {"form": form, "error": _first_error(form)}, status=status
        )
    try:
        job = services.paste_posting(request.person, **form.cleaned_data)
    except services.TooShort as error:
        said = _("%(found)d characters so far; from %(needed)d on there is something to read. Your text is kept here.")
        error_words = said % {"found": error.found, "needed": error.needed}
        return render(request, "opportunity_bridge/paste.html", {"form": form, "error": error_words}, status=422)
    except services.TooLong:
        error_words = _("This is longer than a posting can be. Your text is kept here.")
        return render(request, "opportunity_bridge/paste.html", {"form": form, "error": error_words}, status=422)
    return redirect("opportunities:detail", job.pk)


@require_POST
@person_required
def save(request: PersonRequest, job_id: UUID) -> HttpResponse:
    """Keep a posting."""
    services.save(request.person, _job(request, job_id))
    return redirect("opportunities:detail", job_id)


@require_POST
@person_required
def unsave(request: PersonRequest, job_id: UUID) -> HttpResponse:
    """Take back what was decided about a posting."""
    job = _job(request, job_id)
    services.unsave(request.person, job)
    still_there = queries.job_for(request.person, job_id)
    return redirect("opportunities:detail", job_id) if still_there else redirect("opportunities:saved")


@require_POST
@person_required
def hide(request: PersonRequest, job_id: UUID) -> HttpResponse:
    """Put a posting out of sight."""
    form = HideForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    services.hide(request.person, _job(request, job_id), reason=reason)
    return redirect("opportunities:list")


@require_POST
@person_required
def tell(request: PersonRequest, job_id: UUID, place: int) -> HttpResponse:
    """Note that the person has what a posting asks for at one place of its ledger."""
    needs = queries.posting_of(_job(request, job_id), with_text=False).asked
    if place >= len(needs) or services.tell(request.person, requirement=needs[place]) is None:
        raise Http404
    return redirect("opportunities:detail", job_id)


@require_POST
@person_required
def weights(request: PersonRequest) -> HttpResponse:
    """Keep how much each part counts, or go back to the usual weights."""
    form = WeightsForm(request.POST)
    if "reset" in request.POST:
        services.reset_weights(request.person)
    elif form.is_valid() and any(form.weights.values()):
        services.set_weights(request.person, weights=form.weights)
    return redirect("opportunities:list")


def _job(request: PersonRequest, job_id: UUID) -> Job:
    job = queries.job_for(request.person, job_id)
    if job is None:
        raise Http404
    return job


def _first_error(form: PasteForm) -> str:
    return str(next(iter(form.errors.values()))[0]) if form.is_bound and form.errors else ""
