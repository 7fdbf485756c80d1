"""Flows as they were loaded, a person's way through one, and what came of it."""

from django.db import models
from django.db.models import Q

from mosaic.lib.work import Work
from mosaic.people.models import Owned
from mosaic.people.sealed import SealedJSONField, SealedTextField


class FlowVersion(models.Model):
    """One version of a flow, whole and never changed: a journey finishes the version it began."""

    key = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, unique=True)
    document = models.JSONField()
    is_active = models.BooleanField(default=False)
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["key", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="one_document_per_flow_version"),
            models.UniqueConstraint(fields=["key"], condition=Q(is_active=True), name="one_active_version_per_flow"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"


class Journey(Owned):
    """A person's way through a flow."""

    class Status(models.TextChoices):
        """Waiting for nothing, for the person, or over."""

        ACTIVE = "active"
        PAUSED = "paused"
        COMPLETED = "completed"

    flow = models.ForeignKey(FlowVersion, on_delete=models.PROTECT)
    status = models.CharField(max_length=9, choices=Status, default=Status.ACTIVE)
    skipped = models.JSONField(default=list, help_text="keys of prompts left open on purpose")
    completed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(status__in=["active", "paused"]), name="one_open_journey_per_person"
            )
        ]


class Answer(Owned):
    """What a person answered to one prompt, or has begun to. Version 0 means that it is only a draft."""

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="answers")
    prompt_key = models.CharField(max_length=40)
    text = SealedTextField(default="")
    draft = SealedTextField(default="")
    length = models.PositiveIntegerField(default=0)
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["journey", "prompt_key"], name="one_answer_per_prompt")]


class AnswerRevision(Owned):
    """An earlier text of an answer."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    text = SealedTextField()
    rating = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["answer", "version"], name="one_text_per_answer_version")]


class Context(Owned, Work):
    """What was understood from a journey's answers. The lists of the answer are projections of facts."""

    journey = models.ForeignKey(Journey, on_delete=models.CASCADE)
    answers_digest = models.CharField(max_length=64, blank=True)
    problem_definition = SealedTextField(default="")
    proposed_experiments = SealedJSONField(default=list)
    key_quotes = SealedJSONField(default=list)
    source = models.CharField(max_length=20, default="built-in")
    is_provisional = models.BooleanField(default=True)
    extracted_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], name="one_context_per_person")]
