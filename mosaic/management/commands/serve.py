"""`manage.py serve`: web server, two workers and the clock of an embedded instance, until Ctrl-C."""

import contextlib
import ctypes
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import FrameType
from urllib.error import URLError

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from mosaic.lib.database import require_database
from mosaic.management import double

WORKER = (
    "celery",
    "-A",
    "mosaic",
    "worker",
    "--pool",
    "solo",
    "--without-gossip",
    "--without-mingle",
    "--without-heartbeat",
)
PARTS = {
    "web": ("gunicorn", "mosaic.wsgi", "--config", "python:mosaic.gunicorn"),
    # One worker never takes long common work, so that a person's own is never behind it.
    "worker-person": (*WORKER, "--hostname", "person@%h", "--queues", "person,model"),
    "worker-all": (*WORKER, "--hostname", "all@%h", "--queues", "bulk,person,model"),
    "beat": ("celery", "-A", "mosaic", "beat"),
}
STOP_SECONDS = 10
START_SECONDS = 60
LOG_LIMIT = 10 * 1024 * 1024
DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux's prctl


class Stopped(Exception):
    """Somebody asked to stop."""


class Command(BaseCommand):
    """Starts every process, watches them, and stops all when one ends or when asked to."""

    help = "Run the web server, the workers and the clock of an embedded instance."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say whom to ask for answers."""
        parser.add_argument(
            "--fake-ai", action="store_true", help="let the tests' double of a model provider answer, for a look"
        )

    def handle(self, *, fake_ai: bool = False, **_: object) -> None:
        """Start, say where, wait, stop."""
        _require_free_port()
        require_database()
        logs = settings.VAR / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        running: dict[str, subprocess.Popen[bytes]] = {}
        try:
            variables = self._start_double(running, logs) if fake_ai else {}
            for name, command in PARTS.items():
                running[name] = _start(name, command, logs, variables)
            self._announce(running, logs)
            self._watch(running, logs)
        except Stopped:
            self.stdout.write("Stopping.")
        finally:
            _end(running)

    def _start_double(self, running: dict[str, subprocess.Popen[bytes]], logs: Path) -> dict[str, str]:
        """Start the double and return the variables with which everybody asks it and nobody else."""
        if settings.PRODUCTION:
            raise CommandError("A test double answers nobody in production.")
        process = running["fake-ai"] = _start("fake-ai", double.COMMAND, logs, {}, stdout=subprocess.PIPE)
        assert process.stdout
        with process.stdout as said:
            address = said.readline().decode().strip()
        if not address:
            raise CommandError(f"The test double did not start. Its log: {logs / 'fake-ai.log'}")
        self.stdout.write(
            f"Answers of models come from a test double on this machine ({address}): they mean nothing, "
            "no provider is asked, and nothing that is written here leaves the machine."
        )
        return double.variables_of(address)

    def _announce(self, running: dict[str, subprocess.Popen[bytes]], logs: Path) -> None:
        """Wait until the service is ready and say where it is."""
        address = f"http://127.0.0.1:{settings.PORT}"
        until = time.monotonic() + START_SECONDS
        while not _is_ready(address):
            _require_alive(running, logs)
            if time.monotonic() > until:
                raise CommandError(f"The web server did not become ready. Its log: {logs / 'web.log'}")
            time.sleep(0.2)
        self.stdout.write(f"Mosaic runs at {address} (logs in {logs}). Ctrl-C stops it.")
        self.stdout.flush()

    def _watch(self, running: dict[str, subprocess.Popen[bytes]], logs: Path) -> None:
        while True:
            _require_alive(running, logs)
            time.sleep(1)


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stopped


def _require_free_port() -> None:
    with contextlib.closing(socket.socket()) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", settings.PORT))
        except OSError as error:
            raise CommandError(f"Port {settings.PORT} is in use. Choose another: PORT=8001 script/server") from error


def _start(
    name: str, command: tuple[str, ...], logs: Path, variables: dict[str, str], stdout: int | None = None
) -> subprocess.Popen[bytes]:
    log = logs / f"{name}.log"
    if log.exists() and log.stat().st_size > LOG_LIMIT:
        log.replace(log.with_suffix(".log.1"))
    metrics = settings.VAR / "metrics"
    if name == "web":
        shutil.rmtree(metrics, ignore_errors=True)
        metrics.mkdir(parents=True)
    environment = {
        **os.environ,
        **variables,
        "PROMETHEUS_MULTIPROC_DIR": str(metrics),
        "PORT": str(settings.PORT),
        "MOSAIC_VAR": str(settings.VAR),
    }
    with log.open("ab") as out:
        return subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=stdout or out,
            stderr=out,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509  # there are no threads here
        )


def _die_with_parent() -> None:
    """Ask Linux to stop a part when this process is killed without a chance to do so."""
    ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGTERM)


def _require_alive(running: dict[str, subprocess.Popen[bytes]], logs: Path) -> None:
    for name, process in running.items():
        if process.poll() is not None:
            raise CommandError(
                f"{name} ended by itself (exit code {process.returncode}). Its log: {logs / f'{name}.log'}"
            )


def _is_ready(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/health/ready", timeout=2) as answer:  # noqa: S310  # our own
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def _end(running: dict[str, subprocess.Popen[bytes]]) -> None:
    """Ask every part to stop, and make those that do not."""
    for process in running.values():
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
    until = time.monotonic() + STOP_SECONDS
    for process in running.values():
        try:
            process.wait(timeout=max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
