"""Experiments and what people told of themselves, as staff see them: states, days and counts."""

from datetime import timedelta
from typing import ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mosaic.people.admin import OwnedAdmin
from ps101.models import (
    Action,
    Commitment,
    Experience,
    Experiment,
    InterestAnswer,
    Obstacle,
    PreferenceChoice,
    Reflection,
)


class AgeFilter(admin.SimpleListFilter):
    """How long ago somebody wrote an experiment down."""

    title = gettext_lazy("age")
    parameter_name = "age"
    # From so many days up to so many.
    spans: ClassVar[dict[str, tuple[int, int]]] = {"week": (0, 7), "month": (7, 30), "quarter": (30, 90)}

    def lookups(self, request: HttpRequest, model_admin: object) -> list[tuple[str, str]]:
        """Name the spans."""
        return [
            ("week", _("under a week")),
            ("month", _("a week to 30 days")),
            ("quarter", _("30 to 90 days")),
            ("older", _("90 days or more")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Experiment]) -> QuerySet[Experiment]:
        """Keep the experiments of the chosen span."""
        now, chosen = timezone.now(), self.value()
        if chosen == "older":
            return queryset.filter(created_at__lte=now - timedelta(days=90))
        if chosen not in self.spans:
            return queryset
        youngest, oldest = (now - timedelta(days=days) for days in self.spans[chosen])
        return queryset.filter(created_at__gt=oldest, created_at__lte=youngest)


@admin.register(Experiment)
class ExperimentAdmin(OwnedAdmin[Experiment]):
    """What is tried, by state and age."""

    list_display = ("__str__", "person", "status", "age", "start_on", "review_on", "activated_at", "archived_at")
    list_filter = ("status", AgeFilter)

    @admin.display(description=gettext_lazy("age"), ordering="-created_at")
    def age(self, experiment: Experiment) -> str:
        """Return the days since it was written down."""
        days = (timezone.now() - experiment.created_at).days
        return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


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
