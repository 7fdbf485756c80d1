"""Reads of the prompt library."""

from functools import lru_cache

from wimd.domain.library import Library, Row
from wimd.models import PromptRow, PromptSet


def active_prompts() -> PromptSet | None:
    """Return the version of the library in use."""
    return PromptSet.objects.filter(is_active=True).first()


def rows_of(sha256: str) -> list[dict[str, str]]:
    """Return the rows of a version of the library."""
    rows = PromptRow.objects.filter(prompt_set__sha256=sha256).order_by("key")
    return [{"id": row.key, "prompt": row.prompt, "completion": row.completion, "tag": row.tag} for row in rows]


def library() -> Library:
    """Return the active library's index, built once per version and process."""
    active = active_prompts()
    return _library(active.sha256) if active else Library([])


@lru_cache(maxsize=2)
def _library(sha256: str) -> Library:
    rows = PromptRow.objects.filter(prompt_set__sha256=sha256).order_by("key")
    return Library([Row(row.key, row.prompt, row.completion, row.tag) for row in rows])
