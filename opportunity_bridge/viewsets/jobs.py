"""One posting: looking at it, pasting one, keeping it, putting it out of sight."""

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.facts.queries import profile_of
from mosaic.lib.problems import Invalid, NotFound, Problem
from mosaic.people.http import PersonViewSet
from opportunity_bridge import queries, serializers, services
from opportunity_bridge.domain.raising import raises_of
from opportunity_bridge.models import Interest, Job


@extend_schema(tags=["opportunity bridge"])
class JobViewSet(PersonViewSet):
    """A posting."""

    serializer_class = serializers.JobDetail

    @extend_schema(responses=serializers.JobDetail)
    def retrieve(self, request: Request, job_id: UUID) -> Response:
        """Show a posting and its fit, requirement by requirement."""
        return Response(self._detail(self._job(job_id)))

    @extend_schema(request=serializers.PostingInput, responses={201: serializers.JobDetail})
    def create(self, request: Request) -> Response:
        """Keep a posting of one's own: a text or a page. An address alone is never fetched."""
        form = serializers.PostingInput(data=request.data)
        form.is_valid(raise_exception=True)
        given = {name: value for name, value in form.validated_data.items() if value}
        if given.pop("url", "") and not (given.get("text") or given.get("html")):
            raise unsupported_url()
        return Response(self._detail(self._paste(given)), status=201)

    @extend_schema(request=None, responses=serializers.InterestShape)
    def save(self, request: Request, job_id: UUID) -> Response:
        """Keep a posting."""
        job = self._job(job_id)
        services.save(self.person, job)
        return Response(serializers.interest_shape(job, Interest.State.SAVED))

    @extend_schema(request=None, responses=serializers.InterestShape)
    def unsave(self, request: Request, job_id: UUID) -> Response:
        """Take back what was decided about a posting."""
        job = self._job(job_id)
        services.unsave(self.person, job)
        return Response(serializers.interest_shape(job, None))

    @extend_schema(request=serializers.HideInput, responses=serializers.InterestShape)
    def hide(self, request: Request, job_id: UUID) -> Response:
        """Put a posting out of sight."""
        form = serializers.HideInput(data=request.data)
        form.is_valid(raise_exception=True)
        job = self._job(job_id)
        services.hide(self.person, job, reason=form.validated_data.get("reason", ""))
        return Response(serializers.interest_shape(job, Interest.State.HIDDEN))

    def _job(self, job_id: UUID) -> Job:
        job = queries.job_for(self.person, job_id)
        if job is None:
            raise NotFound("job_not_found", _("There is no such posting."))
        return job

    def _paste(self, given: dict[str, str]) -> Job:
        try:
            return services.paste_posting(self.person, **given)
        except services.TooShort as error:
            numbers = {"found": error.found, "needed": error.needed}
            detail = _("%(found)d characters so far; from %(needed)d on there is something to read.") % numbers
            raise Invalid("text", "too_short", detail) from error
        except services.TooLong as error:
            raise Problem(413, "request_too_large", _("This is longer than a posting can be.")) from error
        except services.EmptyPosting as error:
            raise Invalid(
                "html", "empty", _("No words could be found in this page. Paste its text instead.")
            ) from error

    def _detail(self, job: Job) -> dict[str, object]:
        profile, weights = profile_of(self.person), queries.weights_of(self.person)
        seen = services.seen(self.person, profile, [job])[0]
        raises = raises_of(profile, seen.posting, seen.fit, weights, self.person.region)
        shown = serializers.job_shape(seen, queries.details_of(job), timezone.localdate())
        return {"job": shown, "fit": serializers.fit_shape(seen, raises)}


def unsupported_url() -> Invalid:
    """Return the problem of an address that is not fetched."""
    detail = _("Addresses are not fetched here. Open the page, copy its text and paste that.")
    return Invalid("url", "unsupported_url", detail)
