"""Applications: where they stand, what happened, what to note."""

from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.journal.queries import open_reminders_of
from mosaic.lib.problems import NotFound, Problem
from mosaic.people.http import PersonViewSet
from opportunity_bridge import queries, serializers, services
from opportunity_bridge.domain.stages import Stage
from opportunity_bridge.models import Application


@extend_schema(tags=["opportunity bridge"])
class ApplicationViewSet(PersonViewSet):
    """An application."""

    serializer_class = serializers.ApplicationShape

    @extend_schema(responses=serializers.ApplicationShape)
    def retrieve(self, request: Request, application_id: UUID) -> Response:
        """Show where an application stands."""
        return Response(self._shape(self._application(application_id)))

    @extend_schema(request=serializers.ApplicationChange, responses=serializers.ApplicationShape)
    def partial_update(self, request: Request, application_id: UUID) -> Response:
        """Move it, note something, or take the last move back."""
        form = serializers.ApplicationChange(data=request.data)
        form.is_valid(raise_exception=True)
        application = self._application(application_id)
        self._change(application, form.validated_data)
        return Response(self._shape(self._application(application_id)))

    @extend_schema(responses=serializers.EventList)
    def events(self, request: Request, application_id: UUID) -> Response:
        """List everything that happened, in order."""
        application = self._application(application_id)
        events = serializers.EventShape(application.events.all(), many=True).data
        return Response({"events": events, "next": None, "previous": None})

    def _application(self, application_id: UUID) -> Application:
        application = queries.applications_of(self.person).filter(pk=application_id).first()
        if application is None:
            raise NotFound("application_not_found", _("There is no such application."))
        return application

    def _change(self, application: Application, given: dict[str, object]) -> None:
        try:
            if given.get("undo"):
                services.undo(self.person, application)
            elif "stage" in given:
                stage, words = Stage(str(given["stage"])), str(given.get("words", ""))
                services.move_stage(self.person, application, stage=stage, words=words)
        except services.StageRefused as error:
            raise Problem(
                409, "stage_unchanged", _("It stands there already, or there is nothing to take back.")
            ) from error
        except services.AnotherUnderWay as error:
            detail = _("Another application for this posting is under way. Close that one first.")
            raise Problem(409, "another_under_way", detail) from error
        if "notes" in given:
            services.set_notes(self.person, application, notes=str(given["notes"]))

    def _shape(self, application: Application) -> dict[str, object]:
        reminder = open_reminders_of(self.person).filter(subject_id=application.pk).first()
        return serializers.application_shape(application, application.events.all(), reminder)
