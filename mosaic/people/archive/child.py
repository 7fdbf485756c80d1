"""Has an archive inspected in a process of its own, bound in memory and time."""

import json
import subprocess
import sys
from pathlib import Path

from mosaic.people.domain.archive import Refused, Why

ROOT = Path(__file__).parents[3]
# -I keeps the environment and the working directory out of the child's imports, so the root is named here.
BOOT = "import sys; sys.path.insert(0, sys.argv.pop(1)); from mosaic.people.domain.inspection import main; main()"
WALL_SECONDS = 60


def inspect(path: Path, quota: int) -> None:
    """Raise Refused for an archive that must not be opened here."""
    try:
        with path.open("rb") as file:
            ended = subprocess.run(
                [sys.executable, "-I", "-B", "-c", BOOT, str(ROOT), str(quota)],
                stdin=file,
                capture_output=True,
                env={"LANG": "C.UTF-8"},
                cwd="/",
                timeout=WALL_SECONDS,
                check=False,
            )
    except subprocess.TimeoutExpired as error:
        raise Refused(Why.TOO_SLOW) from error
    try:
        answer = json.loads(ended.stdout)
    except ValueError as error:
        raise Refused(Why.EXPANDS) from error  # it did not live to say why
    if answer["why"]:
        raise Refused(Why(answer["why"]), answer["where"])
