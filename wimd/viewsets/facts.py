"""What is known about the person, as API."""

from urllib.parse import urlencode
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.facts import queries as fact_queries
from mosaic.facts import services as fact_services
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.models import Fact
from mosaic.lib.ids import uuid_in
from mosaic.lib.problems import Invalid, NotFound, Problem
from mosaic.people.http import PersonViewSet
from wimd import queries
from wimd.domain.shelves import suggested_for
from wimd.serializers import facts as shapes
from wimd.serializers.facts import FactShape, fact_shape, facts_shape

FILTERS = ("kind", "source", "status", "q")


@extend_schema(tags=["wimd"])
class FactViewSet(PersonViewSet):
    """What is known about the person."""

    serializer_class = FactShape

    @extend_schema(parameters=[shapes.FactQuery], responses=shapes.FactList)
    def list(self, request: Request) -> Response:
        """List what is known, by kind, removed facts last."""
        form = shapes.FactQuery(data=request.query_params)
        form.is_valid(raise_exception=True)
        given = form.validated_data
        wanted = queries.Wanted(**{name: given[name] for name in FILTERS if name in given})
        facts = queries.matching(queries.known_facts_of(self.person), wanted)
        try:
            page = queries.page_of(facts, cursor=given.get("cursor", ""), limit=given["limit"])
        except queries.BadCursor as error:
            raise Invalid("cursor", "bad_cursor", _("This cursor is not one of ours.")) from error
        return Response(
            {
                "facts": facts_shape(page.facts),
                "total": page.total,
                "next": self._address(request, page.following),
                "previous": self._address(request, page.preceding),
            }
        )

    def _address(self, request: Request, cursor: str | None) -> str | None:
        if cursor is None:
            return None
        given = {name: value for name, value in request.query_params.items() if name != "cursor"}
        return request.build_absolute_uri(f"{request.path}?{urlencode({**given, 'cursor': cursor})}")

    @extend_schema(request=shapes.FactInput, responses={201: FactShape})
    def create(self, request: Request) -> Response:
        """State something about oneself."""
        form = shapes.FactInput(data=request.data)
        form.is_valid(raise_exception=True)
        given = form.validated_data
        fact = fact_services.add(
            self.person,
            kind=FactKind(given["kind"]),
            label=given["label"],
            polarity=Polarity(given["polarity"]),
            lexicon_id=given.get("lexicon_id", ""),
        )
        return Response(fact_shape(fact), status=201)

    @extend_schema(parameters=[shapes.MeantQuery], responses=shapes.MeantList)
    def suggestions(self, request: Request) -> Response:
        """List the entries of the lexicon that some words may mean, the likeliest first."""
        form = shapes.MeantQuery(data=request.query_params)
        form.is_valid(raise_exception=True)
        found = suggested_for(FactKind(form.validated_data["kind"]), form.validated_data["label"])
        listed = [{"lexicon_id": one.id, "label": one.label, "meaning": one.meaning} for one in found]
        return Response({"suggestions": listed, "next": None, "previous": None})

    @extend_schema(responses=FactShape)
    def retrieve(self, request: Request, fact_id: UUID) -> Response:
        """Show one fact; a part of another is shown as that."""
        return Response(fact_shape(fact_queries.whole_of(self._fact(fact_id))))

    @extend_schema(request=shapes.FactChange, responses=FactShape)
    def partial_update(self, request: Request, fact_id: UUID) -> Response:
        """Confirm a fact, or give it other words."""
        form = shapes.FactChange(data=request.data)
        form.is_valid(raise_exception=True)
        fact = self._fact(fact_id)
        if "label" in form.validated_data:
            fact = fact_services.edit(self.person, fact, label=form.validated_data["label"])
        elif form.validated_data.get("status"):
            fact = fact_services.confirm(self.person, fact)
        return Response(fact_shape(fact))

    @extend_schema(responses=FactShape)
    def destroy(self, request: Request, fact_id: UUID) -> Response:
        """Take a fact out of everything that follows; it can be restored."""
        return Response(fact_shape(fact_services.remove(self.person, self._fact(fact_id))))

    @extend_schema(request=None, responses=FactShape)
    def restore(self, request: Request, fact_id: UUID) -> Response:
        """Bring a removed fact back."""
        return Response(fact_shape(fact_services.restore(self.person, self._fact(fact_id))))

    @extend_schema(request=shapes.MergeInput, responses=FactShape)
    def merge(self, request: Request, fact_id: UUID) -> Response:
        """Say that a fact means the same as another; its words move there. Answers with the other."""
        fact = self._fact(fact_id)
        form = shapes.MergeInput(data=request.data)
        form.is_valid(raise_exception=True)
        try:
            whole = fact_services.merge(self.person, fact, into=self._fact(uuid_in(form.validated_data["into"])))
        except fact_services.NotTheSame as error:
            detail = _("Two facts can be joined when both are of one kind and neither is left out.")
            raise Problem(409, "not_the_same", detail) from error
        return Response(fact_shape(whole))

    @extend_schema(request=None, responses=FactShape)
    def split(self, request: Request, fact_id: UUID) -> Response:
        """Make a merged fact one of its own again, with the words that were its own."""
        return Response(fact_shape(fact_services.split(self.person, self._fact(fact_id))))

    def _fact(self, fact_id: UUID | None) -> Fact:
        fact = fact_queries.facts_of(self.person).filter(pk=fact_id).first() if fact_id else None
        if fact is None:
            raise NotFound("fact_not_found", _("There is no such fact."))
        return fact
