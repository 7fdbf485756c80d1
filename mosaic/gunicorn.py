"""How gunicorn serves Mosaic: few processes, many threads (chats wait long and work little)."""

import os
import resource
import shutil
from pathlib import Path

# The metrics library looks for this when it is first imported.
_own_metrics = "PROMETHEUS_MULTIPROC_DIR" not in os.environ
os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(Path(os.environ.get("MOSAIC_VAR") or "var") / "metrics"))
METRICS = Path(os.environ["PROMETHEUS_MULTIPROC_DIR"])

from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker
from prometheus_client import multiprocess

from mosaic.lib.logs import logging_config

worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS") or 2)
threads = int(os.environ.get("WEB_THREADS") or 300)
bind = [f"{os.environ.get('MOSAIC_HOST') or '127.0.0.1'}:{os.environ.get('PORT') or 8000}"]
timeout = 120
graceful_timeout = 10
keepalive = 5
control_socket_disable = True
# Its own lines quote the address of a request, with everything in it: they go the way of all others. The
# list of accesses names callers, and would begin by itself with this setting; our own line says enough.
logconfig_dict = logging_config(os.environ.get("LOG_LEVEL") or "INFO")
logconfig_dict["loggers"] |= {  # type: ignore[operator]  # a table of loggers
    "gunicorn.error": {"level": "INFO", "handlers": [], "propagate": True},
    "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": False},
}
# Heartbeats go to memory where there is such a folder: on a slow disk they would look late.
_memory = Path("/dev/shm")  # noqa: S108  # only heartbeats lie there
worker_tmp_dir = str(_memory) if _memory.is_dir() else None

# Each thread may hold a database connection, and each of those some files.
_soft, _hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (min(_hard, 65_536) if _hard > 0 else 65_536, _hard))


def on_starting(server: Arbiter) -> None:
    """Empty the folder through which processes add up their metrics, unless whoever starts us did."""
    if _own_metrics:
        shutil.rmtree(METRICS, ignore_errors=True)
    METRICS.mkdir(parents=True, exist_ok=True)


def child_exit(server: Arbiter, worker: Worker) -> None:
    """Take a finished process out of the live metrics."""
    multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]  # the library has no types here
