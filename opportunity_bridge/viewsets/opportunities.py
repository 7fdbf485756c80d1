"""Lists: what fits, what was saved, which kinds of work are within reach, where things stand."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.facts.domain.profile import Profile
from mosaic.facts.queries import profile_of
from mosaic.journal.queries import open_reminders_of
from mosaic.lib.problems import Invalid, Problem
from mosaic.people.http import PersonViewSet
from opportunity_bridge import queries, serializers, services
from opportunity_bridge.domain.occupations import reachable
from opportunity_bridge.domain.parts import USUAL, Part
from opportunity_bridge.services.listing import PAGE, BadCursor, Filters, Listing, StaleCursor

FIRST_STEP = "POST /ps101/journeys"
# What matching reads about a person, in the order it is worth telling.
TOLD_BY = ("skills", "roles", "roles_wanted", "values", "location", "remote", "pay")


@extend_schema(tags=["opportunity bridge"])
class OpportunityViewSet(PersonViewSet):
    """What a person sees of the world of work."""

    serializer_class = serializers.OpportunityList

    @extend_schema(parameters=[serializers.OpportunityQuery], responses=serializers.OpportunityList)
    def list(self, request: Request) -> Response:
        """List postings, the best fit first; before anything is known, the newest, and what to tell first."""
        form = serializers.OpportunityQuery(data=request.query_params)
        form.is_valid(raise_exception=True)
        given = form.validated_data
        filters = Filters(
            **{name: given[name] for name in ("q", "field", "remote", "source", "min_fit") if name in given}
        )
        try:
            page = services.listing(
                self.person, filters, cursor=given.get("cursor", ""), limit=given.get("limit", PAGE)
            )
        except BadCursor as error:
            raise Invalid("cursor", "bad_cursor", _("This cursor is not one of ours.")) from error
        except StaleCursor as error:
            detail = _("The order has changed since that page. Ask for the first page again.")
            raise Problem(409, "order_changed", detail) from error
        return Response(self._page(request, page))

    def _page(self, request: Request, page: Listing) -> dict[str, object]:
        """Return a page; in a fresh session `next` names the first step, and `cursor` goes on through the list."""
        following = self._address(request, page.following)
        alternatives = [serializers.occupation_shape(one) for one in page.alternatives]
        return {
            "opportunities": [serializers.opportunity_shape(one) for one in page.items],
            "total": page.total,
            "missing": missing_in(page.profile),
            "alternatives": {"occupations": alternatives} if alternatives else {},
            "cursor": page.following or None,
            "next": FIRST_STEP if page.profile.is_empty else following,
            "previous": self._address(request, page.preceding),
        }

    def _address(self, request: Request, cursor: str) -> str | None:
        if not cursor:
            return None
        given = {name: value for name, value in request.query_params.items() if name != "cursor"}
        return request.build_absolute_uri(f"{request.path}?{urlencode({**given, 'cursor': cursor})}")

    @extend_schema(responses=serializers.MatchList)
    def matches(self, request: Request) -> Response:
        """List what the person saved, each with its fit as it is now."""
        jobs = [interest.job for interest in queries.saved_jobs_of(self.person)]
        found = services.seen(self.person, profile_of(self.person), jobs)
        shapes = [serializers.opportunity_shape(one) for one in found]
        return Response({"matches": shapes, "next": None, "previous": None})

    @extend_schema(responses=serializers.OccupationList)
    def occupations(self, request: Request) -> Response:
        """List kinds of work within reach: what carries over and by which words, what is missing, a first test."""
        profile = profile_of(self.person)
        shapes = [serializers.occupation_shape(one) for one in reachable(profile)]
        first_step = FIRST_STEP if profile.is_empty else None
        return Response({"occupations": shapes, "missing": missing_in(profile), "next": first_step, "previous": None})

    @extend_schema(responses=serializers.StatusShape)
    def status(self, request: Request) -> Response:
        """Show where the person stands: applied for, still available, and each application."""
        applications = list(queries.applications_of(self.person).prefetch_related("events"))
        due = {reminder.subject_id: reminder for reminder in open_reminders_of(self.person)}
        profile = profile_of(self.person)
        applied = [one.job for one in applications if one.job]
        page = services.listing(self.person, Filters())
        taken = {job.pk for job in applied}
        return Response(
            {
                "applied": [serializers.opportunity_shape(one) for one in services.seen(self.person, profile, applied)],
                "available": [serializers.opportunity_shape(one) for one in page.items if one.job.pk not in taken],
                "applications": [
                    serializers.application_shape(one, one.events.all(), due.get(one.pk)) for one in applications
                ],
            }
        )

    @extend_schema(request=serializers.WeightsInput, responses=serializers.WeightsShape)
    def weights(self, request: Request) -> Response:
        """Say how much each part counts; parts that are not named stay as they are."""
        form = serializers.WeightsInput(data=request.data)
        form.is_valid(raise_exception=True)
        given = dict(form.validated_data)
        if given.pop("reset", False):
            services.reset_weights(self.person)
        else:
            self._set(given)
        now = queries.weights_of(self.person)
        return Response({"weights": {part.value: weight for part, weight in now.items()}, "usual": dict(now) == USUAL})

    def _set(self, given: dict[str, int]) -> None:
        try:
            services.set_weights(self.person, weights={Part(name): weight for name, weight in given.items()})
        except services.NothingCounts as error:
            raise Invalid("skills", "nothing_counts", _("At least one part counts for something.")) from error


def missing_in(profile: Profile) -> list[str]:
    """Return what nothing is known of yet, as names of the profile's parts."""
    return [name for name in TOLD_BY if not getattr(profile, name)]
