"""From applications to plain answers."""

from collections.abc import Iterable

from mosaic.journal.models import Reminder
from opportunity_bridge.models import Application, ApplicationEvent
from opportunity_bridge.serializers.outputs import EventShape

Shape = dict[str, object]


def application_shape(application: Application, events: Iterable[ApplicationEvent], reminder: Reminder | None) -> Shape:
    """Return an application with its events and what is next."""
    posting, enclosure = application.posting, application.enclosure
    frozen = posting if isinstance(posting, dict) else {}
    enclosed = enclosure if isinstance(enclosure, dict) else None
    return {
        "id": str(application.pk),
        "job_id": str(application.job_id) if application.job_id else None,
        "role": frozen.get("role", ""),
        "company": frozen.get("company", ""),
        "sample": bool(frozen.get("sample")),
        "stage": application.stage,
        "notes": application.notes,
        "applied_at": application.applied_at,
        "next_action": reminder.kind if reminder else None,
        "due": reminder.due_on if reminder else None,
        "enclosure": {"label": enclosed["label"], "version": enclosed["version"]} if enclosed else None,
        "checksum": application.checksum,
        "events": EventShape(list(events), many=True).data,
    }
