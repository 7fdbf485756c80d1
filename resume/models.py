"""A person's résumés and their versions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mosaic.people.models import Owned
from mosaic.people.sealed import SealedJSONField, SealedTextField


class Resume(Owned):
    """A line of versions over the same life, in one language and for one kind of work."""

    name = SealedTextField()
    language = models.CharField(max_length=10, default="en")
    target = SealedTextField(default="")

    class Meta:
        verbose_name = "résumé"
        verbose_name_plural = "résumés"


class Version(Owned):
    """A résumé at one moment. Never changed: whatever is done to it makes another one.

    `ground` is the document that `changes` speak of, for taking them back one by one; empty without changes.
    `job` is the id of a posting, without a key: postings come and go, what was made for them stays.
    """

    class Cause(models.TextChoices):
        """Why there is this version."""

        FROM_UPLOAD = "from_upload", _("from a file")
        FROM_TEXT = "from_text", _("from a text")
        FROM_FACTS = "from_facts", _("from what you told")
        CUSTOMIZED = "customized", _("made for a posting")
        EDITED = "edited", _("edited by hand")
        UNDONE = "undone", _("without one change")
        RESTORED = "restored", _("brought back")

    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="children")
    cause = models.CharField(max_length=12, choices=Cause)
    document = SealedJSONField()
    document_schema = models.CharField(max_length=10)
    provenance = SealedJSONField(default=dict)
    changes = SealedJSONField(default=list)
    ground = SealedJSONField(default=dict)
    job = models.UUIDField(null=True, blank=True)
    job_label = SealedTextField(default="")
    name = SealedTextField()

    class Meta:
        verbose_name = "résumé version"
        constraints = [models.UniqueConstraint(fields=["resume", "number"], name="one_version_per_number")]
        indexes = [models.Index(fields=["person", "created_at"])]

    def save(self, *args: object, **kwargs: object) -> None:
        """Store a new version; one that is stored already stays as it is."""
        if not self._state.adding:
            raise VersionIsFinal
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # passed on unchanged


class VersionIsFinal(TypeError):
    """Somebody tried to change a version instead of making another."""
