"""What is shown when something fails: a problem document under API addresses, else a page with a way on."""

import sys
from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mosaic.lib.problems import BROKEN, NotFound, Problem, answer, is_api, problem_of
from mosaic.lib.uploads import FileTooLarge
from mosaic.people.http import UNTYPED

MIB = 1024 * 1024


class ProblemMiddleware:
    """Answers what a view raised on purpose."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a problem; everything else is ours to mend and goes on to `server_error`."""
        problem = problem_of(error)
        return show(request, problem) if problem else None


def show(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Answer a problem in the form the address asks for."""
    if is_api(request):
        return answer(problem, request)
    typed = {name: value for name, value in _sent(request).items() if name not in UNTYPED}
    context = {
        "error": {
            "status": problem.status,
            "title": _title(problem.status),
            "detail": problem.detail,
            "way": reverse("door"),
            "way_label": _("go to the start"),
        },
        "typed": typed,
        "words": [value for value in typed.values() if len(value) > 1],
    }
    response = render(request, "errors/error.html", context, status=problem.status)
    for name, value in problem.headers.items():
        response[name] = value
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request Django itself refused."""
    if isinstance(exception, FileTooLarge):
        return show(request, too_large(exception.limit, together=exception.together))
    if isinstance(exception, RequestDataTooBig):
        return show(request, Problem(413, "request_too_large", _("That was more text than fits into one request.")))
    return show(request, Problem(400, "malformed", _("The request could not be read.")))


def too_large(limit: int, *, together: bool = False) -> Problem:
    """Return the problem of a file, or of files `together`, over their limit in bytes."""
    size = {"size": limit // MIB}
    if together:
        detail = (
            _("These files together are larger than %(size)d MB, more than one form takes. Fewer at once fit.") % size
        )
    else:
        detail = _("This file is larger than %(size)d MB, the most that is read here. Everything else is kept.") % size
    return Problem(413, "file_too_large", detail, limit=limit)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer something that is not open to the caller."""
    return show(request, Problem(403, "forbidden", _("This is not open to you.")))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere."""
    return show(request, NotFound())


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer what broke; a database that does not answer is not our mistake but our moment."""
    return show(request, problem_of(sys.exc_info()[1]) or BROKEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that came without its token, with what was typed."""
    detail = _("This form has gone stale, or came from another site. Load the page again and send it once more.")
    return show(request, Problem(403, "csrf_failed", detail))


def _title(status: int) -> str:
    titles = {
        400: _("That could not be read"),
        403: _("This is not open"),
        404: _("There is nothing here"),
        409: _("Something changed in between"),
        413: _("That is too large"),
        415: _("That kind of file is not read here"),
        422: _("Something is missing"),
        429: _("A short pause"),
        503: _("Just a moment"),
    }
    return titles.get(status, _("Something of ours broke"))


def _sent(request: HttpRequest) -> dict[str, str]:
    """Return the text fields of a form, or nothing when the form itself could not be read."""
    if request.method != "POST" or getattr(request, "_post_parse_error", False):
        return {}
    return {name: str(value) for name, value in request.POST.items()}
