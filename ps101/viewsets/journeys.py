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
from ps101 import queries, services
from ps101.domain.flow import Prompt
from ps101.models import Journey
from ps101.serializers import flows as shapes
from ps101.serializers import journeys as serializers
from ps101.viewsets.problems import not_completed, refused


@extend_schema(tags=["ps101"])
class FlowViewSet(GenericViewSet):  # type: ignore[type-arg]  # flows are nobody's; read through queries
    """Flows, open to everybody."""

    authentication_classes = ()
    serializer_class = shapes.FlowShape

    @extend_schema(responses=shapes.FlowList)
    def list(self, request: Request) -> Response:
        """List the flows a journey can take."""
        flows = [shapes.flow_shape(queries.flow_of(version)) for version in queries.active_flows()]
        return Response({"flows": flows, "next": None, "previous": None})

    @extend_schema(responses=shapes.FlowShape)
    def retrieve(self, request: Request, key: str) -> Response:
        """Show one flow."""
        version = queries.active_flow(key)
        if version is None:
            raise NotFound("flow_not_found", _("There is no flow of this name."))
        return Response(shapes.flow_shape(queries.flow_of(version)))


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
        except services.NotOpenYet as error:
            detail = _(
                "This step opens once you have told what your experiment taught. What you wrote is kept as a draft."
            )
            raise Problem(409, "step_not_open", detail) from error
        except services.LostUpdate as error:
            current = serializers.AnswerShape(error.current).data
            detail = _("This answer was changed in the meantime, perhaps in another window. Both texts are here.")
            raise Problem(409, "lost_update", detail, current=current, yours=error.yours) from error
        return Response({"answer": serializers.AnswerShape(answer).data, "journey": serializers.journey_shape(journey)})
