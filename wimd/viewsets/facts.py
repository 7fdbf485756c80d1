"""What is known about the person, as API."""

from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.facts import queries as fact_queries
from mosaic.facts import services as fact_services
from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.models import Fact
from mosaic.lib.problems import NotFound
from mosaic.people.http import PersonViewSet
from wimd.serializers.facts import FactChange, FactInput, FactList, FactShape, fact_shape, facts_shape


@extend_schema(tags=["wimd"])
class FactViewSet(PersonViewSet):
    """What is known about the person."""

    serializer_class = FactShape

    @extend_schema(responses=FactList)
    def list(self, request: Request) -> Response:
        """List what is known, removed facts last."""
        facts = fact_queries.facts_of(self.person).exclude(status=Status.UNSUPPORTED)
        ordered = sorted(facts, key=lambda fact: fact.status == Status.REMOVED)
        return Response({"facts": facts_shape(ordered), "next": None, "previous": None})

    @extend_schema(request=FactInput, responses={201: FactShape})
    def create(self, request: Request) -> Response:
        """State something about oneself."""
        form = FactInput(data=request.data)
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

    @extend_schema(request=FactChange, responses=FactShape)
    def partial_update(self, request: Request, fact_id: UUID) -> Response:
        """Confirm a fact, or give it other words."""
        form = FactChange(data=request.data)
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

    def _fact(self, fact_id: UUID) -> Fact:
        fact = fact_queries.facts_of(self.person).filter(pk=fact_id).first()
        if fact is None:
            raise NotFound("fact_not_found", _("There is no such fact."))
        return fact
