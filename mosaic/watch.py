"""Watching over the service: traffic of all processes, the five-minute check, and its alerts."""

import json
import shutil
import urllib.request
from datetime import datetime, timedelta
from urllib.error import URLError

import structlog
from django.conf import settings
from django.db import DatabaseError, transaction
from django.db.models import F, Sum
from django.utils import timezone

from mosaic.domain.bounds import Breach, Readings, breaches
from mosaic.lib import metrics, work
from mosaic.models import Alert, Heartbeat, Traffic
from mosaic.people import recovery, stored
from mosaic.people.queries import people_active_since

log = structlog.stdlib.get_logger("mosaic.watch")

WINDOW = timedelta(minutes=5)
TRAFFIC_KEPT = timedelta(days=2)
WEBHOOK_SECONDS = 5
ERRORS = "errors"
EXPIRY = "expiry"


def beat(name: str) -> None:
    """Note that something ran to its end."""
    Heartbeat.objects.update_or_create(name=name, defaults={"at": timezone.now()})


def flush_traffic() -> None:
    """Add what this process counted to the common rows; keep it when the database does not answer."""
    counted = metrics.take_traffic()
    now = timezone.now()
    window = now - timedelta(seconds=now.timestamp() % WINDOW.total_seconds())
    window = window.replace(microsecond=0)
    try:
        with transaction.atomic():
            for bucket, count in counted.items():
                Traffic.objects.get_or_create(window=window, bucket=bucket)
                Traffic.objects.filter(window=window, bucket=bucket).update(count=F("count") + count)
    except DatabaseError:
        metrics.put_traffic_back(counted)


def check() -> list[Alert]:
    """Measure, compare with the bounds, begin and end alerts; return those that are open."""
    now = timezone.now()
    found = {breach.name: breach for breach in breaches(read(now))}
    for alert in Alert.objects.filter(ended_at__isnull=True).exclude(name__in=found):
        alert.ended_at = now
        alert.save(update_fields=["ended_at"])
        _tell(alert, "ended")
    for breach in found.values():
        _begin(breach, now)
    Traffic.objects.filter(window__lt=now - TRAFFIC_KEPT).delete()
    _publish(now)
    return open_alerts()


def open_alerts() -> list[Alert]:
    """Return what is out of bounds as far as the last check knows."""
    return list(Alert.objects.filter(ended_at__isnull=True))


def read(now: datetime) -> Readings:
    """Measure everything that has a bound."""
    rows = Traffic.objects.filter(window__gte=now - 2 * WINDOW).values("bucket").annotate(total=Sum("count"))
    counted = {row["bucket"]: row["total"] for row in rows}
    errors = counted.pop(ERRORS, 0)
    last = Heartbeat.objects.filter(name=EXPIRY).first()
    return Readings(
        answers={float(bucket): count for bucket, count in counted.items()},
        errors=errors,
        storage_share=max(disk_share(), files_share()),
        queue_age=max((work.oldest_wait(kind.model, now) for kind in work.kinds()), default=timedelta(0)),
        expiry_age=now - last.at if last else None,
        recovery_attempts=recovery.attempts_in_the_last_hour(),
        recovery_busy=settings.RECOVERY_BUSY,
    )


def disk_share() -> float:
    """Return how full the disk is."""
    disk = shutil.disk_usage(settings.VAR)
    return disk.used / disk.total


def files_share() -> float:
    """Return how much of the room for everybody's files is used."""
    return stored.bytes_used() / max(1, int(settings.INSTANCE_LIMIT))


def _begin(breach: Breach, now: datetime) -> None:
    alert, is_new = Alert.objects.get_or_create(
        name=breach.name, ended_at=None, defaults={"reading": breach.reading, "began_at": now}
    )
    if is_new:
        _tell(alert, "began")


def _tell(alert: Alert, what: str) -> None:
    """Write an alert to the log and to the operator's address."""
    log.warning("alert", alert=alert.name, reading=alert.reading, what=what)
    if not settings.ALERT_WEBHOOK_URL:
        return
    body = json.dumps({"alert": alert.name, "reading": alert.reading, "what": what}).encode()
    request = urllib.request.Request(settings.ALERT_WEBHOOK_URL, body, {"Content-Type": "application/json"})  # noqa: S310
    try:
        urllib.request.urlopen(request, timeout=WEBHOOK_SECONDS).close()  # noqa: S310  # the operator's own address
    except (URLError, OSError) as error:
        log.exception("alert_not_delivered", alert=alert.name, exc_info=error)


def _publish(now: datetime) -> None:
    """Hand slow readings to the metrics page."""
    for name, hours in (("1h", 1), ("24h", 24)):
        metrics.ACTIVE.labels(name).set(people_active_since(now - timedelta(hours=hours)).count())
    for kind in work.kinds():
        metrics.QUEUE_AGE.labels(kind.model._meta.label_lower).set(work.oldest_wait(kind.model, now).total_seconds())
