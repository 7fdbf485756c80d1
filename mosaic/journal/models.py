"""What happened to a person here, what is due, and how often things happen on a day."""

from django.db import models

from mosaic.journal.domain.names import Due, Happened
from mosaic.people.models import Owned


class Event(Owned):
    """One step of a person. Appended in the transaction of its effect, never changed."""

    name = models.CharField(max_length=30, choices=[(name, name) for name in Happened])
    subject = models.CharField(max_length=30, blank=True)
    subject_id = models.UUIDField(null=True)
    data = models.JSONField(default=dict, help_text="codes, numbers and ids; never words of a person")

    class Meta:
        indexes = [models.Index(fields=["person", "name", "created_at"])]


class Reminder(Owned):
    """Something that is due on a day."""

    class State(models.TextChoices):
        """A dropped reminder was taken back by what it was about."""

        OPEN = "open"
        DONE = "done"
        DROPPED = "dropped"

    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in Due])
    due_on = models.DateField()
    state = models.CharField(max_length=7, choices=State, default=State.OPEN)
    subject = models.CharField(max_length=30)
    subject_id = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["person", "state", "due_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "subject_id"],
                condition=models.Q(state="open"),
                name="one_open_reminder_per_subject",
            )
        ]


class DailyCount(models.Model):
    """How often something happened on one day, to everybody together."""

    day = models.DateField()
    name = models.CharField(max_length=40)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "name"], name="one_count_per_day")]
        ordering = ["-day", "name"]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"
