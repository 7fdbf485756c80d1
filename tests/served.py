"""A running Mosaic for tests: the same processes as `script/server`, in a folder of its own."""

import atexit
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.error import URLError

ROOT = Path(__file__).parents[1]
START_SECONDS = 60
# Variables that give an instance a place of its own, which is prepared by itself.
OF_A_PLACE = {"DATABASE_URL", "MOSAIC_VAR"}


@dataclass(frozen=True, slots=True)
class Served:
    """A running instance: its address and its folder."""

    url: str
    var: Path
    process: "subprocess.Popen[bytes]"


@contextmanager
def served(**variables: str) -> Iterator[Served]:
    """Prepare and start an instance, and stop it as Ctrl-C would."""
    with prepared(**variables) as environment, serving(environment) as running:
        yield running


@contextmanager
def prepared(**variables: str) -> Iterator[dict[str, str]]:
    """Bring a new folder to the state of this code; yield the environment of its instance."""
    with tempfile.TemporaryDirectory(prefix="mosaic-served-") as folder:
        environment = environment_of(folder) | variables
        if OF_A_PLACE.isdisjoint(variables):
            shutil.copytree(first_folder(), folder, dirs_exist_ok=True)
        else:
            prepare(environment)
        yield environment


@cache
def first_folder() -> Path:
    """Prepare a folder that every further instance with its own SQLite begins as a copy of."""
    folder = Path(tempfile.mkdtemp(prefix="mosaic-first-"))
    atexit.register(shutil.rmtree, folder)
    prepare(environment_of(str(folder)))
    return folder


def environment_of(folder: str) -> dict[str, str]:
    """Return the environment of an instance in a folder, on a free port; nothing of the tests' own leaks in."""
    keep = ("PATH", "HOME", "LANG", "VIRTUAL_ENV")
    environment = {name: os.environ[name] for name in keep if name in os.environ}
    # Assets are collected once for all instances of a run.
    assets = str(Path(os.environ["MOSAIC_VAR"]).resolve() / "assets")
    return environment | {
        "MOSAIC_VAR": folder,
        "PORT": str(free_port()),
        "MOSAIC_MODE": "embedded",
        "STATIC_ROOT": assets,
    }


def prepare(environment: dict[str, str]) -> None:
    """Run what `script/server` runs before it starts."""
    command = [sys.executable, "manage.py", "prepare"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=120, stdout=subprocess.DEVNULL)


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[Served]:
    """Start a prepared instance, wait for it, and stop it as Ctrl-C would."""
    url, var = f"http://127.0.0.1:{environment['PORT']}", Path(environment["MOSAIC_VAR"])
    with (var / "said").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=said
        )
    try:
        wait_until_ready(url, process)
        yield Served(url, var, process)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_ready(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait for readiness; raise when the instance ends or takes too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"Mosaic ended by itself with {process.returncode}.")
        try:
            with urllib.request.urlopen(f"{url}/health/ready", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError("Mosaic did not become ready.")
