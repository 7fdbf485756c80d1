"""Weekly check-ins, as API."""

from dataclasses import replace

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.problems import Invalid, NotFound
from mosaic.people.http import PersonViewSet
from wimd import queries, services
from wimd.domain.checkins import Account
from wimd.serializers.checkins import CheckInInput, CheckInList, CheckInShape, checkin_shape
from wimd.services.checkins import NothingSaid


@extend_schema(tags=["wimd"])
class CheckInViewSet(PersonViewSet):
    """Weekly check-ins: one a week, the latest can be changed and taken back."""

    serializer_class = CheckInShape

    @extend_schema(responses=CheckInList)
    def list(self, request: Request) -> Response:
        """List what was said of each week, the latest first."""
        checkins = [checkin_shape(self.person, one) for one in queries.checkins_of(self.person)]
        return Response({"checkins": checkins, "next": None, "previous": None})

    @extend_schema(request=CheckInInput, responses={200: CheckInShape, 201: CheckInShape})
    def create(self, request: Request) -> Response:
        """Say how this week was; said again in the same week, it is changed and the answer is 200."""
        given = self._given(request)
        reminds = bool(given.pop("remind", False))
        try:
            checkin, is_new = services.check_in(self.person, Account(**given), reminds=reminds)  # type: ignore[arg-type]  # checked by CheckInInput
        except NothingSaid as error:
            raise nothing_said() from error
        return Response(checkin_shape(self.person, checkin), status=201 if is_new else 200)

    @extend_schema(request=CheckInInput, responses=CheckInShape)
    def partial_update(self, request: Request) -> Response:
        """Change the latest one; what is not sent stays."""
        given, latest = self._given(request), queries.latest_checkin_of(self.person)
        if latest is None:
            raise no_check_in()
        reminds = given.pop("remind", None)
        account = replace(queries.account_in(latest), **given)  # type: ignore[arg-type]  # checked by CheckInInput
        try:
            changed = services.change_check_in(self.person, account, reminds=None if reminds is None else bool(reminds))
        except NothingSaid as error:
            raise nothing_said() from error
        return Response(checkin_shape(self.person, changed))

    @extend_schema(responses={204: None})
    def destroy(self, request: Request) -> Response:
        """Take the latest one back, with what rested on its words alone."""
        try:
            services.remove_check_in(self.person)
        except services.NoCheckIn as error:
            raise no_check_in() from error
        return Response(status=204)

    def _given(self, request: Request) -> dict[str, object]:
        form = CheckInInput(data=request.data)
        form.is_valid(raise_exception=True)
        return dict(form.validated_data)


def nothing_said() -> Invalid:
    """Return the answer to a check-in without a word and without a number."""
    return Invalid("moved", "nothing_said", _("One of the three answers or the energy is enough."))


def no_check_in() -> NotFound:
    """Return the answer where there is nothing to change."""
    return NotFound("checkin_not_found", _("There is no check-in yet."))
