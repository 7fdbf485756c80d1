"""Flows, journeys and contexts, as staff see them: progress without words."""

from django.contrib import admin

from mosaic.people.admin import OwnedAdmin, ReadOnlyAdmin
from ps101.models import Answer, AnswerRevision, Context, FlowVersion, Journey
from ps101.queries import standing_in


@admin.register(FlowVersion)
class FlowVersionAdmin(ReadOnlyAdmin[FlowVersion]):
    """Versions of flows."""

    list_display = ("key", "version", "is_active", "loaded_at")
    list_filter = ("key", "is_active")


@admin.register(Journey)
class JourneyAdmin(OwnedAdmin[Journey]):
    """How far people came."""

    list_display = ("__str__", "person", "flow", "status", "progress", "created_at", "completed_at")
    list_filter = ("status", "flow__key")
    list_select_related = ("person", "flow")

    @admin.display(description="progress")
    def progress(self, journey: Journey) -> str:
        """Return answered of all."""
        answered, total = standing_in(journey).progress
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
        "__str__",
        "person",
        "state",
        "source",
        "is_provisional",
        "extracted_at",
        "confirmed_at",
        "attempts",
        "error",
    )
    list_filter = ("state", "source", "is_provisional")
