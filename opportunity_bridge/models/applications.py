"""Applications and everything that happened to them."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from mosaic.people.models import Owned
from mosaic.people.sealed import SealedJSONField, SealedTextField
from opportunity_bridge.domain.stages import Change, Stage
from opportunity_bridge.models.jobs import Job


class Application(Owned):
    """An application as the person logged it, with everything frozen that was sent. Sends nothing itself.

    `posting` and `enclosure` are copies that never change: a posting may vanish and a résumé may go on.
    """

    job = models.ForeignKey(Job, on_delete=models.SET_NULL, null=True, blank=True, related_name="applications")
    stage = models.CharField(max_length=11, choices=[(one, one) for one in Stage], default=Stage.SAVED)
    posting = SealedJSONField(help_text="the posting's words as they were")
    enclosure = SealedJSONField(null=True, blank=True, help_text="label, text, document and version of what went along")
    enclosure_version = models.UUIDField(null=True, blank=True)
    checksum = SealedTextField(default="", help_text="SHA-256 over posting and enclosure")
    notes = SealedTextField(default="", blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "job"],
                condition=Q(stage__in=["saved", "applied", "screening", "interview", "offer"]),
                name="one_open_application_per_job",
            )
        ]
        indexes = [models.Index(fields=["person", "stage"])]


class ApplicationEvent(Owned):
    """One thing that happened to an application. Appended, never changed; the stage is the fold of all."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="events")
    number = models.PositiveIntegerField()
    change = models.CharField(max_length=6, choices=[(one, one) for one in Change])
    stage = models.CharField(max_length=11, choices=[(one, one) for one in Stage])
    words = SealedTextField(default="", blank=True, help_text="the person's own remark")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["application", "number"], name="one_event_per_number")]
        ordering = ["number"]
