"""What is known about a person, and the words it stands on."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mosaic.facts import words
from mosaic.facts.domain.kinds import FactKind, How, Polarity, Status
from mosaic.facts.domain.strength import Sign, Strength, strength_of
from mosaic.people.models import Owned
from mosaic.people.sealed import SealedTextField


class Fact(Owned):
    """One thing known about a person. `identity` merges: a lexicon id, or a keyed hash of the words it was found in."""

    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in FactKind])
    polarity = models.CharField(max_length=6, choices=[(one, one) for one in Polarity], default=Polarity.HAS)
    lexicon_id = models.CharField(max_length=80, blank=True)
    identity = models.CharField(max_length=80)
    aspect = models.CharField(
        max_length=10, blank=True, help_text="internal or external, a CEFR level, a country, floor or only"
    )
    label = SealedTextField()
    named_id = models.CharField(
        max_length=80, blank=True, default="", help_text="the lexicon id that goes with these words"
    )
    named = SealedTextField(  # type: ignore[misc]  # read as text: facts that were never reworded have none
        null=True, blank=True, help_text="the words it is recognised by, when the label is another"
    )
    status = models.CharField(max_length=11, choices=[(one, one) for one in Status], default=Status.SUGGESTED)
    status_before = models.CharField(max_length=11, blank=True, help_text="what a removed or merged fact returns to")
    merged_into = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "polarity", "identity"], name="one_fact_per_identity")
        ]
        indexes = [models.Index(fields=["person", "kind", "status"])]

    @property
    def strength(self) -> Strength | None:
        """How strongly the words show a skill, with the reasons; None for what is not the having of a skill."""
        if self.kind != FactKind.SKILL or self.polarity != Polarity.HAS:
            return None
        return strength_of((evidence.sign for evidence in self.evidence.all()), timezone.localdate().year)

    @property
    def remark(self) -> str:
        """One line about a fact beside its label: what is said of it, or how strongly it is shown."""
        return words.remark_on(Polarity(self.polarity), self.strength)


class SourceKind(models.TextChoices):
    """Where words come from. A correction is what somebody wrote by hand about a file; its id is that of the file."""

    ANSWER = "answer", _("an answer")
    UPLOAD = "upload", _("a file")
    CORRECTION = "correction", _("written by you on a file")
    MESSAGE = "message", _("the coach")
    STATED = "stated", _("said by you")
    EXPERIENCE = "experience", _("what you have done")
    REFLECTION = "reflection", _("what an experiment taught")
    CHOICE = "choice", _("a choice you made")
    LIKING = "liking", _("what you like doing")
    CHECKIN = "checkin", _("a weekly check-in")


class Evidence(Owned):
    """Literal words of one source that support a fact: `source text[start:end]` at `revision`."""

    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="evidence")
    merged_from = models.ForeignKey(
        Fact,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="moved",
        help_text="the part it was found for",
    )
    source_kind = models.CharField(max_length=10, choices=SourceKind)
    source_id = models.UUIDField()
    revision = models.PositiveIntegerField(default=1)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = SealedTextField()
    how = models.CharField(max_length=7, blank=True, choices=[(one, one) for one in How])
    amount = models.FloatField(default=0, help_text="years, hours a week, minutes or miles of travel, or money")
    until = models.PositiveSmallIntegerField(default=0, help_text="calendar year in which it was last done, 0 unknown")
    has_result = models.BooleanField(default=False)
    reader = models.CharField(max_length=20, blank=True, help_text="whose model found it; nothing when rules did")

    @property
    def sign(self) -> Sign:
        """What the quote tells about a skill."""
        return Sign(How(self.how) if self.how else None, self.amount, self.until, self.has_result)

    class Meta:
        verbose_name_plural = "evidence"
        indexes = [models.Index(fields=["person", "source_kind", "source_id"])]
