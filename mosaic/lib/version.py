"""Which commit runs, and since when."""

import os
import subprocess
from functools import cache
from pathlib import Path

from django.conf import settings

UNKNOWN = "unknown"
PLATFORM_VARIABLES = (
    "SOURCE_COMMIT",
    "RAILWAY_GIT_COMMIT_SHA",
    "RENDER_GIT_COMMIT",
    "HEROKU_SLUG_COMMIT",
    "GIT_COMMIT",
)
SCHEMA = "1"


@cache
def commit() -> str:
    """Return the commit: set at build, by the platform, or asked of git; else `unknown`."""
    if settings.COMMIT:
        return str(settings.COMMIT)
    named = next((os.environ[name] for name in PLATFORM_VARIABLES if os.environ.get(name)), "")
    return named or _of_git(settings.BASE_DIR) or UNKNOWN


def built_at() -> str:
    """Return when the image was built, or `unknown`."""
    return str(settings.BUILT_AT) or UNKNOWN


def _of_git(folder: Path) -> str:
    if not (folder / ".git").exists():
        return ""
    try:
        asked = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, text=True, timeout=5, check=False
        )
    except OSError:
        return ""
    return asked.stdout.strip() if asked.returncode == 0 else ""
