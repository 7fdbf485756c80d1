"""What is known about a person, and the words it stands on."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.people.models import Owned
from mosaic.people.sealed import SealedTextField


class Fact(Owned):
    """One thing known about a person. `identity` merges: a lexicon id, or a keyed hash of the label."""

    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in FactKind])
    polarity = models.CharField(max_length=6, choices=[(one, one) for one in Polarity], default=Polarity.HAS)
    lexicon_id = models.CharField(max_length=80, blank=True)
    identity = models.CharField(max_length=80)
    aspect = models.CharField(max_length=10, blank=True, help_text="internal or external, for an obstacle")
    label = SealedTextField()
    status = models.CharField(max_length=11, choices=[(one, one) for one in Status], default=Status.SUGGESTED)
    status_before = models.CharField(max_length=11, blank=True, help_text="what a removed fact returns to")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "polarity", "identity"], name="one_fact_per_identity")
        ]
        indexes = [models.Index(fields=["person", "kind", "status"])]


class SourceKind(models.TextChoices):
    """Where words come from."""

    ANSWER = "answer", _("an answer")
    UPLOAD = "upload", _("a file")
    MESSAGE = "message", _("the coach")
    STATED = "stated", _("said by you")


class Evidence(Owned):
    """Literal words of one source that support a fact: `source text[start:end]` at `revision`."""

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="evidence")
    source_kind = models.CharField(max_length=10, choices=SourceKind)
    source_id = models.UUIDField()
    revision = models.PositiveIntegerField(default=1)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = SealedTextField()

    class Meta:
        verbose_name_plural = "evidence"
        indexes = [models.Index(fields=["person", "source_kind", "source_id"])]
