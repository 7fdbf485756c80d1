"""The delta, as API: where somebody stands, what it stands against, and small tests."""

from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.crypto import digest
from mosaic.lib.ids import uuid_in
from mosaic.lib.problems import Invalid, NotFound
from mosaic.people.http import PersonViewSet
from ps101.serializers.experiments import ExperimentShape, experiment_shape
from wimd import queries, services
from wimd.domain.delta import Bridge, Dimension
from wimd.serializers.delta import analysis_shape, target_answer
from wimd.serializers.delta_shapes import AnalysisAnswer, BridgeInput, TargetAnswer, TargetInput, TestInput


@extend_schema(tags=["wimd"])
class DeltaViewSet(PersonViewSet):
    """Where somebody stands, and where they want to be."""

    quiet = frozenset(("retrieve",))
    serializer_class = AnalysisAnswer

    @extend_schema(responses=AnalysisAnswer)
    def retrieve(self, request: Request) -> HttpResponseBase:
        """Show the delta, its evidence, its tests, and how it stood before; the ETag changes when any of it does."""
        delta = queries.delta_of(self.person)
        services.keep_analysis(self.person, delta)
        body = analysis_shape(self.person, delta)
        etag = f'"{digest(JSONRenderer().render(body).decode())}"'
        response = Response(body, headers={"ETag": etag})
        patch_cache_control(response, private=True, no_cache=True)
        return get_conditional_response(request._request, etag, response=response) or response

    @extend_schema(request=TestInput, responses={201: ExperimentShape})
    def take(self, request: Request) -> Response:
        """Make a dimension's smallest test a small experiment; twice is one."""
        form = TestInput(data=request.data)
        form.is_valid(raise_exception=True)
        try:
            experiment = services.take_test(self.person, Dimension(form.validated_data["dimension"]))
        except services.NoTest as error:
            raise NotFound("no_test", _("Too little is known for a small test here.")) from error
        return Response(experiment_shape(experiment), status=201)

    @extend_schema(responses={204: None})
    def leave(self, request: Request, dimension: str) -> Response:
        """Put the experiment away that a smallest test was made."""
        try:
            services.leave_test(self.person, Dimension(dimension))
        except (ValueError, services.NoTest) as error:
            raise NotFound("no_test", _("No experiment was made of this.")) from error
        return Response(status=204)


@extend_schema(tags=["wimd"])
class TargetViewSet(PersonViewSet):
    """What the delta stands against, and what is done about skills it asks for."""

    serializer_class = TargetAnswer

    @extend_schema(parameters=[OpenApiParameter("q", str)], responses=TargetAnswer)
    def retrieve(self, request: Request) -> Response:
        """Show the target, the postings one could aim at, and kinds of work whose names hold the words of `q`."""
        return self._shown(request.query_params.get("q", ""))

    @extend_schema(request=TargetInput, responses=TargetAnswer)
    def update(self, request: Request) -> Response:
        """Choose a kind of work, words of one's own or a kept posting; with none of them, leave what was chosen."""
        form = TargetInput(data=request.data)
        form.is_valid(raise_exception=True)
        given = {name: value for name, value in form.validated_data.items() if value}
        if len(given) > 1:
            raise Invalid(sorted(given)[1], "one_only", _("Name one thing to aim at."))
        try:
            self._choose(given)
        except services.UnknownOccupation as error:
            raise Invalid("occupation", "unknown_occupation", _("There is no such kind of work here.")) from error
        except services.UnknownTarget as error:
            raise NotFound("target_not_found", _("There is no such posting among those you keep.")) from error
        return self._shown("")

    @extend_schema(responses=TargetAnswer)
    def destroy(self, request: Request) -> Response:
        """Let one's own words say again what is wanted."""
        services.leave_target(self.person)
        return self._shown("")

    @extend_schema(request=BridgeInput, responses=TargetAnswer)
    def bridge(self, request: Request, skill: str) -> Response:
        """Say what one sets out to do about a skill: show it, learn it, ask somebody, leave it out; null takes it back."""
        form = BridgeInput(data=request.data)
        form.is_valid(raise_exception=True)
        choice = form.validated_data["choice"]
        try:
            services.bridge(self.person, skill, Bridge(choice) if choice else None)
        except services.UnknownSkill as error:
            raise NotFound("skill_not_found", _("There is no such skill here.")) from error
        return self._shown("")

    def _choose(self, given: dict[str, str]) -> None:
        match next(iter(given.items()), ("", "")):
            case "occupation", occupation:
                services.choose_occupation(self.person, occupation)
            case "label", label:
                services.choose_words(self.person, label)
            case "saved", named:
                found = uuid_in(named)
                if found is None:
                    raise services.UnknownTarget
                services.choose_saved(self.person, found)
            case _:
                services.leave_target(self.person)

    def _shown(self, asked: str) -> Response:
        found = queries.occupations_named(asked)
        return Response(
            target_answer(queries.delta_of(self.person, beyond=False), queries.targets_of(self.person), found)
        )
