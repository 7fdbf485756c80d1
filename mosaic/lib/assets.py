"""Assets with hashed names where they were collected, under their plain names where they were not."""

import hashlib
from pathlib import Path

from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.finders import get_finders
from django.core.files.base import File
from whitenoise.storage import CompressedManifestStaticFilesStorage

MARK = ".collected-from"


class ServedAssets(StaticFilesConfig):
    """Leaves out what libraries bring and no page of ours asks for: it takes most of the time to compress."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "*.map",
        "rest_framework",
        "redoc",
        "oauth2-redirect.*",
    ]


class Assets(CompressedManifestStaticFilesStorage):
    """Hashed and compressed; an asset that was not collected keeps its name instead of breaking the page."""

    manifest_strict = False

    def hashed_name(self, name: str, content: File[bytes] | None = None, filename: str | None = None) -> str:
        """Return the hashed name of an asset, or its own."""
        if content is None and not self.exists(name):
            return name
        hashed: str = super().hashed_name(name, content, filename)
        return hashed


def sources() -> str:
    """Return a digest that changes when any asset does."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(ServedAssets.ignore_patterns):
            state = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{state.st_size}\0{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def are_collected(root: Path) -> bool:
    """Whether a folder holds the assets as they are now."""
    mark = root / MARK
    return mark.is_file() and mark.read_text() == sources()


def mark_collected(root: Path) -> None:
    """Note what the assets of a folder were collected from."""
    (root / MARK).write_text(sources())
