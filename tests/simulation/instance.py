"""A running instance whose web server can be killed and started again, while a worker goes on."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mosaic.management.commands.serve import PARTS
from tests.served import ROOT, prepared, wait_until_ready

Process = subprocess.Popen[bytes]


class Instance:
    """Web server and worker on loopback, in a folder of their own."""

    def __init__(self, environment: dict[str, str]) -> None:
        metrics = Path(environment["MOSAIC_VAR"]) / "metrics"
        metrics.mkdir(exist_ok=True)
        self.environment = environment | {"PROMETHEUS_MULTIPROC_DIR": str(metrics)}
        self.url = f"http://127.0.0.1:{environment['PORT']}"
        self.kills = 0
        self.worker = self._start("worker-all")
        self.web = self._start("web")
        wait_until_ready(self.url, self.web)

    def kill_web(self) -> None:
        """Kill the web server with all its processes, without a word, and start it again."""
        os.killpg(self.web.pid, signal.SIGKILL)
        self.web.wait(timeout=30)
        self.kills += 1
        self.web = self._start("web")
        wait_until_ready(self.url, self.web)

    def stop(self) -> None:
        """End both."""
        for process in (self.web, self.worker):
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(timeout=20)

    def _start(self, part: str) -> Process:
        with (Path(self.environment["MOSAIC_VAR"]) / f"{part}.said").open("ab") as said:
            return subprocess.Popen(
                [sys.executable, "-m", *PARTS[part]],
                cwd=ROOT,
                env=self.environment,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )


@contextmanager
def running(**variables: str) -> Iterator[Instance]:
    """Prepare an instance, start it, and end it."""
    with prepared(**variables) as environment:
        instance = Instance(environment)
        try:
            yield instance
        finally:
            instance.stop()
