"""Journeys and what was understood from them, as staff see them: progress without words."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest, HttpResponse

from mosaic.people.admin import OwnedAdmin
from ps101.models import Answer, AnswerRevision, Context, EarlierContext, Journey
from ps101.queries import active_flows, progress_by_journey


class JourneyList(ChangeList):
    """A page of journeys, with how far each is; counted for all of them at once."""

    def get_results(self, request: HttpRequest) -> None:
        """Read the rows, and how much of each is answered."""
        super().get_results(request)
        rows = list(self.result_list)
        found = progress_by_journey(rows)
        for row in rows:
            row.answered_of_all = found[row.pk]
        self.result_list = rows


@admin.register(Journey)
class JourneyAdmin(OwnedAdmin[Journey]):
    """How far people came."""

    list_display = ("__str__", "person", "flow", "status", "progress", "created_at", "completed_at")
    list_filter = ("status", "flow__key")
    list_select_related = ("person", "flow")
    change_list_template = "admin/ps101/journey/change_list.html"

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> HttpResponse:
        """List journeys, with the way to how far they come together."""
        return super().changelist_view(request, {"flows_in_use": active_flows(), **(extra_context or {})})

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[ChangeList]:
        """Return the list that counts."""
        return JourneyList

    @admin.display(description="progress")
    def progress(self, journey: Journey) -> str:
        """Return answered of all."""
        answered, total = journey.answered_of_all  # type: ignore[attr-defined]  # set by JourneyList
        return f"{answered} of {total}"


@admin.register(Answer)
class AnswerAdmin(OwnedAdmin[Answer]):
    """Answers by prompt, length and version."""

    list_display = ("__str__", "person", "prompt_key", "length", "version", "saved_at")
    list_filter = ("prompt_key",)


@admin.register(AnswerRevision)
class AnswerRevisionAdmin(OwnedAdmin[AnswerRevision]):
    """Earlier texts."""

    list_display = ("__str__", "person", "version", "created_at")


@admin.register(Context)
class ContextAdmin(OwnedAdmin[Context]):
    """What was understood, with where it came from."""

    list_display = (
        "__str__", "person", "state", "source", "model", "prompt", "flow_name", "is_provisional", "degraded",
        "extracted_at", "confirmed_at", "attempts", "error", "waits_since", "queued_at",
    )  # fmt: skip
    list_filter = (
        "state", "error", "source", "is_provisional", "degraded", "model", "prompt", "flow_name", "extracted_at",
    )  # fmt: skip


@admin.register(EarlierContext)
class EarlierContextAdmin(OwnedAdmin[EarlierContext]):
    """Earlier readings."""

    list_display = ("__str__", "person", "source", "model", "prompt", "flow_name", "is_provisional", "extracted_at")
    list_filter = ("source", "is_provisional", "model", "prompt", "flow_name")
