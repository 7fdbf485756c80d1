"""Talking with the coach, as API."""

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.problems import NotFound
from mosaic.people.http import PersonViewSet
from mosaic.people.identity import spend
from wimd import queries, services
from wimd.models import Turn
from wimd.serializers.readings import MetricsAnswer, metrics_detail, metrics_shape
from wimd.serializers.talk import StartInput, TurnList, TurnShape, WimdAnswer, WimdInput, result_shape


@extend_schema(tags=["wimd"])
class CoachViewSet(PersonViewSet):
    """Talking with the coach."""

    beginning = frozenset(("create", "start"))
    quiet = frozenset(("metrics",))
    serializer_class = WimdAnswer

    @extend_schema(request=WimdInput, responses=WimdAnswer)
    def create(self, request: Request) -> Response:
        """Say something; the answer fits where the person stands."""
        form = WimdInput(data=request.data)
        form.is_valid(raise_exception=True)
        spend("chat", str(self.person.pk))
        turn = services.say(
            self.person, text=form.validated_data["prompt"], client_id=form.validated_data.get("client_id")
        )
        return self._said(turn)

    @extend_schema(request=StartInput, responses=WimdAnswer)
    def start(self, request: Request) -> Response:
        """Open discovery, or go on with it, as a talk: one question at a time; no answer is ever wiped."""
        form = StartInput(data=request.data)
        form.is_valid(raise_exception=True)
        spend("chat", str(self.person.pk))
        return self._said(services.ask_on(self.person, flow=form.validated_data["flow"]))

    @extend_schema(request=None, responses=TurnShape)
    def stop(self, request: Request, turn_id: UUID) -> Response:
        """End a model's part of an answer; what came of it stays. One that has ended is left as it is."""
        turn = queries.answers_of(self.person).filter(pk=turn_id).first()
        if turn is None:
            raise NotFound("turn_not_found", _("There is no such answer."))
        return Response(TurnShape(services.stop_answer(turn)).data)

    @extend_schema(responses=TurnList)
    def conversation(self, request: Request) -> Response:
        """Show what was said, the newest turn last."""
        services.settle_answers(self.person)
        turns = TurnShape(queries.turns_of(self.person), many=True).data
        return Response({"turns": turns, "next": None, "previous": None})

    def _said(self, turn: Turn) -> Response:
        return Response(
            {
                "session_id": self.access.echo,
                "result": result_shape(turn),
                "metrics": metrics_shape(self.person, timezone.now()),
            }
        )

    @extend_schema(responses=MetricsAnswer)
    def metrics(self, request: Request) -> Response:
        """Show clarity, action and momentum with everything that earned a point."""
        return Response(metrics_detail(self.person, timezone.now()))
