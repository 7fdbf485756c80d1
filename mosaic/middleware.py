"""What surrounds every request besides the person: pages for browsers at API addresses, and counting."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers

from mosaic import watch
from mosaic.lib import metrics

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
    "/wimd/facts": "ps101:understood",
    "/wimd/metrics": "door",
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
        response = redirect(page) if _is_browser(request) else self.get_response(request)
        if _is_browser(request):
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


def _is_browser(request: HttpRequest) -> bool:
    """Whether somebody opens an address in a browser, rather than a script that fetches it."""
    wants_page = "text/html" in request.headers.get("Accept", "")
    opens_page = request.headers.get("Sec-Fetch-Dest", "document") == "document"
    return wants_page and opens_page and not request.headers.get("HX-Request")
