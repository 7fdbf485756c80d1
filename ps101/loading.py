"""From flow files to stored versions."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from ps101.domain.flow_text import Unusable, read
from ps101.models import FlowVersion
from ps101.sentences import flaw_lines

FOLDER = Path(__file__).parent / "data" / "flows"


class FlowError(ValueError):
    """A flow file that cannot be used; says which and why."""


def load_all(folder: Path = FOLDER) -> Iterator[str]:
    """Store every file of a folder; yield one sentence each."""
    for path in sorted(folder.glob("*.toml")):
        yield load(path)


@transaction.atomic
def load(path: Path) -> str:
    """Store one file. Raises FlowError when it is malformed or changes a version that came with Mosaic.

    It is put in use only when it is newer than every stored version of its flow: what staff chose stays chosen.
    """
    text = path.read_text(encoding="utf-8")
    try:
        document, flow = read(text)
    except Unusable as error:
        raise FlowError("\n".join(f"{path.name}: {line}" for line in flaw_lines(error, text))) from error
    versions = FlowVersion.objects.filter(key=flow.key)
    stored = versions.filter(version=flow.version).first()
    if stored:
        return _beside(stored, fingerprint(document), path.name)
    row = FlowVersion(key=flow.key, version=flow.version, sha256=fingerprint(document), document=document)
    if versions.filter(version__gt=flow.version).exists():
        row.save()
        return f"Flow {row}: loaded, not in use; a newer version is stored."
    versions.filter(is_active=True).update(is_active=False)
    row.is_active, row.activated_at = True, timezone.now()
    row.save()
    return f"Flow {row}: loaded and active."


def fingerprint(document: Mapping[str, object]) -> str:
    """Return what equal documents share and others do not."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _beside(stored: FlowVersion, sha256: str, file: str) -> str:
    """Say how a file stands to the stored version of its number. Raises FlowError when both came with Mosaic."""
    if stored.sha256 == sha256:
        return f"Flow {stored}: unchanged."
    if stored.is_shipped:
        raise FlowError(f"{file}: version {stored} is stored with other words. Raise its version number.")
    # A deploy never ends here: staff wrote a version of this number, and theirs stays.
    return f"Flow {stored}: left out; staff wrote a version of this number."
