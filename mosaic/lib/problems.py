"""Errors as RFC 9457 problem documents: a code for programs, a sentence for people."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.encoding import force_str
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions

from mosaic.lib.requests import is_call

API_PREFIXES = (
    "/health",
    "/config",
    "/version",
    "/metrics",
    "/prompts/",
    "/session",
    "/ps101",
    "/wimd",
    "/ob/",
    "/resume/",
    "/api/",
)
# Addresses that are a page for people and a call for programs.
BOTH = ("/feedback", "/feedback/")
PAGE_PREFIXES = ("/resume/studio/",)
RETRY_SECONDS = 5

Text = str | Promise


class Problem(Exception):
    """Something a caller can act on: raised by faces, answered as a problem document."""

    def __init__(self, status: int, code: str, detail: Text, **more: object) -> None:
        super().__init__(code)
        self.status, self.code, self.detail, self.more = status, code, detail, more
        self.headers: dict[str, str] = {}

    def with_headers(self, **headers: str) -> "Problem":
        """Add response headers, for instance Retry_After."""
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        return self


class NotFound(Problem):
    """An id that is nobody's, or somebody else's: both look the same."""

    def __init__(self, code: str = "not_found", detail: Text = "") -> None:
        super().__init__(404, code, detail or _("There is nothing at this address."))


class Invalid(Problem):
    """One field of a request that cannot be used."""

    def __init__(self, field: str, code: str, message: Text) -> None:
        error = {"field": field, "code": code, "message": force_str(message)}
        super().__init__(422, code, message, errors=[error])


UNAVAILABLE = Problem(
    503,
    "unavailable",
    _("The store of Mosaic does not answer just now. What you sent was not saved; please send it again in a moment."),
).with_headers(Retry_After=str(RETRY_SECONDS))
BROKEN = Problem(
    500, "server_error", _("Something of ours broke. It has been noted; nothing you saved before is lost.")
)


def is_api(request: HttpRequest) -> bool:
    """Whether a path belongs to the API, so that its errors are problem documents."""
    path = request.path_info
    if path in BOTH:
        return path == BOTH[0] or is_call(request)
    return path.startswith(API_PREFIXES) and not path.startswith(PAGE_PREFIXES)


def answer(problem: Problem, request: HttpRequest | None = None) -> JsonResponse:
    """Return a problem as an `application/problem+json` response."""
    request_id = getattr(request, "request_id", "")
    body = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "code": problem.code,
        "detail": force_str(problem.detail),
        **({"request_id": request_id} if request_id else {}),
        **problem.more,
    }
    return JsonResponse(body, status=problem.status, content_type="application/problem+json", headers=problem.headers)


def handle(error: Exception, context: Mapping[str, object]) -> HttpResponseBase | None:
    """Answer what a DRF view raised; None lets Django answer it."""
    problem = problem_of(error)
    request = context.get("request")
    return answer(problem, getattr(request, "_request", None)) if problem else None


def problem_of(error: BaseException | None) -> Problem | None:  # noqa: PLR0911  # one line for each error
    """Return the problem an exception stands for, or None for one that is ours to mend."""
    match error:
        case Problem():
            return error
        case OperationalError() | InterfaceError():
            return UNAVAILABLE
        case Http404() | exceptions.NotFound():
            return NotFound()
        case PermissionDenied() | exceptions.PermissionDenied():
            return Problem(403, "forbidden", _("This is not open to you."))
        case exceptions.ValidationError():
            return _invalid(error)
        case exceptions.APIException():
            return _of_framework(error)
        case _:
            return None


def _of_framework(error: exceptions.APIException) -> Problem:
    match error:
        case exceptions.ParseError():
            return Problem(400, "malformed", _("The request could not be read as JSON or as a form."))
        case exceptions.MethodNotAllowed():
            return Problem(405, "method_not_allowed", _("This address does not take that method."))
        case exceptions.UnsupportedMediaType():
            return Problem(415, "unsupported_media_type", _("Send JSON, or a form where a file is expected."))
        case exceptions.NotAcceptable():
            return Problem(406, "not_acceptable", _("This address answers with JSON."))
        case _:
            return Problem(error.status_code, "refused", _("The request was refused."))


def _invalid(error: exceptions.ValidationError) -> Problem:
    errors = list(_flat(error.get_full_details(), ""))
    detail = errors[0]["message"] if len(errors) == 1 else _("Some fields cannot be used as they are.")
    return Problem(422, "invalid", detail, errors=errors)


def _flat(details: object, field: str) -> Iterator[dict[str, str]]:
    """Yield nested error details with dotted field names."""
    if isinstance(details, Mapping) and "message" in details and "code" in details:
        yield {"field": field, "code": str(details["code"]), "message": force_str(details["message"])}
    elif isinstance(details, Mapping):
        for name, inner in details.items():
            yield from _flat(inner, f"{field}.{name}" if field else str(name))
    elif isinstance(details, list):
        for inner in details:
            yield from _flat(inner, field)
