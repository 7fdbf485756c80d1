"""Flows as they were loaded."""

from django.db import models
from django.db.models import Q


class FlowVersion(models.Model):
    """One version of a flow, whole and never changed: a journey finishes the version it began."""

    key = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, unique=True)
    document = models.JSONField()
    is_active = models.BooleanField(default=False)
    loaded_at = models.DateTimeField(auto_now_add=True)
    activated_at = models.DateTimeField(null=True, blank=True, help_text="a version never in use is a draft")

    class Meta:
        ordering = ["key", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="one_document_per_flow_version"),
            models.UniqueConstraint(fields=["key"], condition=Q(is_active=True), name="one_active_version_per_flow"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"
