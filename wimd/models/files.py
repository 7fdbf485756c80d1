"""Files a person brought."""

from django.db import models

from mosaic.lib.work import Work
from mosaic.people.models import Owned
from mosaic.people.sealed import SealedJSONField, SealedTextField

GONE = "file_gone"
"""The error of an upload whose bytes the storage has lost; what was read of them before stays."""


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
        permissions = [("retry_upload", "Can have a file that failed read once more")]
