"""Wake-ups for reading files."""

from uuid import UUID

from celery import shared_task

from wimd import jobs


@shared_task(name="wimd.read_upload")
def read_upload(upload_id: str) -> None:
    """Read one file."""
    jobs.read(UUID(upload_id))
