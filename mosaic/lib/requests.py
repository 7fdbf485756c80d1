"""Every request: an id, one line in the log, headers that close doors, and the caller's address."""

import re
import secrets
from collections.abc import Callable
from time import perf_counter
from urllib.parse import urlsplit

import structlog
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from mosaic.lib import metrics

log = structlog.stdlib.get_logger("mosaic.requests")

REQUEST_ID = re.compile(r"^[A-Za-z0-9-]{8,64}$")
HEADERS = {"Cross-Origin-Resource-Policy": "same-origin", "X-Permitted-Cross-Domain-Policies": "none"}
UNWRITTEN = ("/static/", "/health")

Handler = Callable[[HttpRequest], HttpResponseBase]


class RequestMiddleware:
    """Gives each request an id and writes one line about it: route, status, time; never its path."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request."""
        began = perf_counter()
        request.request_id = _request_id(request)  # type: ignore[attr-defined]  # read by error answers
        structlog.contextvars.bind_contextvars(request_id=request.request_id)  # type: ignore[attr-defined]
        try:
            response = self.get_response(request)
            self._finish(request, response, perf_counter() - began)
        finally:
            structlog.contextvars.clear_contextvars()
        return response

    def _finish(self, request: HttpRequest, response: HttpResponseBase, seconds: float) -> None:
        response["X-Request-ID"] = request.request_id  # type: ignore[attr-defined]
        for name, value in HEADERS.items():
            response.setdefault(name, value)
        if request.path_info.startswith("/static/"):
            return
        response.setdefault("Cache-Control", "no-store")
        route = route_of(request)
        metrics.observe_request(route, request.method or "", response.status_code, seconds)
        if not request.path_info.startswith(UNWRITTEN):
            log.info(
                "request", route=route, method=request.method, status=response.status_code, ms=round(seconds * 1000, 1)
            )


def route_of(request: HttpRequest) -> str:
    """Return the pattern a request matched: it holds no ids and nothing personal."""
    match = request.resolver_match
    return match.route if match else "unmatched"


def client_address(request: HttpRequest) -> str:
    """Return the caller's address; a forwarding header counts only for the trusted proxies."""
    here = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.TRUSTED_PROXIES:
        return here
    named = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    chain = [*named, here]
    trusted: int = settings.TRUSTED_PROXIES
    return chain[max(0, len(chain) - 1 - trusted)]


def is_foreign(request: HttpRequest) -> bool:
    """Whether a browser says that another site's page sent this."""
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return True
    origin = request.headers.get("Origin")
    if not origin or origin in settings.ALLOWED_ORIGINS:
        return False
    return urlsplit(origin).netloc != request.get_host()


def is_browser(request: HttpRequest) -> bool:
    """Whether somebody opens an address in a browser, rather than a script that fetches it."""
    wants_page = "text/html" in request.headers.get("Accept", "")
    opens_page = request.headers.get("Sec-Fetch-Dest", "document") == "document"
    return wants_page and opens_page and not request.headers.get("HX-Request")


def is_call(request: HttpRequest) -> bool:
    """Whether a program speaks, at an address that is both a page and a call: it names its session, or wants JSON."""
    if request.method in ("PUT", "PATCH", "DELETE") or request.headers.get("X-Session-ID"):
        return True
    accepted = request.headers.get("Accept", "")
    return "application/json" in accepted and "text/html" not in accepted


def _request_id(request: HttpRequest) -> str:
    given = request.headers.get("X-Request-ID", "")
    return given if REQUEST_ID.match(given) else secrets.token_hex(8)
