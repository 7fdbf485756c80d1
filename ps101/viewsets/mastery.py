"""What came of a journey, in the API: a commitment, what was gained, all of it on paper, and two runs side by side."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.ids import uuid_in
from mosaic.lib.pdf import MissingGlyphs, paper_for
from mosaic.lib.problems import Invalid, NotFound, Problem
from mosaic.people.http import PersonViewSet
from mosaic.people.identity import spend
from ps101 import queries
from ps101.models import Commitment, Journey
from ps101.queries import results
from ps101.serializers import mastery as shapes
from ps101.serializers import summary as summaries
from ps101.serializers.experiments import CommitmentShape
from ps101.services import closing
from ps101.words.closing import doubt_words

FORMATS = ["json", "pdf"]


class JourneyFinder(PersonViewSet):
    """Finds a person's journey; any other id is nobody's."""

    def journey(self, journey_id: UUID | None) -> Journey:
        """Return it as it is now."""
        found = queries.journeys_of(self.person).filter(pk=journey_id).first() if journey_id else None
        if found is None:
            raise NotFound("journey_not_found", _("There is no such journey."))
        return found


@extend_schema(tags=["ps101"])
class CommitmentViewSet(JourneyFinder):
    """What somebody will do this week."""

    serializer_class = CommitmentShape

    @extend_schema(responses=CommitmentShape)
    def retrieve(self, request: Request, journey_id: UUID) -> Response:
        """Show what somebody committed to."""
        return Response(shapes.commitment_shape(self._commitment(journey_id)))

    @extend_schema(request=shapes.CommitmentInput, responses=CommitmentShape)
    def update(self, request: Request, journey_id: UUID) -> Response:
        """Commit to something; said again, it is changed. It is due on its day."""
        journey = self.journey(journey_id)
        form = shapes.CommitmentInput(data=request.data)
        form.is_valid(raise_exception=True)
        try:
            made = closing.commit(self.person, journey, **form.validated_data)
        except closing.Doubtful as error:
            field = "day" if error.doubt.startswith("day") else "week"
            raise Invalid(field, error.doubt, doubt_words(error.doubt)) from error
        return Response(shapes.commitment_shape(made))

    @extend_schema(request=None, responses=CommitmentShape)
    def finish(self, request: Request, journey_id: UUID) -> Response:
        """Note that it is done."""
        return Response(shapes.commitment_shape(closing.finish(self.person, self._commitment(journey_id))))

    @extend_schema(request=None, responses=CommitmentShape)
    def reopen(self, request: Request, journey_id: UUID) -> Response:
        """Take back that it is done."""
        return Response(shapes.commitment_shape(closing.reopen(self.person, self._commitment(journey_id))))

    def _commitment(self, journey_id: UUID) -> Commitment:
        made = queries.commitment_of(self.journey(journey_id))
        if made is None:
            raise NotFound("commitment_not_found", _("Nothing is committed to yet."))
        return made


@extend_schema(tags=["ps101"])
class MasteryViewSet(JourneyFinder):
    """What was gained, and how it compares."""

    serializer_class = shapes.MasteryShape

    @extend_schema(responses=shapes.MasteryShape)
    def mastery(self, request: Request) -> Response:
        """Show skills gained, confidence, what was tried, momentum, what is next and the week's commitment."""
        return Response(shapes.mastery_shape(self.person))

    @extend_schema(
        parameters=[OpenApiParameter("format", enum=FORMATS)],
        responses={
            (200, "application/json"): summaries.SummaryShape,
            (200, "application/pdf"): OpenApiTypes.BINARY,
        },
    )
    def summary(self, request: Request, journey_id: UUID) -> HttpResponse:
        """Show everything of a journey, or download it as PDF."""
        journey = self.journey(journey_id)
        named = request.query_params.get("format", "json")
        if named not in FORMATS:
            raise Invalid("format", "unknown_format", _("A summary comes as json or pdf."))
        return self._pdf(journey) if named == "pdf" else Response(summaries.summary_shape(journey))

    @extend_schema(
        parameters=[OpenApiParameter("then", OpenApiTypes.UUID), OpenApiParameter("now", OpenApiTypes.UUID)],
        responses=summaries.ComparisonShape,
    )
    def compare(self, request: Request) -> Response:
        """Show two runs side by side: the first and the last unless others are named; 409 while there is only one."""
        asked = [request.query_params.get(name) for name in ("then", "now")]
        named = [self.journey(uuid_in(one)) if one is not None else None for one in asked]
        runs = results.runs_of(self.person)
        if len(runs) < 2:
            detail = _("There is one run so far. A second one makes it possible to compare.")
            raise Problem(409, "one_run_only", detail, next="POST /ps101/journeys")
        chosen = (named[0] or runs[0], named[1] or runs[-1])
        then, now = sorted(chosen, key=lambda run: run.created_at)
        return Response(summaries.comparison_shape(then, now))

    def _pdf(self, journey: Journey) -> HttpResponse:
        spend("exports", str(self.person.pk))
        try:
            made = closing.print_journey(journey, paper_for(self.person.region))
        except MissingGlyphs as error:
            detail = _("No font here can draw “%(letters)s”. As JSON the text comes as it is.")
            words = detail % {"letters": error.letters}
            raise Problem(422, "missing_glyphs", words, letters=error.letters, formats=["json"]) from error
        disposition = content_disposition_header(as_attachment=True, filename=made.name) or "attachment"
        return HttpResponse(made.content, "application/pdf", headers={"Content-Disposition": disposition})
