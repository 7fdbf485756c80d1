"""DRF's question who asks. Apart from `http`, because DRF imports this while it sets itself up."""

from collections.abc import Mapping

from rest_framework.authentication import BaseAuthentication
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request

from mosaic.people import identity
from mosaic.people.identity import HEADER, Access, Via
from mosaic.people.models import Person


class PersonAuthentication(BaseAuthentication):
    """Finds the person behind a token in the header, the body or the cookie, in this order."""

    def authenticate(self, request: Request) -> tuple[Person, Access] | None:
        """Return the person and how they came, or None. Raises Problem."""
        access = identity.identify(request._request, _body_token(request))
        if access is None:
            return None
        if access.via is Via.COOKIE and request.method not in SAFE_METHODS:
            identity.check_csrf(request._request)
        return access.person, access

    def authenticate_header(self, request: Request) -> str:
        """Name the header that was missing."""
        return HEADER


def _body_token(request: Request) -> str:
    if request.headers.get(HEADER) or request.method in SAFE_METHODS:
        return ""
    data = request.data
    token = data.get("session_id", "") if isinstance(data, Mapping) else ""
    return token if isinstance(token, str) else ""
