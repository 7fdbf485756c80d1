"""Answers that are asked for again and again: who has seen the same already gets 304 and no body."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import conditional_page

View = TypeVar("View", bound=Callable[..., HttpResponseBase])

PRIVATE = "private, no-cache"


def polled(view: View) -> View:
    """Give a view's answers an ETag; a browser keeps them, and asks each time whether they still hold."""

    @wraps(view)
    def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            response.setdefault("Cache-Control", PRIVATE)
            patch_vary_headers(response, ("Cookie", "X-Session-ID", "HX-Request"))
        return response

    return cast(View, conditional_page(asked))
