"""The page of the weekly check-in."""

from dataclasses import asdict

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from mosaic.people.http import PersonRequest, person_required
from wimd import queries, services
from wimd.forms import CheckInForm
from wimd.models import CheckIn
from wimd.pages.checkins import check_in as check_in_page
from wimd.services.checkins import NothingSaid


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def check_in(request: PersonRequest) -> HttpResponse:
    """Show this week's three questions and what was said of earlier weeks; what is sent is kept."""
    shown = check_in_page(request.person)
    if request.method != "POST":
        return render(request, "wimd/check_in.html", {**shown, "form": _filled(shown["current"], shown["due_on"])})
    form = CheckInForm(request.POST)
    if not form.is_valid():
        return render(request, "wimd/check_in.html", {**shown, "form": form}, status=422)
    try:
        services.check_in(request.person, form.account, reminds=form.cleaned_data["reminds"])
    except NothingSaid:
        return render(request, "wimd/check_in.html", {**shown, "form": form, "is_empty": True}, status=422)
    return redirect(reverse("wimd:check-in"))


@require_POST
@person_required
def remove_check_in(request: PersonRequest) -> HttpResponse:
    """Take the latest check-in back."""
    if queries.latest_checkin_of(request.person):
        services.remove_check_in(request.person)
    return redirect("wimd:check-in")


def _filled(current: object, due_on: object) -> CheckInForm:
    """Return the form with what was said of this week already."""
    if not isinstance(current, CheckIn):
        return CheckInForm()
    return CheckInForm(initial={**asdict(queries.account_in(current)), "reminds": due_on is not None})
