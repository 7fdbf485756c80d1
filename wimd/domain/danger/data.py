"""The words of danger, as they stand in `wimd/data/danger/`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "data" / "danger"


@cache
def table(name: str) -> dict[str, Any]:
    """Return one file of `wimd/data/danger/`."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
