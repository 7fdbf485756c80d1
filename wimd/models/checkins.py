"""Weekly check-ins: three short answers and how much energy there is."""

from django.db import models
from django.utils import timezone

from mosaic.people.models import Owned
from mosaic.people.sealed import SealedTextField


class CheckIn(Owned):
    """What somebody said of one week: what moved, what got in the way, and the one small thing for the next."""

    week = models.CharField(max_length=8, help_text="ISO week in the person's time zone, such as 2026-W47")
    moved = SealedTextField(default="")
    hindered = SealedTextField(default="")
    next_step = SealedTextField(default="")
    energy = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 to 5")
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "check-in"
        constraints = [
            models.UniqueConstraint(fields=["person", "week"], name="one_check_in_per_week"),
            models.CheckConstraint(
                condition=models.Q(energy__isnull=True) | models.Q(energy__gte=1, energy__lte=5),
                name="energy_from_1_to_5",
            ),
        ]
