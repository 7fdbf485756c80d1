"""What of the dealings with language models goes along when somebody takes everything."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from mosaic.people.archive import registry
from mosaic.people.archive.registry import Told
from mosaic.people.archive.tables import Table
from mosaic.people.models import AIReceipt, Person

State = AIReceipt.State


def register() -> None:
    """Register it."""
    registry.register(RECEIPTS)


def _told(person: Person) -> Iterator[Told]:
    for receipt in AIReceipt.objects.filter(person=person).order_by("created_at", "pk"):
        lines = (
            (_("state"), receipt.get_state_display()),
            (_("to"), f"{receipt.provider} {receipt.model}"),
            (_("for"), receipt.purpose),
            (_("what became of it"), receipt.get_outcome_display() if receipt.outcome else ""),
            (_("the text, word for word"), receipt.payload),
        )
        yield Told(f"{receipt.created_at:%Y-%m-%d %H:%M}", lines)


# What still waits when it leaves is not sent from anywhere else.
RECEIPTS = Table(
    "ai_receipts", "receipt", _("AI receipts"), AIReceipt, tell=_told,
    left_out=frozenset({"request", "subject", "due_at"}),
    settled={"state": {State.WAITING.value: State.DECLINED.value, State.APPROVED.value: State.DECLINED.value}},
)  # fmt: skip
