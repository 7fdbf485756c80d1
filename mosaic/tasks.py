"""The service's own periodic work."""

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from mosaic import backups, maintenance, watch
from mosaic.ai import approvals, budget
from mosaic.ai.tasks import send_approved
from mosaic.lib import work
from mosaic.people import jobs


@shared_task(name="mosaic.resend_due_work", expires=60)
def resend_due_work() -> None:
    """Wake workers for rows whose message or worker was lost."""
    for kind, pk in work.sweep(timezone.now()):
        kind.wake(pk)
    for pk in approvals.overdue(timezone.now()):
        send_approved.apply_async((str(pk),), expires=work.WAKE_SECONDS)


@shared_task(name="mosaic.check_alerts", expires=300)
def check_alerts() -> None:
    """Compare the service with its bounds."""
    watch.check()


@shared_task(name="mosaic.purge_expired")
def purge_expired() -> None:
    """Erase everybody whose time is over."""
    for _ in jobs.purge_expired(timezone.now()):
        pass
    budget.forget_before(timezone.now())
    watch.beat(watch.EXPIRY)


@shared_task(name="mosaic.maintain_database")
def maintain_database() -> None:
    """Let the database tidy itself and drop staff logins that ended."""
    maintenance.maintain()


@shared_task(name="mosaic.back_up")
def back_up() -> None:
    """Make the night's backup, where the operator asked for one."""
    if settings.BACKUP_NIGHTLY:
        backups.make(timezone.now())


@shared_task(name="mosaic.drop_old_backups", expires=3600)
def drop_old_backups() -> None:
    """Delete backups and copies of keys whose time is over."""
    backups.tend(timezone.now())
