"""The discovery part of the API."""

from typing import cast
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from mosaic.lib.problems import Invalid, NotFound, Problem
from mosaic.people.http import PersonViewSet
from ps101 import corrections, queries, serializers, services
from ps101.domain.engine import Finding
from ps101.domain.flow import Prompt
from ps101.models import Journey
from ps101.words import words_for


@extend_schema(tags=["ps101"])
class FlowViewSet(GenericViewSet):  # type: ignore[type-arg]  # flows are nobody's; read through queries
    """Flows, open to everybody."""

    authentication_classes = ()
    serializer_class = serializers.FlowShape

    @extend_schema(responses=serializers.FlowList)
    def list(self, request: Request) -> Response:
        """List the flows a journey can take."""
        flows = [serializers.flow_shape(queries.flow_of(version)) for version in queries.active_flows()]
        return Response({"flows": flows, "next": None, "previous": None})

    @extend_schema(responses=serializers.FlowShape)
    def retrieve(self, request: Request, key: str) -> Response:
        """Show one flow."""
        version = queries.active_flow(key)
        if version is None:
            raise NotFound("flow_not_found", _("There is no flow of this name."))
        return Response(serializers.flow_shape(queries.flow_of(version)))


@extend_schema(tags=["ps101"])
class JourneyViewSet(PersonViewSet):
    """A person's way through a flow."""

    serializer_class = serializers.JourneyShape

    @extend_schema(responses=serializers.JourneyList)
    def list(self, request: Request) -> Response:
        """List the person's journeys, the latest first."""
        journeys = [serializers.journey_shape(journey) for journey in queries.journeys_of(self.person)]
        return Response({"journeys": journeys, "next": None, "previous": None})

    @extend_schema(request=serializers.JourneyStart, responses={201: serializers.JourneyShape})
    def create(self, request: Request) -> Response:
        """Begin a flow, go on with it, or turn the open journey into it."""
        form = serializers.JourneyStart(data=request.data)
        form.is_valid(raise_exception=True)
        try:
            journey = services.start(self.person, form.validated_data["flow"])
        except services.UnknownFlow as error:
            raise Invalid("flow", "unknown_flow", _("There is no flow of this name.")) from error
        return Response(serializers.journey_shape(journey), status=201)

    @extend_schema(responses=serializers.JourneyShape)
    def retrieve(self, request: Request, journey_id: UUID) -> Response:
        """Show where a journey stands."""
        return Response(serializers.journey_shape(self._journey(journey_id)))

    @extend_schema(request=serializers.AnswerInput, responses=serializers.AnswerSaved)
    def answer(self, request: Request, journey_id: UUID, prompt_key: str) -> Response:
        """Keep an answer: 422 when it is too short (kept as a draft), 409 when it was changed in between."""
        journey = self._journey(journey_id)
        prompt = queries.flow_of(journey.flow).prompt(prompt_key)
        if prompt is None:
            raise NotFound("prompt_not_found", _("This flow has no such prompt."))
        form = serializers.AnswerInput(data=request.data)
        form.is_valid(raise_exception=True)
        return self._save(journey, prompt, form.validated_data)

    @extend_schema(request=None, responses=serializers.JourneyShape)
    def pause(self, request: Request, journey_id: UUID) -> Response:
        """Put a journey aside."""
        return Response(serializers.journey_shape(services.pause(self.person, self._journey(journey_id))))

    @extend_schema(request=None, responses=serializers.JourneyShape)
    def resume(self, request: Request, journey_id: UUID) -> Response:
        """Go on where it was left."""
        return Response(serializers.journey_shape(services.resume(self.person, self._journey(journey_id))))

    @extend_schema(request=None, responses=serializers.JourneyShape)
    def complete(self, request: Request, journey_id: UUID) -> Response:
        """End a journey and have it read; 409 with the list of what is open."""
        try:
            journey = services.complete(self.person, self._journey(journey_id))
        except services.NotCompleted as error:
            raise not_completed(error) from error
        return Response(serializers.journey_shape(journey))

    def _journey(self, journey_id: UUID) -> Journey:
        journey = queries.journeys_of(self.person).filter(pk=journey_id).first()
        if journey is None:
            raise NotFound("journey_not_found", _("There is no such journey."))
        return journey

    def _save(self, journey: Journey, prompt: Prompt, data: dict[str, object]) -> Response:
        text, version, rating = str(data["text"]), cast(int, data["version"]), cast(int | None, data.get("rating"))
        try:
            answer = services.save_answer(self.person, journey, prompt, text=text, version=version, rating=rating)
        except services.AnswerRefused as error:
            raise refused(error.finding) from error
        except services.LostUpdate as error:
            current = serializers.AnswerShape(error.current).data
            detail = _("This answer was changed in the meantime, perhaps in another window. Both texts are here.")
            raise Problem(409, "lost_update", detail, current=current, yours=error.yours) from error
        return Response({"answer": serializers.AnswerShape(answer).data, "journey": serializers.journey_shape(journey)})


@extend_schema(tags=["ps101"])
class ContextViewSet(PersonViewSet):
    """What was understood from a journey."""

    quiet = frozenset(("retrieve",))
    serializer_class = serializers.ContextShape

    @extend_schema(request=None, responses={200: serializers.ContextShape, 202: serializers.ContextShape})
    def extract(self, request: Request) -> Response:
        """Have the answers read: 200 when nothing changed since, 202 while it is being read."""
        journey = queries.latest_journey_of(self.person)
        if journey is None:
            raise Problem(
                409,
                "ps101_not_completed",
                _("There are no answers yet. Start with the Fast Track or with Discovery."),
                open=[],
            )
        try:
            services.request_context(self.person, journey)
        except services.NotCompleted as error:
            raise not_completed(error) from error
        context = queries.context_of(self.person)
        shape = serializers.context_shape(self.person, context)
        return Response(shape, status=202 if shape["status"] == "pending" else 200)

    @extend_schema(responses=serializers.ContextShape)
    def retrieve(self, request: Request) -> Response:
        """Show what was understood so far."""
        return Response(serializers.context_shape(self.person, queries.context_of(self.person)))

    @extend_schema(request=serializers.ContextChange, responses=serializers.ContextShape)
    def partial_update(self, request: Request) -> Response:
        """Correct it: words, and what belongs in each list."""
        form = serializers.ContextChange(data=request.data)
        form.is_valid(raise_exception=True)
        context = queries.context_of(self.person)
        if context is None or context.extracted_at is None:
            raise Problem(409, "ps101_not_completed", _("There is nothing to correct yet."), open=[])
        corrections.apply(self.person, context, form.validated_data)
        return self.retrieve(request)


def not_completed(error: services.NotCompleted) -> Problem:
    """Return the problem that names what is still open."""
    detail = _("Some questions are still open. Answer them and come back.")
    return Problem(409, "ps101_not_completed", detail, open=list(error.open))


def refused(finding: Finding) -> Invalid:
    """Return the problem of an answer that is kept as a draft only."""
    return Invalid("rating" if "rating" in finding.code else "text", finding.code, words_for(finding))
