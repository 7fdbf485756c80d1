"""How faces learn who asks: for API views and for pages."""

from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import ClassVar, Concatenate, ParamSpec, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from rest_framework.permissions import SAFE_METHODS
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from mosaic.lib.waiting import let_go
from mosaic.people import idempotency, identity, keyring, services
from mosaic.people.identity import HEADER, Access, SessionNotFound, SessionRequired, Via
from mosaic.people.models import Person, RepeatableAnswer

P = ParamSpec("P")
UNTYPED = ("csrfmiddlewaretoken", "session_id", "recovery_code")


class PersonViewSet(GenericViewSet):  # type: ignore[type-arg]  # subclasses read through queries, not a queryset
    """An API view of one person's things.

    `beginning` names the actions that start a session when none was sent; `quiet` those that a
    program repeats by itself and that therefore do not renew the person's days.
    """

    beginning: ClassVar[frozenset[str]] = frozenset()
    quiet: ClassVar[frozenset[str]] = frozenset()
    repeatable: RepeatableAnswer | None = None

    @property
    def access(self) -> Access:
        """The session in use."""
        return cast(Access, self.request.auth)  # set by PersonAuthentication or by initial()

    @property
    def person(self) -> Person:
        """Who asks."""
        return self.access.person

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        """Find or begin the session before the action runs."""
        super().initial(request, *args, **kwargs)
        if self.action in (None, "metadata"):
            return
        if request.auth is None:
            self._begin(request)
        elif request.method != "HEAD" and self.action not in self.quiet:
            services.renew(self.person)
            services.touch_session(self.access.session)
        if self.access.via is not Via.NEW:
            self.repeatable = idempotency.claim(request, self.person)
        if self.repeatable and self.repeatable.state == RepeatableAnswer.State.DONE:
            raise Repeated(self.repeatable)

    def _begin(self, request: Request) -> None:
        if self.action not in self.beginning:
            raise SessionRequired
        access = identity.begin(request._request)
        request.user, request.auth = access.person, access  # type: ignore[assignment]  # our person is no auth user

    def handle_exception(self, exc: Exception) -> Response:
        """Answer a repeated request with its first answer, everything else as a problem."""
        if isinstance(exc, Repeated):
            return self._repeat(exc.row)
        return super().handle_exception(exc)

    def _repeat(self, row: RepeatableAnswer) -> Response:
        self.repeatable = None
        data = dict(cast(Mapping[str, object], row.answer))
        if "session_id" in data:
            data["session_id"] = self.access.echo
        return Response(data, status=row.status, headers={"Idempotent-Replay": "true"})

    def finalize_response(
        self, request: Request, response: HttpResponseBase, *args: object, **kwargs: object
    ) -> Response:
        """Keep a repeatable answer, and hand a new token over in a header too."""
        final = super().finalize_response(request, cast(Response, response), *args, **kwargs)
        if self.repeatable is not None:
            idempotency.keep(self.repeatable, final.status_code, getattr(final, "data", None))
        access = request.auth
        if isinstance(access, Access) and access.via is Via.NEW:
            final[HEADER] = access.token
        return final


class Repeated(Exception):
    """The request was answered before; carries the kept answer."""

    def __init__(self, row: RepeatableAnswer) -> None:
        super().__init__()
        self.row = row


def as_person(access: Access, pieces: Generator[bytes, None, None]) -> Iterator[bytes]:
    """Take each step of a stream with the person's key, language and time; while it waits to be sent nothing is held."""
    person = access.person

    @contextmanager
    def entered() -> Iterator[None]:
        with keyring.scope(), timezone.override(person.timezone), translation.override(person.language):
            keyring.remember(person.pk, bytes(person.wrapped_key))
            yield
        let_go()

    try:
        while True:
            with entered():
                piece = next(pieces, None)
            if piece is None:
                return
            yield piece
    finally:
        with entered():
            pieces.close()


class PersonRequest(HttpRequest):
    """A page's request whose person is known."""

    access: Access
    person: Person


PersonView = Callable[Concatenate[PersonRequest, P], HttpResponseBase]
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def person_required(view: PersonView[P]) -> View[P]:
    """Let a page be seen only with a session: without one it leads to the door."""

    @wraps(view)
    def entered(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        known = enter(request)
        if isinstance(known, HttpResponse):
            return known
        return view(known, *args, **kwargs)

    return entered


def person_begun(view: PersonView[P]) -> View[P]:
    """Let a form be sent by somebody new: it starts their session and gives the browser its cookie."""

    @wraps(view)
    def begun(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if request.COOKIES.get(settings.PERSON_COOKIE_NAME):
            return person_required(view)(request, *args, **kwargs)
        access = identity.begin(request, timezone_name=request.POST.get("timezone", ""))
        response = view(_known(request, access), *args, **kwargs)
        identity.keep_cookie(request, response, access.token)
        return response

    return begun


def enter(request: HttpRequest, *, renews: bool = True) -> PersonRequest | HttpResponse:
    """Return the request with its person, or the page to show instead."""
    token = request.COOKIES.get(settings.PERSON_COOKIE_NAME, "")
    if not token and request.method in SAFE_METHODS:
        return _whole_page() if is_part(request) else redirect("door")
    try:
        access = identity.identify(request) if token else None
    except SessionNotFound:
        access = None
    if access is None:
        return lost(request)
    access.person.days_at_arrival = access.person.days_left(timezone.now())
    if renews and request.method != "HEAD":
        services.renew(access.person)
        services.touch_session(access.session)
    return _known(request, access)


def lost(request: HttpRequest) -> HttpResponse:
    """Show the ways on from an unknown session, with what was just typed kept on the page."""
    if is_part(request):
        return _lost_part(request)
    typed = typed_in(request)
    context = {
        "typed": typed,
        "words": [value for value in typed.values() if len(value) > 1],
        "after": request.path,
    }
    return render(request, "people/lost.html", context, status=404)


def is_part(request: HttpRequest) -> bool:
    """Whether a script of an open page asks, for a part of that page."""
    return "HX-Request" in request.headers


def _lost_part(request: HttpRequest) -> HttpResponse:
    """Say within an open page that its session is unknown: what is typed on it stays, what only looked is opened anew."""
    if request.method in SAFE_METHODS:
        return _whole_page()
    answer = render(request, "people/_lost.html", status=404)
    answer["HX-Reswap"] = "innerHTML"
    return answer


def _whole_page() -> HttpResponse:
    """Have the browser open its page again, which leads on from there."""
    return HttpResponse(status=204, headers={"HX-Refresh": "true"})


def typed_in(request: HttpRequest) -> dict[str, str]:
    """Return what somebody typed into a form, without its tokens."""
    return {name: str(value) for name, value in request.POST.items() if name not in UNTYPED}


def _known(request: HttpRequest, access: Access) -> PersonRequest:
    known = cast(PersonRequest, request)
    known.access, known.person = access, access.person
    return known
