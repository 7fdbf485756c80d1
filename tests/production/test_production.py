"""The commands of production, on an empty database and on one that an earlier state left behind."""

import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from tests.production.earlier import KEY, TOKEN
from tests.program import Program
from tests.served import ROOT, free_port, wait_until_ready
from tests.tools import POSTGRES, REDIS, answers, fresh_database, need

pytestmark = [pytest.mark.served, pytest.mark.timeout(300)]
EARLIER = "from tests.production import earlier; earlier."


@pytest.fixture(scope="module")
def assets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the assets are collected, once for all instances."""
    return tmp_path_factory.mktemp("image") / "static"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.backend)])
def variables(request: pytest.FixtureRequest, assets: Path, tmp_path: Path) -> Iterator[dict[str, str]]:
    """Return the environment of an instance in production, with files or with servers."""
    ours = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "DEBUG": "False",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "DATA_KEYS": KEY,
        "ALLOWED_HOSTS": "127.0.0.1",
        "HTTPS": "False",
        "PORT": str(free_port()),
        "WORKER_PROCESSES": "1",
        "MOSAIC_VAR": str(tmp_path / "var"),
        "STATIC_ROOT": str(assets),
    }
    if request.param == "sqlite":
        yield ours
        return
    need(answers(POSTGRES), "PostgreSQL")
    need(answers(REDIS), "Redis")
    with fresh_database() as address:
        yield ours | {"DATABASE_URL": address, "REDIS_URL": REDIS, "REDIS_PREFIX": f"mosaic-test-{uuid4().hex[:8]}"}


def run(variables: Mapping[str, str], *command: str) -> None:
    """Run one command of the instance to its end."""
    subprocess.run(command, cwd=ROOT, env=variables, check=True, timeout=120, stdout=subprocess.DEVNULL)


def release(variables: Mapping[str, str]) -> None:
    """Collect the assets as the image's build does, then migrate and load data as a release does."""
    build = {name: variables[name] for name in ("PATH", "MOSAIC_VAR", "STATIC_ROOT")}
    if not Path(variables["STATIC_ROOT"]).exists():
        run(build, sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0")
    run(variables, "script/run", "release")


@contextmanager
def running(variables: Mapping[str, str], logs: Path) -> Iterator[Program]:
    """Start web and worker, wait for readiness, and stop them."""
    address = f"http://127.0.0.1:{variables['PORT']}"
    with ExitStack() as stack:
        started = {}
        for part in ("worker", "web"):
            log = stack.enter_context((logs / part).open("wb"))
            started[part] = subprocess.Popen(["script/run", part], cwd=ROOT, env=variables, stdout=log, stderr=log)
            stack.callback(end, started[part])
        wait_until_ready(address, started["web"])
        yield Program(address)


def end(process: "subprocess.Popen[bytes]") -> None:
    """Ask a process to stop, as an orchestrator does."""
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=40) == 0


def test_an_empty_database_becomes_a_service(variables: dict[str, str], tmp_path: Path) -> None:
    release(variables)
    with running(variables, tmp_path) as program:
        assert program.ask("GET", "/health/ready")[0] == 200
        health = program.ask("GET", "/health")[1]
        assert health["ok"] is True, health
        assert program.ask("POST", "/wimd", {"prompt": "I bake bread at night."})[0] == 200


def test_an_earlier_database_goes_forward_and_back(variables: dict[str, str], tmp_path: Path) -> None:
    run(variables, sys.executable, "manage.py", "shell", "-c", f"{EARLIER}load()")
    release(variables)
    with running(variables, tmp_path) as program:
        assert program.ask("GET", "/health/ready")[0] == 200
        program.token = TOKEN
        status, session = program.ask("GET", "/session")
        assert status == 200, session
        _, answer = program.ask("GET", "/wimd/facts")
        facts = answer["facts"]
        assert isinstance(facts, list)
        assert any("rota" in str(fact["label"]).lower() for fact in facts)
        _, overview = program.ask("GET", "/ob/status")
        assert [one["stage"] for one in overview["applications"]] == ["applied"]  # type: ignore[attr-defined]  # JSON
        assert program.ask("POST", "/wimd", {"prompt": "I have thought about it."})[0] == 200
    run(variables, sys.executable, "manage.py", "shell", "-c", f"{EARLIER}go_back()")
