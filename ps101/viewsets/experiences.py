"""What somebody has done, in the API."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.problems import Invalid, NotFound, Problem
from mosaic.people.http import PersonViewSet
from ps101 import queries
from ps101.domain.experiences import Account
from ps101.models import Experience
from ps101.serializers import experiences as shapes
from ps101.services import experiences as services
from ps101.words.experiences import unclear_words


@extend_schema(tags=["wimd"])
class ExperienceViewSet(PersonViewSet):
    """What somebody has done, paid or unpaid."""

    serializer_class = shapes.ExperienceShape

    @extend_schema(responses=shapes.ExperienceList)
    def list(self, request: Request) -> Response:
        """List what the person has done with what it shows, the latest told first."""
        experiences = shapes.experience_shapes(self.person, queries.experiences_of(self.person))
        due = queries.needs_experiences(self.person)
        return Response({"experiences": experiences, "questions_due": due, "next": None, "previous": None})

    @extend_schema(request=shapes.ExperienceInput, responses={201: shapes.ExperienceShape})
    def create(self, request: Request) -> Response:
        """Tell of something done; the same told twice is one."""
        form = shapes.ExperienceInput(data=request.data)
        form.is_valid(raise_exception=True)
        try:
            return self._shown(services.tell(self.person, Account(**form.validated_data)), 201)
        except services.NotClear as error:
            raise _not_clear(error) from error

    @extend_schema(responses=shapes.ExperienceShape)
    def retrieve(self, request: Request, experience_id: UUID) -> Response:
        """Show one with what it shows."""
        return self._shown(self._experience(experience_id))

    @extend_schema(request=shapes.ExperienceChange, responses=shapes.ExperienceShape)
    def partial_update(self, request: Request, experience_id: UUID) -> Response:
        """Tell it differently: 409 with what was saved when it was changed in between."""
        experience = self._experience(experience_id)
        form = shapes.ExperienceChange(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        version = form.validated_data.pop("version", experience.version)
        account = replace(queries.account_of(experience), **form.validated_data)
        try:
            return self._shown(services.change(self.person, experience, version=version, account=account))
        except services.NotClear as error:
            raise _not_clear(error) from error
        except services.ToldMeanwhile as error:
            detail = _("This was changed in the meantime, perhaps in another window. Both are here.")
            current = shapes.experience_shapes(self.person, [error.current])[0]
            raise Problem(409, "lost_update", detail, current=current, yours=request.data) from error

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, experience_id: UUID) -> Response:
        """Delete it with what rested on its words alone."""
        services.remove(self.person, self._experience(experience_id))
        return Response(status=204)

    @extend_schema(request=None, responses={204: None})
    def pass_questions(self, request: Request) -> Response:
        """Leave the two short questions aside; they are not asked again."""
        services.pass_questions(self.person)
        return Response(status=204)

    def _experience(self, experience_id: UUID) -> Experience:
        found = queries.experiences_of(self.person).filter(pk=experience_id).first()
        if found is None:
            raise NotFound("experience_not_found", _("There is no such experience."))
        return found

    def _shown(self, experience: Experience, status: int = 200) -> Response:
        return Response(shapes.experience_shapes(self.person, [experience])[0], status=status)


def _not_clear(error: services.NotClear) -> Invalid:
    field, unclear = next(iter(error.unclear.items()))
    return Invalid(field, unclear, unclear_words(field, unclear))
