"""What people say of Mosaic: the words and numbers are theirs and go with them, the sums are nobody's."""

from django.db import models
from django.utils import timezone

from mosaic.people.models import Owned
from mosaic.people.sealed import SealedJSONField, SealedTextField
from wimd.domain.feedback import Question


class Feedback(Owned):
    """One person's answer. `ratings` holds a number by question; those left open are missing."""

    ratings = SealedJSONField(default=dict)
    words = SealedTextField(default="")
    counted_on = models.DateField(null=True, blank=True, help_text="the day in whose sums it is; none of an import")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "feedback"
        constraints = [models.UniqueConstraint(fields=["person"], name="one_feedback_per_person")]


class FeedbackSum(models.Model):
    """All answers to one question on one day together, of nobody in particular; they stay when people go."""

    day = models.DateField()
    question = models.CharField(max_length=10, choices=[(one, one) for one in Question])
    count = models.IntegerField(default=0)
    total = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "question"], name="one_feedback_sum_per_day")]
        ordering = ["-day", "question"]

    def __str__(self) -> str:
        return f"{self.question} {self.day}"
