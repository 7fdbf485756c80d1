"""Pages of the person's own data: until when it is kept, where they are, and erasing it."""

from pathlib import Path
from zoneinfo import available_timezones

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from mosaic.lib.countries import countries
from mosaic.lib.problems import Problem
from mosaic.lib.uploads import takes_archives
from mosaic.people import access, consent, holdings, identity, queries, recovery, services, shares
from mosaic.people.archive import reading
from mosaic.people.archive.download import download
from mosaic.people.domain.archive import Refused
from mosaic.people.forms import ERASE_WORD, ArchiveForm, EraseForm, LeaveForm, PlaceForm
from mosaic.people.http import PersonRequest, person_begun, person_required
from mosaic.people.models import AIMode
from mosaic.people.words import NOT_EMPTY, refusal_words

RECEIPTS_SHOWN = 20

Shown = PlaceForm | EraseForm | ArchiveForm | Problem


@require_safe
@person_required
def your_data(request: PersonRequest) -> HttpResponse:
    """Show what is kept and until when."""
    return _shown(request)


@require_POST
@person_required
def extend(request: PersonRequest) -> HttpResponse:
    """Start the days again."""
    services.renew(request.person, at_once=True)
    return redirect("your-data")


@require_POST
@person_required
def place(request: PersonRequest) -> HttpResponse:
    """Keep time zone and country."""
    form = PlaceForm(request.POST)
    if not form.is_valid():
        return _shown(request, place_form=form, status=422)
    services.set_place(request.person, **form.cleaned_data)
    return redirect("your-data")


@require_POST
@person_required
def leave(request: PersonRequest) -> HttpResponse:
    """Make this browser forget the person; what is kept stays until its end."""
    form = LeaveForm(request.POST)
    try:
        access.leave(request.access, sure=form.is_valid() and form.cleaned_data["sure"])
    except Problem as problem:
        return _shown(request, leave_problem=problem, status=problem.status)
    response = redirect("door")
    identity.drop_cookie(response)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@require_safe
@person_required
def export(request: PersonRequest) -> StreamingHttpResponse:
    """Hand everything over in one file."""
    identity.spend("exports", str(request.person.pk))
    return download(request.person)


@takes_archives
@require_POST
@person_begun
def take_in(request: PersonRequest) -> HttpResponse:
    """Take in an archive, for somebody who has nothing here yet."""
    form = ArchiveForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, archive_form=form, status=422)
    identity.spend("uploads", str(request.person.pk))
    try:
        reading.take_in(request.person, Path(form.cleaned_data["file"].temporary_file_path()))
    except reading.NotEmpty:
        form.add_error("file", NOT_EMPTY)
    except Refused as refused:
        form.add_error("file", refusal_words(refused))
    return redirect("your-data") if form.is_valid() else _shown(request, archive_form=form, status=422)


@require_POST
@person_required
def erase(request: PersonRequest) -> HttpResponse:
    """Erase everything now, and show the receipt."""
    form = EraseForm(request.POST)
    if not form.is_valid():
        return _shown(request, erase_form=form, status=422)
    receipt = services.erase(request.person)
    del request.person
    response = render(request, "people/erased.html", {"receipt": receipt})
    identity.drop_cookie(response)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _access_of(request: PersonRequest) -> dict[str, object]:
    """Return who can come in, and what a language model may see."""
    person, code = request.person, recovery.code_of(request.person)
    return {
        "code": code,
        "sessions": queries.sessions_of(person),
        "current": request.access.session.pk,
        "modes": AIMode.choices,
        "receipts": consent.receipts_of(person)[:RECEIPTS_SHOWN],
        "waiting": consent.waiting_of(person),
        "links": shares.shares_of(person),
        "no_way_back": access.leaves_no_way_back(person, has_code=code is not None),
    }


def _shown(request: PersonRequest, *, status: int = 200, **more: Shown) -> HttpResponse:
    summary = holdings.summary_of(request.person)
    shown = {
        "summary": summary,
        "counts": holdings.labelled_counts_of(request.person),
        "zones": sorted(available_timezones()),
        "countries": countries(),
        "erase_word": ERASE_WORD,
        "is_empty": reading.is_empty(request.person),
        **_access_of(request),
        **more,
    }
    return render(request, "people/your_data.html", shown, status=status)
