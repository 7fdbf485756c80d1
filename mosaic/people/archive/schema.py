"""The JSON Schema of `mosaic.json`, made from what the apps registered: `docs/export.schema.json`."""

import json

from mosaic.people.archive.registry import sections
from mosaic.people.domain.archive import FORMAT, VERSION

PERSON = {
    "type": "object",
    "description": "where and in which language the person is",
    "properties": {name: {"type": "string"} for name in ("timezone", "region", "language")},
}
FILE = {
    "type": "object",
    "properties": {
        "path": {"type": "string"},
        "size": {"type": "integer", "minimum": 0},
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    },
    "required": ["path", "size", "sha256"],
}


def schema() -> dict[str, object]:
    """Return the schema. Unknown names are allowed everywhere: they are kept."""
    lists = {section.name: {"type": "array", "items": section.schema()} for section in sections()}
    head = {
        "format": {"const": FORMAT},
        "version": {"type": "integer", "minimum": 1, "description": f"{VERSION} where this was written"},
        "person": PERSON,
        "files": {"type": "array", "description": "every file that belongs to a row", "items": FILE},
        "missing": {"type": "array", "description": "files of rows whose bytes were lost before", "items": FILE},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Mosaic export",
        "description": "What mosaic.json in an exported archive holds. Rows are named by local ids such as fact-17; "
        "gone-1 names something that was deleted before.",
        "type": "object",
        "properties": {**head, **lists},
        "required": ["format", "version"],
    }


def text() -> str:
    """Return the schema as it lies in `docs/`."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
