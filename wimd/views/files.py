"""Pages of the person’s files."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.ai.sending import NotAnswered
from mosaic.lib.unchanged import polled
from mosaic.lib.uploads import takes_files
from mosaic.people.http import PersonRequest, person_required
from wimd import corrections, pages, queries, services
from wimd.domain.changing import Change
from wimd.domain.units import unit_of
from wimd.domain.values import Unusable
from wimd.forms import FieldsForm
from wimd.models import Upload
from wimd.views.bringing import bring

LONGEST_VERSION = 9


@takes_files
@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def files(request: PersonRequest) -> HttpResponseBase:
    """Show the person's files and keep new ones."""
    if request.method != "POST":
        return _list(request) if request.headers.get("HX-Request") else _page(request, {})
    results = bring(request)
    status = 200 if results and all(one.upload for one in results) else 422
    shown = {"results": results, "error": "" if results else _("Choose a file first.")}
    if any(one.needs_room for one in results):
        shown["largest"] = queries.largest_of(request.person)
    if request.headers.get("HX-Request"):
        return render(request, "wimd/_brought.html", shown)
    if results and all(one.is_new for one in results):
        return redirect("wimd:files")
    return _page(request, shown, status=status)


@polled
def _list(request: PersonRequest) -> HttpResponse:
    return render(request, "wimd/_files.html", pages.files(request.person))


def _page(request: PersonRequest, shown: Mapping[str, object], *, status: int = 200) -> HttpResponse:
    return render(request, "wimd/files.html", {**pages.files(request.person), **shown}, status=status)


@require_safe
@person_required
def file(request: PersonRequest, upload_id: UUID) -> HttpResponse:
    """Show one file: what was read and found in it."""
    upload = get_object_or_404(queries.uploads_of(request.person), pk=upload_id)
    template = "wimd/_file.html" if request.headers.get("HX-Request") else "wimd/file.html"
    return render(request, template, pages.file(request.person, upload))


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def correct(request: PersonRequest, upload_id: UUID) -> HttpResponse:
    """Show a part of a résumé as a form; keep what was corrected, take an entry out, or bring back what was read."""
    upload = get_object_or_404(queries.uploads_of(request.person), pk=upload_id)
    revised = queries.revised_of(upload)
    if revised is None:
        return redirect("wimd:file", upload.pk)
    if "restore" in request.POST:
        return _correct(request, upload, None, [Change(request.POST["restore"], None)])
    is_sent = request.method == "POST"
    unit = unit_of(revised, request.POST.get("part", "") if is_sent else request.GET.get("edit", ""))
    if unit is None:
        # The entry was taken out in between; nothing of it is lost, the page offers to put it back.
        return _file(request, upload, None, status=409) if is_sent else redirect("wimd:file", upload.pk)
    form = FieldsForm(unit, revised, request.POST if is_sent else None, focus=request.GET.get("field", ""))
    if not is_sent or not form.is_valid():
        return _file(request, upload, form, status=422 if is_sent else 200)
    changes = [Change(unit.entry, "")] if "remove" in request.POST else form.changes
    return _correct(request, upload, form, changes)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def remove_file(request: PersonRequest, upload_id: UUID) -> HttpResponse:
    """Say what goes with a file, and delete it when that is confirmed."""
    upload = get_object_or_404(queries.uploads_of(request.person), pk=upload_id)
    if request.method != "POST":
        return render(request, "wimd/remove.html", pages.removal(upload))
    services.remove_file(request.person, upload)
    return redirect("wimd:files")


@require_POST
@person_required
def read_again(request: PersonRequest, upload_id: UUID) -> HttpResponse:
    """Have a file read once more."""
    services.read_again(request.person, get_object_or_404(queries.uploads_of(request.person), pk=upload_id))
    return redirect("wimd:files")


@require_POST
@person_required
def have_written_down(request: PersonRequest, upload_id: UUID) -> HttpResponse:
    """Let a provider hear one recording."""
    upload = get_object_or_404(queries.uploads_of(request.person), pk=upload_id)
    with suppress(NotAnswered):
        services.have_written_down(request.person, upload)
    return redirect("wimd:file", upload.pk)


def _correct(
    request: PersonRequest, upload: Upload, form: FieldsForm | None, changes: Sequence[Change]
) -> HttpResponse:
    """Make corrections; what cannot be kept comes back with the form, as does what was changed in between."""
    try:
        corrections.correct(request.person, upload, version=_version(request), changes=changes)
    except Unusable as error:
        if form is None:
            return redirect("wimd:file", upload.pk)
        form.refuse(error)
        return _file(request, upload, form, status=422)
    except corrections.LostUpdate as error:
        revised = queries.revised_of(error.current)
        if form and revised:
            form.beside(revised)
        return _file(request, error.current, form, status=409)
    key = form.unit.key if form else ""
    return redirect(reverse("wimd:file", args=[upload.pk]) + f"#{pages.resume.place_of_key(key)}")


def _version(request: PersonRequest) -> int:
    """Return the version that a form was made from, one that never was when it says none."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isdecimal() and len(typed) <= LONGEST_VERSION else -1


def _file(request: PersonRequest, upload: Upload, form: FieldsForm | None, *, status: int = 200) -> HttpResponse:
    shown = pages.file(request.person, upload) | {"form": form, "is_conflict": status == 409}
    if form:
        shown["lit"] = lit = pages.resume.read_for(form.revised, form.unit)
        form.source = lit[0] if lit else ""
    return render(request, "wimd/file.html", shown, status=status)
