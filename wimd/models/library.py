"""The library the coach speaks from."""

from django.db import models
from django.db.models import Q


class PromptSet(models.Model):
    """One version of the prompt library, named by the digest of its file."""

    sha256 = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField()
    tags = models.JSONField(default=dict)
    is_active = models.BooleanField(default=False)
    loaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["is_active"], condition=Q(is_active=True), name="one_active_prompt_set")
        ]

    def __str__(self) -> str:
        return f"prompts {self.sha256[:8]}"


class PromptRow(models.Model):
    """One row of the library: what somebody might say, and what the coach asks or offers then."""

    prompt_set = models.ForeignKey(PromptSet, on_delete=models.CASCADE, related_name="rows")
    key = models.CharField(max_length=40)
    prompt = models.TextField()
    completion = models.TextField()
    tag = models.CharField(max_length=30, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prompt_set", "key"], name="one_row_per_key")]

    def __str__(self) -> str:
        return self.key
