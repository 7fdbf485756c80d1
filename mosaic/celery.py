"""The Celery app. Keys opened for a task are forgotten when it ends."""

import os
from contextlib import ExitStack
from typing import Any

import structlog
from celery import Celery, Task
from celery.signals import beat_init, setup_logging, task_failure, task_postrun, task_prerun, worker_init
from django.core.exceptions import ImproperlyConfigured

from mosaic.people import keyring

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mosaic.settings")

app = Celery("mosaic")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

log = structlog.stdlib.get_logger("mosaic.tasks")
_open: dict[str, ExitStack] = {}


@setup_logging.connect
def keep_logging(**_: object) -> None:
    """Leave logging as Django set it up: Celery's own would quote task arguments."""


@worker_init.connect
@beat_init.connect
def require_database_first(**_: object) -> None:
    """Stop the start when the database does not answer."""
    from mosaic.lib.database import require_database  # needs the settings, which load this module

    try:
        require_database()
    except ImproperlyConfigured as error:
        # Celery writes what a signal's receiver raises into its log and goes on; only this stops it.
        raise SystemExit(str(error)) from error


@task_prerun.connect
def begin_task(task_id: str, task: "Task[Any, Any]", **_: object) -> None:
    """Give a task its own place for keys and its id for the log."""
    stack = ExitStack()
    stack.enter_context(keyring.scope())
    stack.enter_context(structlog.contextvars.bound_contextvars(task=task.name, task_id=task_id))
    _open[task_id] = stack


@task_postrun.connect
def end_task(task_id: str, **_: object) -> None:
    """Forget a task's keys."""
    _open.pop(task_id).close()


@task_failure.connect
def note_failure(task_id: str, exception: BaseException, sender: "Task[Any, Any]", **_: object) -> None:
    """Write where a task broke, never what it was given."""
    log.error("task_failed", task=sender.name, task_id=task_id, exc_info=exception)
