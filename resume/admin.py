"""What staff see of résumés: when, why and how often taken along; words only as everywhere, opened and logged."""

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from mosaic.journal.domain.names import Happened
from mosaic.journal.models import Event
from mosaic.people.admin import OwnedAdmin
from resume.models import Resume, Version


@admin.register(Resume)
class ResumeAdmin(OwnedAdmin[Resume]):
    """Lines of versions."""

    list_display = ("__str__", "person", "language", "created_at")
    list_filter = ("language",)


@admin.register(Version)
class VersionAdmin(OwnedAdmin[Version]):
    """Versions, with how often each was taken along."""

    list_display = ("__str__", "person", "number", "cause", "is_for_a_posting", "exports", "created_at")
    list_filter = ("cause",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Version]:
        """Count the exports of each version."""
        taken = Event.objects.filter(name=Happened.VERSION_EXPORTED, subject_id=OuterRef("pk")).order_by()
        counted = taken.values("subject_id").annotate(count=Count("pk")).values("count")
        return super().get_queryset(request).annotate(exported=Coalesce(Subquery(counted), 0))

    @admin.display(ordering="exported")
    def exports(self, version: Version) -> int:
        """How often a file was made of it."""
        return int(getattr(version, "exported", 0))

    @admin.display(boolean=True)
    def is_for_a_posting(self, version: Version) -> bool:
        """Whether it was made for a posting."""
        return version.job is not None
