"""Wake-ups for what a person let be sent."""

from uuid import UUID

from celery import shared_task

from mosaic.ai import approvals


@shared_task(name="ai.send_approved", queue="model")
def send_approved(receipt_id: str) -> None:
    """Send one approved text."""
    approvals.send(UUID(receipt_id))
