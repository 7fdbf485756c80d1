"""Texts that wait for a person's yes: what happens once they say it.

The receipt is the queue: a message to a worker is only a wake-up, and what was approved and not sent is sent later.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

from mosaic.ai.domain.purposes import Purpose
from mosaic.lib.work import PATIENCE
from mosaic.people import consent
from mosaic.people.models import AIReceipt

Resuming = Callable[[AIReceipt], None]
_resuming: dict[str, Resuming] = {}


def register(purpose: Purpose, resuming: Resuming) -> None:
    """Let the app that owns a purpose send what was approved for it, and use the answer."""
    _resuming[purpose.value] = resuming


def send(receipt_id: UUID) -> None:
    """Send what was approved. Doing it twice sends it once; what there is no room for waits, and is tried again."""
    receipt = consent.due_for_sending(receipt_id)
    if receipt and receipt.purpose in _resuming:
        _resuming[receipt.purpose](receipt)
        consent.put_off(receipt)


def overdue(now: datetime) -> Iterator[UUID]:
    """Yield what was approved and has waited longer than a wake-up takes."""
    yield from consent.approved_before(now - PATIENCE).values_list("pk", flat=True)
