"""Pages of coming back, of open sessions and of consent."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from mosaic.lib.lane import outside_lane
from mosaic.lib.problems import Problem
from mosaic.people import access, consent, identity, queries, recovery, services
from mosaic.people.forms import DecisionForm, ModeForm
from mosaic.people.http import PersonRequest, person_required, typed_in
from mosaic.people.models import AIReceipt


@outside_lane
@require_http_methods(["GET", "HEAD", "POST"])
def recover(request: HttpRequest) -> HttpResponseBase:
    """Let somebody come back with their code, never over a place this browser holds already."""
    if _is_known(request):
        status = 409 if request.method == "POST" else 200
        return render(request, "people/recover.html", {"holds_another": True}, status=status)
    if request.method != "POST":
        return render(request, "people/recover.html")
    try:
        opened = access.recover(request, request.POST.get("recovery_code", ""))
    except Problem as problem:
        return _not_recovered(request, problem)
    response = _welcome_back(request)
    identity.keep_cookie(request, response, opened.token)
    return response


@outside_lane
@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def recovery_code(request: PersonRequest) -> HttpResponse:
    """Make a code and show it this once."""
    if request.method != "POST":
        return redirect(f"{reverse('your-data')}#recovery")
    code = access.make_code(request.person)
    return render(request, "people/recovery_code.html", {"code": str(code), "words": str(code).split("-")})


@require_POST
@person_required
def revoke_code(request: PersonRequest) -> HttpResponse:
    """Make the code useless."""
    recovery.revoke(request.person)
    return redirect(f"{reverse('your-data')}#recovery")


@require_POST
@person_required
def end_others(request: PersonRequest) -> HttpResponse:
    """End every session but this one."""
    services.end_other_sessions(request.access.session)
    return redirect(f"{reverse('your-data')}#sessions")


@require_POST
@person_required
def end_session(request: PersonRequest, device_id: UUID) -> HttpResponse:
    """End one session."""
    services.end_session(access.session_for(request.person, device_id))
    return redirect(f"{reverse('your-data')}#sessions")


@require_POST
@person_required
def ai_mode(request: PersonRequest) -> HttpResponse:
    """Choose what a language model may do."""
    form = ModeForm(request.POST)
    if form.is_valid():
        consent.set_mode(request.person, form.cleaned_data["mode"])
    return redirect(f"{reverse('your-data')}#ai")


@require_http_methods(["GET", "HEAD", "POST"])
@person_required
def receipt(request: PersonRequest, receipt_id: UUID) -> HttpResponse:
    """Show the masked text of one receipt, and take yes or no while it waits."""
    shown = access.receipt_for(request.person, receipt_id)
    if request.method == "POST":
        form = DecisionForm(request.POST)
        if form.is_valid():
            access.decide(request.person, shown.pk, send=form.cleaned_data["decision"] == "send")
        return redirect("your-data-receipt", shown.pk)
    is_waiting = consent.waiting_of(request.person).filter(pk=shown.pk).exists()
    is_lapsed = shown.state == AIReceipt.State.WAITING and not is_waiting
    context = {
        "receipt": shown,
        "is_waiting": is_waiting,
        "is_lapsed": is_lapsed,
        "is_moving": consent.is_moving(shown),
        "is_held_up": consent.is_held_up(shown),
    }
    template = "people/_receipt.html" if request.headers.get("HX-Request") else "people/receipt.html"
    return render(request, template, context)


def _is_known(request: HttpRequest) -> bool:
    token = request.COOKIES.get(settings.PERSON_COOKIE_NAME, "")
    return bool(token) and queries.session_for(token, timezone.now()) is not None


def _not_recovered(request: HttpRequest, problem: Problem) -> HttpResponse:
    context = {
        "problem": problem,
        "given": request.POST.get("recovery_code", ""),
        "typed": typed_in(request),
        "after": request.GET.get("after", ""),
    }
    response = render(request, "people/recover.html", context, status=problem.status)
    for name, value in problem.headers.items():
        response[name] = value
    return response


def _welcome_back(request: HttpRequest) -> HttpResponse:
    """Put back what was typed before the way here, for the person to send; nothing is sent by itself."""
    typed, after = typed_in(request), request.GET.get("after", "")
    words = [value for value in typed.values() if len(value) > 1]
    if not words or not url_has_allowed_host_and_scheme(after, allowed_hosts=None):
        return redirect("door")
    return render(request, "people/back.html", {"typed": typed, "words": words, "after": after})
