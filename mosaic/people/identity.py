"""Which person a request comes from, by the session token it carries."""

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from mosaic.lib.problems import Problem
from mosaic.lib.requests import client_address, is_foreign
from mosaic.people import keyring, queries, rates, services
from mosaic.people.models import Person, Session

HEADER = "X-Session-ID"
OWNER_HEADER = "X-User-ID"
COOKIE_AGE = 400 * 24 * 3600


class Via(StrEnum):
    """Where a token came from."""

    HEADER = "header"
    BODY = "body"
    COOKIE = "cookie"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Access:
    """A session in use: whose it is, the token as it came, and how."""

    session: Session
    token: str
    via: Via

    @property
    def person(self) -> Person:
        """The person."""
        return self.session.person

    @property
    def echo(self) -> str | None:
        """The token for the answer's body: never to a browser that holds it as a cookie."""
        return None if self.via is Via.COOKIE else self.token


class SessionRequired(Problem):
    """Nobody is named where somebody is needed."""

    def __init__(self) -> None:
        super().__init__(401, "session_required", _("This needs a session. POST /session starts one."))
        self.with_headers(WWW_Authenticate=HEADER)


class SessionNotFound(Problem):
    """A token this service did not issue, or whose data has expired."""

    def __init__(self) -> None:
        super().__init__(404, "session_not_found", _("This session is not known here. It may have expired."))


class WrongPerson(Problem):
    """Two credentials that name different people."""

    def __init__(self) -> None:
        super().__init__(
            403, "user_mismatch", _("The user named in the request is not the one this session belongs to.")
        )


class TooOften(Problem):
    """A rate is used up."""

    def __init__(self, error: rates.RateExceeded) -> None:
        detail = _("That was a lot in a short time. It works again in %(seconds)d seconds.") % {"seconds": error.wait}
        super().__init__(429, "too_many_requests", detail)
        self.with_headers(Retry_After=str(error.wait))


def identify(request: HttpRequest, body_token: str = "") -> Access | None:
    """Return who asks, or None when no token was sent. Raises Problem for a token that does not fit."""
    named = {
        Via.HEADER: request.headers.get(HEADER, ""),
        Via.BODY: body_token,
        Via.COOKIE: request.COOKIES.get(settings.PERSON_COOKIE_NAME, ""),
    }
    given = {via: token for via, token in named.items() if token}
    if not given:
        return None
    via, token = next(iter(given.items()))
    session = queries.session_for(token, timezone.now())
    if session is None:
        raise SessionNotFound
    _refuse_another(request, session, [other for other in given.values() if other != token])
    return enter_with(Access(session, token, via))


def begin(request: HttpRequest, *, timezone_name: str = "") -> Access:
    """Start a session for a request that has none. Raises Problem for a foreign page or too many."""
    if is_foreign(request):
        raise Problem(403, "foreign_origin", _("A session cannot be started from another site."))
    if request.headers.get(OWNER_HEADER):
        raise WrongPerson
    spend("sessions", client_address(request))
    opened = services.begin(timezone_name=timezone_name)
    return enter_with(Access(opened.session, opened.token, Via.NEW))


def spend(rate: str, key: str) -> None:
    """Use one of a rate. Raises Problem 429."""
    try:
        rates.spend(rate, key)
    except rates.RateExceeded as error:
        raise TooOften(error) from error


def check_csrf(request: HttpRequest) -> None:
    """Refuse an unsafe request by cookie that does not carry our form's token."""
    check = _Check(lambda _: HttpResponse())
    check.process_request(request)
    if check.process_view(request, lambda _: HttpResponse(), (), {}):
        raise Problem(403, "csrf_failed", _("This form has gone stale. Load the page again and send it once more."))


def keep_cookie(request: HttpRequest, response: HttpResponseBase, token: str) -> None:
    """Give the browser its session."""
    response.set_cookie(
        settings.PERSON_COOKIE_NAME,
        token,
        max_age=COOKIE_AGE,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )


def drop_cookie(response: HttpResponseBase) -> None:
    """Make the browser forget its session."""
    response.delete_cookie(settings.PERSON_COOKIE_NAME, samesite="Lax")


class _Check(CsrfViewMiddleware):
    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        return HttpResponse(status=403)


def _refuse_another(request: HttpRequest, session: Session, others: list[str]) -> None:
    owner = request.headers.get(OWNER_HEADER, "")
    if owner and owner != str(session.person_id):
        raise WrongPerson
    for token in others:
        other = queries.session_for(token, timezone.now())
        if other and other.person_id != session.person_id:
            raise WrongPerson


def enter_with(access: Access) -> Access:
    """Open the person's key and speak their language and time for the rest of the request."""
    keyring.remember(access.person.pk, bytes(access.person.wrapped_key))
    timezone.activate(access.person.timezone)
    translation.activate(access.person.language)
    return access
