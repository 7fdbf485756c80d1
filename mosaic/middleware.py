"""What surrounds every request besides the person: pages for browsers at API addresses, and counting."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers

from mosaic import watch
from mosaic.lib import metrics
from mosaic.lib.requests import is_browser

Handler = Callable[[HttpRequest], HttpResponseBase]

# API addresses somebody may type or follow, and the page that shows the same.
PAGES = {
    "/session": "your-data",
    "/session/summary": "your-data",
    "/ps101/flows": "ps101:discovery",
    "/ps101/journeys": "ps101:discovery",
    "/api/ps101/context": "ps101:understood",
    "/wimd": "wimd:coach",
    "/wimd/conversation": "wimd:coach",
    "/wimd/uploads": "wimd:files",
    "/wimd/facts": "wimd:facts",
    "/wimd/metrics": "wimd:readings",
    "/wimd/checkins": "wimd:check-in",
    "/feedback": "feedback",
    "/wimd/analysis": "wimd:delta",
    "/wimd/target": "wimd:delta-target",
    "/ob/opportunities": "opportunities:list",
    "/ob/occupations": "opportunities:occupations",
    "/ob/matches": "applications:list",
    "/ob/status": "applications:list",
    "/resume/versions": "resume:studio",
}
SEE_OTHER = 303


class PageMiddleware:
    """Leads a browser that opens an API address to the page that shows the same."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the page's address where a browser asks, else with the view."""
        page = PAGES.get(request.path_info.removesuffix("/"))
        if page is None or request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        leads_on = is_browser(request) and request.path_info != reverse(page)
        response = redirect(page) if leads_on else self.get_response(request)
        if leads_on:
            response.status_code = SEE_OTHER
        patch_vary_headers(response, ("Accept",))
        return response


class TrafficMiddleware:
    """Adds this process's counts to the common rows from time to time."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer first, count afterwards."""
        response = self.get_response(request)
        if metrics.is_time_to_flush():
            watch.flush_traffic()
        return response
