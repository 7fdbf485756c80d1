"""Résumé pages: the studio, a version from every side, and making one for a posting."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.lib.pdf import MissingGlyphs, Paper, paper_for
from mosaic.people.http import PersonRequest, person_required
from mosaic.people.identity import spend
from resume import corrections, pages, queries, services
from resume.domain.document import NotAResume, basics_of, items_of
from resume.domain.editing import with_basics, with_item
from resume.domain.pointers import JSON
from resume.forms import ENTRIES, EntryForm, HeadForm, NameForm, add_findings
from resume.models import Version
from resume.rendering.files import Format
from wimd.queries import uploads_of


@require_safe
@person_required
def studio(request: PersonRequest) -> HttpResponse:
    """Show the latest version, or what there is to begin from."""
    latest = queries.versions_of(request.person).first()
    if latest is None:
        return render(request, "resume/empty.html", pages.studio(request.person))
    return render(request, "resume/version.html", pages.version(request.person, latest))


@require_POST
@person_required
def make(request: PersonRequest) -> HttpResponse:
    """Write a résumé from the named file, or from what is known."""
    named = request.POST.get("upload", "")
    upload = get_object_or_404(uploads_of(request.person), pk=_uuid(named)) if named else None
    try:
        made = services.make_canonical(request.person, upload=upload)
    except (services.NothingToGoBy, services.NotReadYet):
        return render(request, "resume/empty.html", pages.studio(request.person) | {"is_nothing": True}, status=409)
    return redirect("resume:version", made.pk)


@require_safe
@person_required
def version(request: PersonRequest, version_id: UUID) -> HttpResponse:
    """Show a version."""
    return render(request, "resume/version.html", pages.version(request.person, _version(request, version_id)))


@require_safe
@person_required
def changes(request: PersonRequest, version_id: UUID) -> HttpResponse:
    """Show what was done for the posting."""
    return render(request, "resume/changes.html", pages.changes(request.person, _version(request, version_id)))


@require_safe
@person_required
def compare(request: PersonRequest, version_id: UUID) -> HttpResponse:
    """Show what differs from another version: the named one, else the one before."""
    new = _version(request, version_id)
    named = request.GET.get("with", "")
    old = _version(request, _uuid(named)) if named else new.parent or new
    return render(request, "resume/compare.html", pages.comparison(request.person, old, new))


@require_safe
@person_required
def check(request: PersonRequest, version_id: UUID) -> HttpResponse:
    """Show what a machine reads."""
    return render(request, "resume/check.html", pages.check(request.person, _version(request, version_id)))


@require_safe
@person_required
def history(request: PersonRequest, version_id: UUID) -> HttpResponse:
    """Show all versions."""
    return render(request, "resume/history.html", pages.history(request.person, _version(request, version_id)))


@require_POST
@person_required
def restore(request: PersonRequest, version_id: UUID) -> HttpResponse:
    """Make an earlier version the latest one."""
    earlier = _version(request, version_id)
    try:
        restored = corrections.restore(request.person, earlier)
    except services.NothingToGoBy:
        # The page of the version says that what it rested on was taken away.
        return redirect("resume:version", earlier.pk)
    return redirect("resume:version", restored.pk)


@require_POST
@person_required
def undo(request: PersonRequest, version_id: UUID, change_id: str) -> HttpResponse:
    """Make a version without one of the changes."""
    try:
        left = corrections.undo(request.person, _version(request, version_id), change_id=change_id)
    except (corrections.UnknownChange, services.NothingToGoBy) as error:
        raise Http404 from error
    return redirect("resume:changes", left.pk)


@require_safe
@person_required
def export(request: PersonRequest, version_id: UUID, file_format: str) -> HttpResponse:
    """Hand over a file; for a PDF that cannot be drawn, offer the others."""
    shown = _version(request, version_id)
    if file_format not in list(Format):
        raise Http404
    paper = request.GET.get("paper", "")
    spend("exports", str(request.person.pk))
    try:
        made = services.export(
            request.person,
            shown,
            file_format=Format(file_format),
            paper=Paper(paper) if paper in list(Paper) else paper_for(request.person.region),
        )
    except MissingGlyphs:
        return render(request, "resume/check.html", pages.check(request.person, shown), status=422)
    return HttpResponse(made.content, content_type=made.content_type, headers={"Content-Disposition": made.disposition})


@require_POST
@person_required
def for_job(request: PersonRequest, job_id: UUID) -> HttpResponse:
    """Make a version for a posting, out of the résumé there is or of what is known."""
    posting = queries.posting_for(request.person, job_id)
    if posting is None:
        raise Http404
    try:
        made = services.customize(request.person, job=posting)
    except (services.NothingToGoBy, services.NotReadYet):
        shown = pages.studio(request.person) | {"is_nothing": True, "posting": posting}
        return render(request, "resume/empty.html", shown, status=409)
    return redirect("resume:changes", made.version.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def edit(request: PersonRequest, version_id: UUID) -> HttpResponse:
    """Show the head as a form and every entry to go on to; keep the head."""
    shown = _version(request, version_id)
    document = queries.sourced(shown).document
    if request.method != "POST":
        return _edited(request, shown, HeadForm.of(basics_of(document)))
    form = HeadForm(request.POST)
    if form.is_valid():
        kept = _keep(request, shown, with_basics(document, form.head(basics_of(document))), form)
        if kept:
            return redirect("resume:edit", kept.pk)
    return _edited(request, shown, form)


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def edit_entry(request: PersonRequest, version_id: UUID, section: str, place: int | None = None) -> HttpResponse:
    """Show one entry as a form, a new one without a place; keep it, or take it out."""
    shown = _version(request, version_id)
    if section not in ENTRIES:
        raise Http404
    document = queries.sourced(shown).document
    items = items_of(document, section)
    if place is not None and place >= len(items):
        raise Http404
    item = items[place] if place is not None else None
    form = EntryForm(section, request.POST if request.method == "POST" else None, item)
    taken_out = place is not None and "remove" in request.POST
    if taken_out or (request.method == "POST" and form.is_valid()):
        kept = _keep(request, shown, with_item(document, section, place, None if taken_out else form.entry), form)
        if kept:
            return redirect("resume:edit", kept.pk)
    context = pages.entry(request.person, shown, section, item) | {"form": form}
    return render(request, "resume/entry.html", context, status=422 if form.errors else 200)


@require_POST
@person_required
def rename(request: PersonRequest, version_id: UUID) -> HttpResponse:
    """Give the résumé of a version another name."""
    shown, form = _version(request, version_id), NameForm(request.POST)
    if form.is_valid():
        corrections.rename(request.person, shown.resume, name=form.cleaned_data["name"])
    return redirect("resume:history", shown.pk)


def _version(request: PersonRequest, version_id: UUID) -> Version:
    return get_object_or_404(queries.versions_of(request.person), pk=version_id)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error


def _keep(request: PersonRequest, shown: Version, document: JSON, form: EntryForm | HeadForm) -> Version | None:
    """Keep an edited document; put what cannot be used under its field."""
    try:
        return corrections.edit(request.person, shown, document=document)
    except corrections.NothingChanged:
        return shown
    except NotAResume as error:
        add_findings(form, error)
        return None


def _edited(request: PersonRequest, shown: Version, form: HeadForm) -> HttpResponse:
    context = pages.editing(request.person, shown) | {"form": form}
    return render(request, "resume/edit.html", context, status=422 if form.errors else 200)
