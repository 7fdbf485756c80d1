"""What of the journal goes along when somebody takes everything."""

from django.utils.translation import gettext_lazy as _

from mosaic.journal.models import Event, Reminder
from mosaic.people.archive import registry
from mosaic.people.archive.tables import Table

EVENTS = Table("events", "event", _("steps"), Event, inner={"data": (("job",),)})
REMINDERS = Table("reminders", "reminder", _("reminders"), Reminder)


def register() -> None:
    """Register it."""
    registry.register(EVENTS)
    registry.register(REMINDERS)
