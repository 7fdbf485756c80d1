"""Wake-ups for reading journeys."""

from uuid import UUID

from celery import shared_task

from ps101 import jobs


@shared_task(name="ps101.extract_context")
def extract_context(context_id: str) -> None:
    """Read a context's journey, and once more when somebody changed it and asked again meanwhile."""
    if jobs.extract(UUID(context_id)):
        extract_context.delay(context_id)
