"""Flows as they were loaded or written."""

from django.db import models
from django.db.models import Q

# What a version says; everything else is about its use.
SAID = ("key", "version", "sha256", "document")


class FlowIsKept(Exception):
    """A version that was in use, or came with Mosaic, is neither reworded nor deleted."""


class FlowVersions(models.QuerySet["FlowVersion"]):
    """Versions of flows. Many at once are put in and out of use, never reworded."""

    def update(self, **values: object) -> int:
        """Change rows. Raises FlowIsKept when that would reword any of them."""
        if values.keys() & set(SAID):
            raise FlowIsKept
        return super().update(**values)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete drafts. Raises FlowIsKept when another version is among them."""
        if any(not version.is_draft for version in self):
            raise FlowIsKept
        return super().delete()

    # As Django's own: of a queryset only, and never called by a template.
    delete.queryset_only = True  # type: ignore[attr-defined]  # Django reads it off the method
    delete.alters_data = True  # type: ignore[attr-defined]  # as above


class FlowVersion(models.Model):
    """One version of a flow, whole; once in use it never changes: a journey finishes the version it began."""

    key = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, unique=True)
    document = models.JSONField()
    is_active = models.BooleanField(default=False)
    is_shipped = models.BooleanField(default=True, help_text="came with Mosaic; others were written by staff")
    loaded_at = models.DateTimeField(auto_now_add=True)
    activated_at = models.DateTimeField(
        null=True, blank=True, help_text="when it was put in use last; a version never in use is a draft"
    )

    objects = FlowVersions.as_manager()

    class Meta:
        ordering = ["key", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="one_document_per_flow_version"),
            models.UniqueConstraint(fields=["key"], condition=Q(is_active=True), name="one_active_version_per_flow"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Store it. Raises FlowIsKept when that would reword a version that is no draft."""
        stored = FlowVersion.objects.filter(pk=self.pk).first() if self.pk else None
        if stored and not stored.is_draft and any(getattr(stored, name) != getattr(self, name) for name in SAID):
            raise FlowIsKept
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Delete a draft. Raises FlowIsKept for any other version."""
        if FlowVersion.objects.filter(pk=self.pk).exclude(activated_at=None, is_shipped=False).exists():
            raise FlowIsKept
        return super().delete(*args, **kwargs)  # type: ignore[arg-type]  # passed on as they came

    @property
    def is_draft(self) -> bool:
        """Whether its words may still change: written by staff, and never in use."""
        return self.activated_at is None and not self.is_shipped
