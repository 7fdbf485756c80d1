"""`script/server --fake-ai`: the whole product against the tests' double, for a look without a key."""

import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from mosaic.ai.domain.purposes import Purpose
from mosaic.management import double
from tests.processes import PROC, child_named, left_of, read
from tests.served import ROOT, prepared, wait_until_ready
from tests.tools import need

pytestmark = [pytest.mark.served, pytest.mark.timeout(240)]
OTHERS = "host.invalid"


@dataclass(frozen=True)
class Look:
    """An instance somebody looks at."""

    environment: dict[str, str]
    process: "subprocess.Popen[bytes]"
    said: list[str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.environment['PORT']}"

    @property
    def double(self) -> str:
        """The address of the double, as it was announced."""
        return next(line for line in self.said if "test double" in line).split("(")[1].split(")")[0]


@pytest.fixture
def look() -> Iterator[Look]:
    """Start it as somebody does, and end only what was started."""
    need((Path(sys.prefix) / ".mosaic-dev").exists(), "an environment made by script/bootstrap")
    with prepared(MOSAIC_VENV=sys.prefix, NO_PROXY=OTHERS, OPENAI_API_KEY="a-real-one") as environment:
        command = ["script/server", "--fake-ai"]
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
            try:
                said = heard(process)
                wait_until_ready(f"http://127.0.0.1:{environment['PORT']}", process)
                yield Look(environment, process, said)
            finally:
                process.send_signal(signal.SIGINT)
                process.wait(timeout=30)
        assert left_of(Path(environment["MOSAIC_VAR"])) == []


def heard(process: "subprocess.Popen[bytes]") -> list[str]:
    """Return what it says until it runs."""
    assert process.stdout
    said: list[str] = []
    while not said or ("Ctrl-C" not in said[-1] and said[-1]):
        said.append(process.stdout.readline().decode())
    return said


def test_every_purpose_is_answered_by_the_double_and_by_nobody_else(look: Look) -> None:
    assert "leaves the machine" in "".join(look.said)
    with urllib.request.urlopen(f"{look.url}/health", timeout=10) as answer:
        assert json.load(answer)["checks"]["ai"]["providers"] == ["anthropic", "openai"]
    variables = variables_of(child_named(look.process.pid, "gunicorn"))
    assert (
        variables.items()
        >= {
            "ANTHROPIC_BASE_URL": look.double,
            "OPENAI_BASE_URL": f"{look.double}/v1",
            "OPENAI_API_KEY": double.NAME,
            "NO_PROXY": f"{OTHERS},127.0.0.1",
        }.items()
    )
    checked = subprocess.run(
        [sys.executable, "manage.py", "check_ai"],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
    lines = checked.stdout.splitlines()
    # Two providers for every purpose; only one of them hears and places.
    assert [sum(line.startswith(purpose) for line in lines) for purpose in Purpose] == [2, 2, 2, 2, 2, 1, 1]
    assert all(f":{double.NAME}" in line and "works" in line for line in lines)


def variables_of(pid: int) -> dict[str, str]:
    """Return the environment of a process."""
    return dict(one.split("=", 1) for one in read(PROC / str(pid) / "environ").split("\0") if "=" in one)
