"""Pages of the coach and of the person's files."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.people.http import PersonRequest, person_begun, person_required
from mosaic.people.identity import spend
from wimd import pages, queries, services
from wimd.forms import FileForm, MessageForm
from wimd.words import NO_ROOM

MIB = 1024 * 1024


@require_http_methods(["GET", "HEAD", "POST"])
def coach(request: HttpRequest) -> HttpResponseBase:
    """Show the conversation; a message sent here is answered here, also from somebody new."""
    view = _say if request.method == "POST" else _conversation
    return view(request)


@person_required
def _conversation(request: PersonRequest) -> HttpResponse:
    return render(request, "wimd/coach.html", pages.conversation(request.person))


@person_begun
def _say(request: PersonRequest) -> HttpResponse:
    form = MessageForm(request.POST)
    if not form.is_valid():
        shown = pages.conversation(request.person) | {"form": form}
        return render(request, "wimd/coach.html", shown, status=422)
    spend("chat", str(request.person.pk))
    services.say(request.person, text=form.cleaned_data["prompt"], client_id=form.cleaned_data["client_id"])
    return redirect(reverse("wimd:coach") + "#end")


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
    """Show one file: its text and what was found in it."""
    upload = get_object_or_404(queries.uploads_of(request.person), pk=upload_id)
    return render(request, "wimd/file.html", pages.file(request.person, upload))


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
