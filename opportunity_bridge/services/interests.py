"""Keeping a posting, letting it go, putting it out of sight."""

from django.db import transaction
from django.utils import timezone

from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.people.models import Person
from opportunity_bridge.domain.reasons import Reason
from opportunity_bridge.models import Interest, Job
from opportunity_bridge.services.targets import aim_at
from wimd.services import withdraw_target


@transaction.atomic
def save(person: Person, job: Job) -> Interest:
    """Keep a posting, which makes it something to aim at. Keeping it twice is keeping it once."""
    row = _decide(person, job, Interest.State.SAVED, Reason.NONE, Happened.JOB_SAVED)
    aim_at(person, job)
    return row


@transaction.atomic
def hide(person: Person, job: Job, *, reason: str = "") -> Interest:
    """Put a posting out of sight, with a reason if there is one."""
    withdraw_target(person, job.pk)
    return _decide(person, job, Interest.State.HIDDEN, reason, Happened.JOB_HIDDEN)


@transaction.atomic
def unsave(person: Person, job: Job) -> None:
    """Take back what was decided about a posting, be it saved or hidden."""
    row = Interest.objects.select_for_update().filter(person=person, job=job).first()
    if row is None:
        return
    note(person, Happened.JOB_UNSAVED, row, job=str(job.pk), was=row.state)
    row.delete()
    withdraw_target(person, job.pk)


def _decide(person: Person, job: Job, state: str, reason: str, happened: Happened) -> Interest:
    Person.objects.select_for_update().get(pk=person.pk)
    row = Interest.objects.filter(person=person, job=job).first()
    if row and (row.state, row.reason) == (state, reason):
        return row
    row = row or Interest(person=person, job=job)
    row.state, row.reason, row.changed_at = state, reason, timezone.now()
    row.save()
    note(person, happened, row, job=str(job.pk), field=job.field, occupation=job.occupation, reason=reason)
    return row
