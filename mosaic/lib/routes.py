"""Addresses of the API: named without a trailing slash, reached with or without one."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern
from django.urls.resolvers import RoutePattern
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from mosaic.lib.requests import is_call

View = Callable[..., HttpResponseBase]


class _OptionalSlash(RoutePattern):
    def match(self, path: str) -> tuple[str, tuple[Any, ...], dict[str, int | str]] | None:
        """Match a path as if it had no trailing slash."""
        return super().match(path.removesuffix("/"))


def api(route: str, view: Callable[..., HttpResponseBase], name: str) -> URLPattern:
    """Return the address of an API view."""
    return URLPattern(_OptionalSlash(route, name=name, is_endpoint=True), view, None, name)


def page_or_call(page: View, call: View) -> View:
    """Return the view of an address that is a page for people and a call for programs."""
    protected = csrf_protect(page)

    def view(request: HttpRequest) -> HttpResponseBase:
        return call(request) if is_call(request) else protected(request)

    # The page's own forms are checked above; the call checks what comes with a cookie itself.
    return csrf_exempt(view)
