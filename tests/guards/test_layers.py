"""The layers hold, and each contract really fails when it is broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("mosaic", "ps101", "wimd", "opportunity_bridge", "resume")

# One forbidden import for each contract: the file it is planted in, and the line.
PLANTED = {
    "The house from top to bottom": ("mosaic/facts/queries.py", "import ps101.queries"),
    "The project package has no other rooms": ("mosaic/attic.py", "VALUE = 1"),
    "Faces above services above queries above models": ("ps101/models/flows.py", "import ps101.services"),
    "Thinking is plain Python": ("ps101/domain/engine.py", "from django.db import models"),
    "Models are reached through one door": ("wimd/services.py", "import openai"),
    "Requests leave through one door": ("opportunity_bridge/queries.py", "import httpx2"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--config", "pyproject.toml"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("data", "__pycache__", "*.pyc")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize(("contract", "planted"), PLANTED.items())
def test_a_forbidden_import_is_noticed(copy: Path, contract: str, planted: tuple[str, str]) -> None:
    name, line = planted
    file = copy / name
    file.write_text((file.read_text() if file.exists() else "") + f"\n{line}\n")
    ended = lint(copy)
    assert ended.returncode != 0
    assert f"{contract} BROKEN" in ended.stdout or Path(name).stem in ended.stdout
