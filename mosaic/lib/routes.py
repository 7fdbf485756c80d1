"""Addresses of the API: named without a trailing slash, reached with or without one."""

from collections.abc import Callable
from typing import Any

from django.http.response import HttpResponseBase
from django.urls import URLPattern
from django.urls.resolvers import RoutePattern


class _OptionalSlash(RoutePattern):
    def match(self, path: str) -> tuple[str, tuple[Any, ...], dict[str, int | str]] | None:
        """Match a path as if it had no trailing slash."""
        return super().match(path.removesuffix("/"))


def api(route: str, view: Callable[..., HttpResponseBase], name: str) -> URLPattern:
    """Return the address of an API view."""
    return URLPattern(_OptionalSlash(route, name=name, is_endpoint=True), view, None, name)
