"""Saying how Mosaic is, as API."""

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.problems import Invalid
from mosaic.people.http import PersonViewSet
from wimd import queries, services
from wimd.domain.feedback import Question
from wimd.serializers.feedback import FeedbackAnswer, FeedbackInput, feedback_shape
from wimd.services.feedback import NothingSaid


@extend_schema(tags=["wimd"])
class FeedbackViewSet(PersonViewSet):
    """What a person says of Mosaic: one answer, that can be changed and taken back."""

    serializer_class = FeedbackAnswer

    @extend_schema(responses=FeedbackAnswer)
    def retrieve(self, request: Request) -> Response:
        """Show what was said."""
        return Response(feedback_shape(queries.feedback_of(self.person)))

    @extend_schema(request=FeedbackInput, responses=FeedbackAnswer)
    def update(self, request: Request) -> Response:
        """Say it, in the place of what was said before."""
        form = FeedbackInput(data=request.data)
        form.is_valid(raise_exception=True)
        given = form.validated_data
        ratings = {name.value: given[name] for name in Question if given.get(name) is not None}
        try:
            feedback = services.give_feedback(self.person, ratings=ratings, words=given.get("words", ""))
        except NothingSaid as error:
            raise Invalid("words", "nothing_said", _("One number or one word is enough.")) from error
        return Response(feedback_shape(feedback))

    @extend_schema(responses={204: None})
    def destroy(self, request: Request) -> Response:
        """Take it back; the sums of everybody follow."""
        services.take_feedback_back(self.person)
        return Response(status=204)
