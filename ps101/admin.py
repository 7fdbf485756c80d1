"""Flows, journeys and contexts, as staff see them: progress without words."""

from django.contrib import admin

from mosaic.people.admin import OwnedAdmin, ReadOnlyAdmin
from ps101.models import (
    Action,
    Answer,
    AnswerRevision,
    Commitment,
    Context,
    EarlierContext,
    Experience,
    Experiment,
    FlowVersion,
    InterestAnswer,
    Journey,
    Obstacle,
    PreferenceChoice,
    Reflection,
)
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
        "__str__", "person", "state", "source", "model", "prompt", "flow_name", "is_provisional", "degraded",
        "extracted_at", "confirmed_at", "attempts", "error",
    )  # fmt: skip
    list_filter = ("state", "source", "is_provisional", "degraded")


@admin.register(EarlierContext)
class EarlierContextAdmin(OwnedAdmin[EarlierContext]):
    """Earlier readings."""

    list_display = ("__str__", "person", "source", "model", "prompt", "flow_name", "is_provisional", "extracted_at")
    list_filter = ("source",)


@admin.register(Experiment)
class ExperimentAdmin(OwnedAdmin[Experiment]):
    """What is tried, by state and day."""

    list_display = ("__str__", "person", "status", "start_on", "review_on", "activated_at", "archived_at")
    list_filter = ("status",)


@admin.register(Obstacle)
class ObstacleAdmin(OwnedAdmin[Obstacle]):
    """What could get in the way, by side."""

    list_display = ("__str__", "person", "kind", "created_at")
    list_filter = ("kind",)


@admin.register(Action)
class ActionAdmin(OwnedAdmin[Action]):
    """Steps, by day."""

    list_display = ("__str__", "person", "due_on", "done_at")


@admin.register(Reflection)
class ReflectionAdmin(OwnedAdmin[Reflection]):
    """What came of experiments, in numbers."""

    list_display = ("__str__", "person", "confidence_before", "confidence_after", "next_move", "reflected_at")
    list_filter = ("next_move",)


@admin.register(Commitment)
class CommitmentAdmin(OwnedAdmin[Commitment]):
    """Commitments, by day."""

    list_display = ("__str__", "person", "day", "done_at")


@admin.register(Experience)
class ExperienceAdmin(OwnedAdmin[Experience]):
    """What people have done, by kind."""

    list_display = ("__str__", "person", "kind", "began", "ended", "is_ongoing")
    list_filter = ("kind",)


@admin.register(PreferenceChoice)
class PreferenceChoiceAdmin(OwnedAdmin[PreferenceChoice]):
    """Choices between two working weeks."""

    list_display = ("__str__", "person", "number", "left", "right", "chosen")


@admin.register(InterestAnswer)
class InterestAnswerAdmin(OwnedAdmin[InterestAnswer]):
    """How much people like things to do."""

    list_display = ("__str__", "person", "statement", "liking")
    list_filter = ("statement",)
