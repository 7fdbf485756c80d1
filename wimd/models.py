"""Files a person brought, the conversation with the coach, and the library the coach speaks from."""

from django.db import models
from django.db.models import Q

from mosaic.lib.work import Work
from mosaic.people.models import Owned
from mosaic.people.sealed import SealedJSONField, SealedTextField

GONE = "file_gone"
"""The error of an upload whose bytes the storage has lost; what was read of them before stays."""

NO_ROOM = "no_room"
"""What a recording waits for that will be sent once a budget has room again."""


class Upload(Owned, Work):
    """A file: its sealed bytes in the storage, and what was read from it.

    `resume` is what was recognised as a résumé: `{"document": JSON Resume, "spans": {path: [start, end]},
    "breaks": [number in work]}` with places in `text`; empty for other documents. `resume_edits` is what the
    person changed about it, by path: `{"values": {path: text}, "order": {path: [number]}}`; reading again
    leaves it alone. `resume_version` rises with every change of either.
    """

    class Kind(models.TextChoices):
        """What a file is for."""

        RESUME = "resume"
        DOCUMENT = "document"
        IMAGE = "image"
        AUDIO = "audio"
        VIDEO = "video"

    filename = SealedTextField()
    name = models.CharField(max_length=200, help_text="where the sealed bytes lie in the storage")
    size = models.PositiveBigIntegerField(help_text="bytes of the file itself")
    content_type = models.CharField(max_length=100)
    fingerprint = models.CharField(max_length=64, help_text="keyed hash: the same bytes twice are one file")
    sha256 = SealedTextField()
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.DOCUMENT)
    outcome = models.CharField(max_length=24, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    words = models.PositiveIntegerField(null=True, blank=True)
    text = SealedTextField(default="")
    resume = SealedJSONField(default=dict)
    resume_edits = SealedJSONField(null=True, blank=True)
    resume_version = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "fingerprint"], name="one_upload_per_bytes")]


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


class PromptSet(models.Model):
    """One version of the prompt library, named by the digest of its file."""

    sha256 = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField()
    tags = models.JSONField(default=dict)
    is_active = models.BooleanField(default=False)
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["is_active"], condition=Q(is_active=True), name="one_active_prompt_set")
        ]

    def __str__(self) -> str:
        return f"prompts {self.sha256[:8]}"


class PromptRow(models.Model):
    """One row of the library: what somebody might say, and what the coach asks or offers then."""

    prompt_set = models.ForeignKey(PromptSet, on_delete=models.CASCADE, related_name="rows")
    key = models.CharField(max_length=40)
    prompt = models.TextField()
    completion = models.TextField()
    tag = models.CharField(max_length=30, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prompt_set", "key"], name="one_row_per_key")]

    def __str__(self) -> str:
        return self.key
