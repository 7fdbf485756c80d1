"""What the service knows about itself: signs of life, traffic, alerts. Nothing here names a person."""

from django.db import models


class Heartbeat(models.Model):
    """When something last ran to its end."""

    name = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Traffic(models.Model):
    """How many answers fell into one class of time within one window, over all processes."""

    window = models.DateTimeField(db_index=True)
    bucket = models.CharField(max_length=8, help_text="upper bound in seconds, inf, or errors")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "traffic"
        constraints = [models.UniqueConstraint(fields=["window", "bucket"], name="one_count_per_bucket")]

    def __str__(self) -> str:
        return f"{self.window:%Y-%m-%d %H:%M} {self.bucket}"


class Alert(models.Model):
    """Something that is, or was, out of its bounds."""

    name = models.CharField(max_length=40)
    reading = models.CharField(max_length=80)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-began_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=models.Q(ended_at__isnull=True), name="one_open_alert_per_name"
            )
        ]

    def __str__(self) -> str:
        return self.name
