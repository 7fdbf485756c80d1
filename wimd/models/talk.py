"""The conversation with the coach."""

from django.db import models
from django.db.models import Q

from mosaic.people.models import Owned
from mosaic.people.sealed import SealedTextField


class Conversation(Owned):
    """The talk of a person with the coach. While discovery is done as a talk, `asked` is what was asked last."""

    asked = models.CharField(max_length=48, blank=True, help_text="key of a prompt or of a gate")
    is_stopping = models.BooleanField(default=False, help_text="it was asked whether to pause")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], name="one_conversation_per_person")]


class Turn(Owned):
    """One thing said, by the person or by the coach."""

    class Speaker(models.TextChoices):
        """Who said it."""

        PERSON = "person"
        COACH = "coach"

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="turns")
    number = models.PositiveIntegerField()
    speaker = models.CharField(max_length=6, choices=Speaker)
    text = SealedTextField()
    kind = models.CharField(max_length=10, blank=True, help_text="door, guide, gate, ps101, coach or safety")
    move = models.CharField(max_length=30, blank=True)
    row = models.CharField(max_length=40, blank=True, help_text="id of the library row that was said")
    said = models.JSONField(default=list, help_text="codes of the sentences it was made of; never words of a person")
    choices = models.JSONField(default=list, help_text="codes of the buttons under it")
    source = models.CharField(max_length=20, default="built-in")
    degraded = models.BooleanField(
        default=False, help_text="a model was wanted for it and could not be had, or not whole"
    )
    client_id = models.UUIDField(
        null=True, blank=True, help_text="made by the page, so that a form sent twice is one turn"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation", "number"], name="one_turn_per_number"),
            models.UniqueConstraint(
                fields=["conversation", "client_id"],
                condition=Q(client_id__isnull=False),
                name="one_turn_per_client_id",
            ),
        ]
