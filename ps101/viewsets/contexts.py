"""What was understood, in the API."""

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.problems import Invalid, Problem
from mosaic.people.http import PersonViewSet
from ps101 import corrections, queries, services
from ps101.serializers import contexts as serializers
from ps101.serializers.corrections import ContextChange, Extraction
from ps101.viewsets.problems import not_completed


@extend_schema(tags=["ps101"])
class ContextViewSet(PersonViewSet):
    """What was understood from a journey."""

    quiet = frozenset(("retrieve",))
    serializer_class = serializers.ContextShape

    @extend_schema(request=Extraction, responses={200: serializers.ContextShape, 202: serializers.ContextShape})
    def extract(self, request: Request) -> Response:
        """Have the answers read: 200 when nothing changed since, 202 while it is being read."""
        form = Extraction(data=request.data)
        form.is_valid(raise_exception=True)
        journey = queries.latest_journey_of(self.person)
        if journey is None:
            raise Problem(
                409,
                "ps101_not_completed",
                _("There are no answers yet. Start with the Fast Track or with Discovery."),
                open=[],
            )
        try:
            services.request_context(self.person, journey, with_model=form.validated_data["with_model"])
        except services.NotCompleted as error:
            raise not_completed(error) from error
        context = queries.context_of(self.person)
        shape = serializers.context_shape(self.person, context)
        return Response(shape, status=202 if shape["status"] == "pending" else 200)

    @extend_schema(responses=serializers.ContextShape)
    def retrieve(self, request: Request) -> Response:
        """Show what was understood so far."""
        return Response(serializers.context_shape(self.person, queries.context_of(self.person)))

    @extend_schema(request=ContextChange, responses=serializers.ContextShape)
    def partial_update(self, request: Request) -> Response:
        """Correct it: words, and what belongs in each list."""
        form = ContextChange(data=request.data)
        form.is_valid(raise_exception=True)
        context = queries.context_of(self.person)
        if context is None or context.extracted_at is None:
            raise Problem(409, "ps101_not_completed", _("There is nothing to correct yet."), open=[])
        try:
            corrections.apply(self.person, context, form.validated_data)
        except corrections.NotTheirWords as error:
            raise Invalid("key_quotes", "not_literal", _("These words stand in none of your answers.")) from error
        return self.retrieve(request)
