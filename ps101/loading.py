"""From flow files to stored versions."""

import hashlib
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from pydantic import TypeAdapter, ValidationError

from ps101.domain.flow import Flow
from ps101.models import FlowVersion

FOLDER = Path(__file__).parent / "data" / "flows"


class FlowError(ValueError):
    """A flow file that cannot be used; says which and why."""


def load_all(folder: Path = FOLDER) -> Iterator[str]:
    """Store every file of a folder; yield one sentence each."""
    for path in sorted(folder.glob("*.toml")):
        yield load(path)


@transaction.atomic
def load(path: Path) -> str:
    """Store one file. Raises FlowError when it is malformed or changes a stored version."""
    document, flow = _document(path)
    text = json.dumps(document, sort_keys=True, ensure_ascii=False)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    stored = FlowVersion.objects.filter(key=flow.key, version=flow.version).first()
    name = f"{flow.key} {flow.version}"
    if stored:
        if stored.sha256 != sha256:
            raise FlowError(f"{path.name}: version {name} is stored with other words. Raise its version number.")
        return f"Flow {name}: unchanged."
    FlowVersion.objects.filter(key=flow.key, is_active=True).update(is_active=False)
    FlowVersion.objects.create(
        key=flow.key,
        version=flow.version,
        sha256=sha256,
        document=document,
        is_active=True,
        activated_at=timezone.now(),
    )
    return f"Flow {name}: loaded and active."


def _document(path: Path) -> tuple[dict[str, object], Flow]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        flow = TypeAdapter(Flow).validate_python(document)
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise FlowError(f"{path.name}: {error}") from error
    keys = [prompt.key for prompt in flow.prompts]
    twice = {key for key in keys if keys.count(key) > 1}
    if twice:
        raise FlowError(f"{path.name}: the keys {', '.join(sorted(twice))} stand there more than once.")
    return document, flow
