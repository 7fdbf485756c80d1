"""What surrounds every request of a person: their keys, their language and their time end with it."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone, translation

from mosaic.people import keyring


class PersonMiddleware:
    """Opens a place for keys before a request and empties it afterwards."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a request in the service's own time and language until a person is known."""
        timezone.deactivate()
        language = translation.get_language()
        with keyring.scope():
            response = self.get_response(request)
        timezone.deactivate()
        translation.activate(language or "en")
        return response
