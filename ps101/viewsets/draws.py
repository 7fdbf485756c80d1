"""What matters most, and what draws somebody, in the API."""

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.problems import Invalid, Problem
from mosaic.people.http import PersonViewSet
from ps101.domain.orders import Took
from ps101.serializers import draws as shapes
from ps101.services import draws as services


@extend_schema(tags=["wimd"])
class PreferencesViewSet(PersonViewSet):
    """Choices between two working weeks."""

    serializer_class = shapes.PreferencesShape

    @extend_schema(operation_id="wimd_preferences", responses=shapes.PreferencesShape)
    def retrieve(self, request: Request) -> Response:
        """Show what is asked next, what was chosen, and what it says."""
        return Response(shapes.preferences_shape(self.person))

    @extend_schema(request=shapes.ChoiceInput, responses=shapes.PreferencesShape)
    def create(self, request: Request) -> Response:
        """Take one of two weeks, or neither: 409 when this number was chosen differently, 422 when it is not asked."""
        form = shapes.ChoiceInput(data=request.data)
        form.is_valid(raise_exception=True)
        number, chosen, left = (form.validated_data[name] for name in ("number", "chosen", "left"))
        try:
            services.choose(self.person, number=number, took=Took(chosen), left=left)
        except services.ChosenOtherwise as error:
            detail = _("This choice was made before, perhaps in another window. Take it back to choose again.")
            raise Problem(409, "chosen_otherwise", detail, current=shapes.preferences_shape(self.person)) from error
        except services.NotAsked as error:
            raise Invalid("number", "not_asked", _("No choice with this number is open.")) from error
        return self.retrieve(request)

    @extend_schema(request=None, responses=shapes.PreferencesShape)
    def undo(self, request: Request) -> Response:
        """Take the last choice back."""
        services.unchoose(self.person)
        return self.retrieve(request)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request) -> Response:
        """Take all choices back, to begin again."""
        services.forget_choices(self.person)
        return Response(status=204)


@extend_schema(tags=["wimd"])
class InterestsViewSet(PersonViewSet):
    """How much things to do are liked."""

    serializer_class = shapes.InterestsShape

    @extend_schema(operation_id="wimd_interests", responses=shapes.InterestsShape)
    def retrieve(self, request: Request) -> Response:
        """Show what is asked next, what was said, and what it says."""
        return Response(shapes.interests_shape(self.person))

    @extend_schema(request=shapes.LikingInput, responses=shapes.InterestsShape)
    def create(self, request: Request) -> Response:
        """Say how much one thing is liked, or pass it over with null; saying it again replaces it."""
        form = shapes.LikingInput(data=request.data)
        form.is_valid(raise_exception=True)
        try:
            services.like(self.person, **form.validated_data)
        except services.NotAsked as error:
            raise Invalid("statement", "not_asked", _("There is no such thing to do on the list.")) from error
        return self.retrieve(request)

    @extend_schema(request=None, responses=shapes.InterestsShape)
    def undo(self, request: Request) -> Response:
        """Take the last one back."""
        services.unlike(self.person)
        return self.retrieve(request)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request) -> Response:
        """Take all of them back, to begin again."""
        services.forget_likings(self.person)
        return Response(status=204)
