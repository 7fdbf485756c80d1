"""Talking with the coach as a stream of events, as API."""

import json
from collections.abc import Generator
from uuid import UUID, uuid5

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request

from mosaic.lib import sse
from mosaic.lib.problems import NotFound, Problem
from mosaic.lib.text import normalised
from mosaic.people import idempotency
from mosaic.people.http import PersonViewSet, as_person
from mosaic.people.identity import spend
from wimd import queries, services
from wimd.links import cards_of
from wimd.models import Turn
from wimd.serializers.readings import metrics_shape
from wimd.serializers.talk import WimdInput, result_shape

EVENTS = {(200, sse.TYPE): OpenApiTypes.STR}
LAST = OpenApiParameter("Last-Event-ID", OpenApiTypes.INT, OpenApiParameter.HEADER, description="what was read before")


class EventStream(BaseRenderer):
    """Lets a caller ask for events; they are written by the answer itself."""

    media_type, format, charset = sse.TYPE, "events", None

    def render(self, data: object, *_: object, **__: object) -> bytes:
        """Return nothing: no answer here is rendered."""
        return b""


@extend_schema(tags=["wimd"])
class StreamViewSet(PersonViewSet):
    """An answer as it comes: *start* with the id of the turn, *token*, *card*, and *done* with everything.

    A stream that ends without *done* goes on at `GET /wimd/stream/{turn_id}`; no model is asked again for it.
    """

    beginning = frozenset(("create",))
    quiet = frozenset(("retrieve",))
    http_method_names = ("get", "post", "options")
    renderer_classes = (JSONRenderer, EventStream)

    @extend_schema(request=WimdInput, responses=EVENTS)
    def create(self, request: Request) -> StreamingHttpResponse:
        """Say something, and read the answer as it comes."""
        form = WimdInput(data=request.data)
        form.is_valid(raise_exception=True)
        spend("chat", str(self.person.pk))
        text = form.validated_data["prompt"]
        client_id = form.validated_data.get("client_id") or self._client_id(request, text)
        return self._streamed(services.begin_answer(self.person, text=text, client_id=client_id), 0)

    @extend_schema(parameters=[LAST], responses=EVENTS)
    def retrieve(self, request: Request, turn_id: UUID) -> StreamingHttpResponse:
        """Read an answer again, or go on reading behind the event named by `Last-Event-ID`."""
        turn = queries.answers_of(self.person).filter(pk=turn_id).first()
        if turn is None:
            raise NotFound("turn_not_found", _("There is no such answer."))
        return self._streamed(turn, sse.last_seen(request._request))

    def _client_id(self, request: Request, text: str) -> UUID | None:
        """Return the id of a message that was sent with a key: the same key is the same message. Raises Problem."""
        key = request.headers.get(idempotency.HEADER, "")
        if not key:
            return None
        client_id = uuid5(self.person.pk, key)
        earlier = queries.turns_of(self.person).filter(client_id=client_id).first()
        if earlier and earlier.text != normalised(text).strip():
            raise Problem(409, "idempotency_conflict", _("This key was used for another request. Use a new one."))
        return client_id

    def _streamed(self, turn: Turn, read: int) -> StreamingHttpResponse:
        return sse.streamed(as_person(self.access, _events(turn, read, self.access.echo)))


def _events(turn: Turn, read: int, token: str | None) -> Generator[bytes, None, None]:
    """Yield an answer behind what was read of it before; it is numbered by its pieces."""
    named = {"session_id": token, "turn_id": str(turn.pk), "number": turn.number}
    yield sse.event(json.dumps(named), name="start", retry=sse.RETRY)
    now = turn
    for now in services.course_of(turn):
        pieces = now.pieces
        for number, piece in enumerate(pieces[read:], start=read + 1):
            yield sse.event(json.dumps({"text": piece}), name="token", number=number)
        read = max(read, len(pieces))
    if now.is_open:
        return
    for card in cards_of(now):
        yield sse.event(json.dumps(card), name="card")
    done = {"session_id": token, "result": result_shape(now), "metrics": metrics_shape(now.person, timezone.now())}
    yield sse.event(json.dumps(done, default=str), name="done")
