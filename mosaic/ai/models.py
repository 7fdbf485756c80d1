"""What calls of models cost, and which providers are well. Nothing here names a person."""

from django.db import models


class Spent(models.Model):
    """Money of one purse in one window, in millionths of a dollar: what is reserved, then what was really used.

    `purse` is `everybody`, or a keyed digest of a person's id that means nothing on another day.
    """

    purse = models.CharField(max_length=64)
    window = models.CharField(max_length=10, db_index=True, help_text="a day or a month, in UTC")
    micros = models.BigIntegerField(default=0)

    class Meta:
        verbose_name_plural = "spent"
        constraints = [models.UniqueConstraint(fields=["purse", "window"], name="one_purse_per_window")]

    def __str__(self) -> str:
        return self.window


class LedgerLine(models.Model):
    """What one model cost for one purpose on one day, everybody together."""

    day = models.DateField(db_index=True)
    purpose = models.CharField(max_length=20)
    provider = models.CharField(max_length=20)
    model = models.CharField(max_length=100)
    calls = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    taken = models.PositiveBigIntegerField(default=0, help_text="tokens sent")
    given = models.PositiveBigIntegerField(default=0, help_text="tokens received")
    micros = models.BigIntegerField(default=0, help_text="millionths of a dollar")

    class Meta:
        ordering = ["-day", "purpose"]
        constraints = [
            models.UniqueConstraint(fields=["day", "purpose", "provider", "model"], name="one_ledger_line_per_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.purpose}"


class Breaker(models.Model):
    """Whether a provider is asked at all, for all processes together."""

    provider = models.CharField(max_length=20, unique=True)
    failures = models.PositiveIntegerField(default=0, help_text="in a row")
    open_until = models.DateTimeField(null=True, blank=True, help_text="nobody asks before; then one call tries")
    last_answer = models.DateTimeField(null=True, blank=True)
    last_failure = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=20, blank=True, help_text="a code, never words")

    def __str__(self) -> str:
        return self.provider
