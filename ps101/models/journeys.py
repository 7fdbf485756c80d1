"""A person's way through a flow: what they answered, and have begun to."""

from django.db import models
from django.db.models import Q

from mosaic.people.models import Owned
from mosaic.people.sealed import SealedTextField
from ps101.models.flows import FlowVersion


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
