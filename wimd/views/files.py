"""Pages of the person’s files."""

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.ai.sending import NotAnswered
from mosaic.people.http import PersonRequest, person_required
from mosaic.people.identity import spend
from wimd import corrections, pages, queries, services
from wimd.domain.changing import Change
from wimd.domain.units import unit_of
from wimd.domain.values import Unusable
from wimd.forms import FieldsForm, FileForm
from wimd.models import Upload
from wimd.words import NO_ROOM

MIB = 1024 * 1024


LONGEST_VERSION = 9


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def files(request: PersonRequest) -> HttpResponse:
    """Show the person's files and keep new ones."""
    if request.method != "POST":
        template = "wimd/_files.html" if request.headers.get("HX-Request") else "wimd/files.html"
        return render(request, template, pages.files(request.person))
    form = FileForm(request.POST, request.FILES)
    error = _refusal(request, form)
    if error:
        return render(request, "wimd/files.html", pages.files(request.person) | {"error": error}, status=422)
    return redirect("wimd:files")


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


@require_POST
@person_required
def remove_file(request: PersonRequest, upload_id: UUID) -> HttpResponse:
    """Delete a file."""
    services.remove_file(request.person, get_object_or_404(queries.uploads_of(request.person), pk=upload_id))
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


def _refusal(request: PersonRequest, form: FileForm) -> str:
    """Keep the files of a form; return a sentence when one cannot be kept."""
    if not form.is_valid():
        return _("Choose a file first.")
    for sent in request.FILES.getlist("file"):
        if not sent.size:
            return _("This file is empty: it holds 0 bytes.")
        spend("uploads", str(request.person.pk))
        try:
            services.add_file(request.person, file=sent)
        except services.UnsupportedFile:
            return _(
                "This is not a kind of file that can be read here. PDF, DOCX, ODT, RTF, plain text, pictures, sound and film can."
            )
        except services.QuotaExceeded as error:
            return _(
                "Your files together would be more than fits. %(free)d MB are left; deleting a file makes room."
            ) % {"free": error.free // MIB}
        except services.StorageFull:
            return str(NO_ROOM)
    return ""
