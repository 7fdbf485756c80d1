"""What is worth asking, as API."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.people.http import PersonViewSet
from wimd import services
from wimd.queries.short_form import filled_of
from wimd.serializers.agenda import AgendaShape, ShortFormShape, agenda_shape, answers_given


@extend_schema(tags=["wimd"])
class AgendaViewSet(PersonViewSet):
    """What nobody knows yet and what an answer would change, and the short form to answer it."""

    serializer_class = AgendaShape

    @extend_schema(responses=AgendaShape)
    def retrieve(self, request: Request) -> Response:
        """List what is unknown, what changes most first, and what the short form holds."""
        return Response(agenda_shape(self.person))

    @extend_schema(request=ShortFormShape, responses=AgendaShape)
    def partial_update(self, request: Request) -> Response:
        """Fill in some fields; those that are not named stay as they are."""
        form = ShortFormShape(data=request.data)
        form.is_valid(raise_exception=True)
        services.fill_in(self.person, answers_given(filled_of(self.person).answers, form.validated_data))
        return Response(agenda_shape(self.person))
