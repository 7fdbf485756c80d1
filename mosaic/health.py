"""Whether the service can do its work: each part asked for real."""

from io import BytesIO
from uuid import uuid4

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from kombu import Connection
from kombu.exceptions import KombuError

from mosaic import watch
from mosaic.ai import registry
from mosaic.people import stored

BROKER_SECONDS = 2

SIZES = {
    "sqlite": "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
    "postgresql": "SELECT pg_database_size(current_database())",
}

State = dict[str, object]


def checks() -> dict[str, State]:
    """Ask every part; each answer has `ok`."""
    return {"database": database(), "migrations": migrations(), "storage": storage(), "broker": broker(), "ai": ai()}


def database() -> State:
    """Ask the database and name its engine."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return {"ok": False, "engine": connection.vendor}
    return {"ok": True, "engine": connection.vendor}


def migrations() -> State:
    """Count the migrations that are not applied."""
    try:
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return {"ok": False, "waiting": None}
    return {"ok": waiting == 0, "waiting": waiting}


def storage() -> State:
    """Write a file and delete it; say how much room is used."""
    try:
        name = default_storage.save(f"health/{uuid4().hex}", File(BytesIO(b"health"), name="health"))
        default_storage.delete(name)
        used, disk, size = stored.bytes_used(), watch.disk_share(), database_size()
    except (OSError, DatabaseError):
        return {"ok": False}
    return {
        "ok": True,
        "used": used,
        "limit": settings.INSTANCE_LIMIT,
        "disk_share": round(disk, 3),
        "database": size,
    }


def database_size() -> int:
    """Return the bytes the database takes on its disk."""
    with connection.cursor() as cursor:
        cursor.execute(SIZES[connection.vendor])
        size: int = cursor.fetchone()[0]
    return size


def broker() -> State:
    """Connect to where tasks are queued."""
    kind = "redis" if settings.REDIS_URL else "files"
    if not settings.REDIS_URL:
        return {"ok": (settings.VAR / "broker" / "messages").is_dir(), "kind": kind}
    try:
        with Connection(settings.REDIS_URL, connect_timeout=BROKER_SECONDS) as asked:
            asked.ensure_connection(max_retries=1, timeout=BROKER_SECONDS)
    except (KombuError, OSError):
        return {"ok": False, "kind": kind}
    return {"ok": True, "kind": kind}


def ai() -> State:
    """Name the providers that can be asked, and how they were when they last were. None is needed."""
    return {"ok": True, "providers": registry.configured(), "seen": registry.seen()}


def is_ready() -> bool:
    """Do one real read and one real write, unless a restore is under way."""
    if settings.RESTORING.exists():
        return False
    try:
        watch.beat("readiness")
    except DatabaseError:
        return False
    return migrations()["ok"] is True
