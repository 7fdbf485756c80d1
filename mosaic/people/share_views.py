"""Pages of share links: making them, watching them, and what whoever holds one sees."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mosaic.lib.problems import Problem
from mosaic.lib.requests import client_address
from mosaic.people import access, identity, shares
from mosaic.people.forms import CommentForm, ShareForm
from mosaic.people.http import PersonRequest, person_required
from mosaic.people.models import Share

# With no referrer at all browsers send a form from nowhere, and the guard of forms refuses it.
SECRET_PAGE = {"Referrer-Policy": "same-origin", "X-Robots-Tag": "noindex, nofollow"}


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def make_share(request: PersonRequest) -> HttpResponse:
    """Show the links, and make one."""
    form = ShareForm(request.POST or None, person=request.person)
    if request.method == "POST" and form.is_valid():
        return _made(request, form)
    links = [(one, shares.is_over(one)) for one in shares.shares_of(request.person)]
    context = {"form": form, "links": links, "most_days": shares.MOST_DAYS}
    return render(request, "people/shares.html", context, status=422 if form.errors else 200)


@require_safe
@person_required
def share(request: PersonRequest, share_id: UUID) -> HttpResponse:
    """Show one link: what it shows, every opening, and what was answered."""
    shown = access.share_for(request.person, share_id)
    labels = [scope.label for scope in shares.scopes() if scope.code in shown.scopes]
    context = {"share": shown, "labels": labels, "is_over": shares.is_over(shown)}
    return render(request, "people/share.html", context)


@require_POST
@person_required
def end_share(request: PersonRequest, share_id: UUID) -> HttpResponse:
    """Take a link back."""
    shares.end_share(access.share_for(request.person, share_id))
    return redirect("your-data-shares")


@require_http_methods(["GET", "HEAD", "POST"])
def shared(request: HttpRequest, secret: str) -> HttpResponse:
    """Show what a link shows, to whoever holds it. Renews nothing."""
    identity.spend("shares", client_address(request))
    found = shares.share_for(secret, timezone.now())
    if found is None:
        return _secret(render(request, "people/share_over.html", status=404))
    form = CommentForm(request.POST or None)
    if request.method == "POST":
        return _answered(request, found, secret, form)
    if request.method == "GET":
        shares.note_opening(found)
    return _shown(request, found, form)


def _made(request: PersonRequest, form: ShareForm) -> HttpResponse:
    given = form.cleaned_data
    opened = access.open_share(
        request.person,
        codes=given["scopes"],
        days=given["days"],
        label=given["label"],
        version=given["version"],
        allows_comments=given["comments"],
    )
    url = request.build_absolute_uri(reverse("shared", args=[opened.secret]))
    return render(request, "people/share_made.html", {"url": url, "share": opened.share})


def _answered(request: HttpRequest, found: Share, secret: str, form: CommentForm) -> HttpResponse:
    if not found.allows_comments:
        raise Problem(403, "comments_off", _("This link is for reading only."))
    if not form.is_valid():
        return _shown(request, found, form, status=422)
    try:
        shares.comment(found, author=form.cleaned_data["author"], text=form.cleaned_data["text"])
    except shares.TooMany as error:
        raise Problem(409, "too_many_comments", _("No more answers fit on this link.")) from error
    return redirect(f"{reverse('shared', args=[secret])}#said")


def _shown(request: HttpRequest, found: Share, form: CommentForm, *, status: int = 200) -> HttpResponse:
    context = {"share": found, "parts": shares.shown_by(found), "form": form}
    return _secret(render(request, "people/shared.html", context, status=status))


def _secret(response: HttpResponse) -> HttpResponse:
    """Keep an address that holds a secret out of other sites' logs and of search."""
    for name, value in SECRET_PAGE.items():
        response[name] = value
    return response
