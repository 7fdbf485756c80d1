"""What a person makes of postings: keeps, hides, weighs, and the order that follows."""

from django.db import models
from django.utils import timezone

from mosaic.people.models import Owned
from opportunity_bridge.domain.parts import USUAL, Part
from opportunity_bridge.domain.reasons import Reason
from opportunity_bridge.models.jobs import Job


class Interest(Owned):
    """What a person decided about a posting. Theirs alone: no refresh ever rewrites it."""

    class State(models.TextChoices):
        """Kept, or out of sight."""

        SAVED = "saved"
        HIDDEN = "hidden"

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="interests")
    state = models.CharField(max_length=6, choices=State)
    reason = models.CharField(max_length=8, choices=[(one, one) for one in Reason], blank=True, default=Reason.NONE)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "job"], name="one_interest_per_job")]
        indexes = [models.Index(fields=["person", "state"])]


class Weights(Owned):
    """How much each part of a fit counts for one person."""

    skills = models.PositiveSmallIntegerField(default=USUAL[Part.SKILLS])
    role = models.PositiveSmallIntegerField(default=USUAL[Part.ROLE])
    values = models.PositiveSmallIntegerField(default=USUAL[Part.VALUES])
    interests = models.PositiveSmallIntegerField(default=USUAL[Part.INTERESTS])
    place = models.PositiveSmallIntegerField(default=USUAL[Part.PLACE])
    pay = models.PositiveSmallIntegerField(default=USUAL[Part.PAY])

    class Meta:
        verbose_name_plural = "weights"
        constraints = [models.UniqueConstraint(fields=["person"], name="one_set_of_weights_per_person")]

    @property
    def by_part(self) -> dict[Part, int]:
        """The weights as matching takes them."""
        return {part: int(getattr(self, part.value)) for part in Part}


class Ranking(Owned):
    """The order of postings for a person, made anew whenever one of its stamps is no longer true."""

    facts_stamp = models.PositiveIntegerField()
    weights_stamp = models.CharField(max_length=40)
    jobs_stamp = models.CharField(max_length=80)
    algorithm = models.CharField(max_length=40)
    entries = models.JSONField(default=list, help_text="[job id, score or null], the best first")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], name="one_ranking_per_person")]
