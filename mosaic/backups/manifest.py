"""What a backup says about itself, and whether its parts are what it says."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

NAME = "manifest.json"
VERSION = 1
STAMP = "%Y-%m-%dT%H%M%SZ"
BLOCK = 1024 * 1024


class BackupRefused(Exception):
    """A backup that cannot be made or restored; the text says why."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Engine, number of people and files, and the sha256 of every part."""

    engine: str
    made_at: str
    people: int
    files: int
    parts: dict[str, str]
    version: int = VERSION


def stamp(now: datetime) -> str:
    """Return a moment as a name that sorts."""
    return now.astimezone(UTC).strftime(STAMP)


def moment(name: str) -> datetime | None:
    """Return the moment a name stands for, or None for other names."""
    try:
        return datetime.strptime(name.partition(".")[0], STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def digest_of(path: Path) -> str:
    """Return the sha256 of a file of any size."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            found.update(block)
    return found.hexdigest()


def write(folder: Path, manifest: Manifest) -> None:
    """Put the manifest beside the parts."""
    (folder / NAME).write_text(json.dumps(asdict(manifest), indent=2) + "\n", encoding="utf-8")


def read(folder: Path, engine: str) -> Manifest:
    """Read a manifest and check every part. Raises BackupRefused."""
    try:
        manifest = Manifest(**json.loads((folder / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BackupRefused(f"{folder} is not a whole backup: its manifest cannot be read.") from error
    if manifest.version != VERSION:
        raise BackupRefused(f"This backup has version {manifest.version}; this program restores version {VERSION}.")
    if manifest.engine != engine:
        raise BackupRefused(f"This backup is of {manifest.engine}; DATABASE_URL names {engine}.")
    for name, wanted in manifest.parts.items():
        path = folder / Path(name).name
        if not path.is_file() or digest_of(path) != wanted:
            raise BackupRefused(f"{name} is missing or damaged: its checksum differs.")
    return manifest
