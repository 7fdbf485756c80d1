"""The résumé as JSON Resume. The JSON object itself is the truth; unknown keys in it are kept and passed on.

Two keys of ours are allowed by the schema's openness: `other`, a list of `{name, highlights}` for what no
section holds, and `meta.sections`, the order in which the sections stand.
"""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import cast

from jsonschema import Draft7Validator, FormatChecker

from resume.domain.pointers import JSON, at, join, leaves, parent_of, text_at

SCHEMA = Path(__file__).parent.parent / "data" / "vendor" / "json_resume" / "schema.json"
SCHEMA_VERSION = "1.3.1"
DEEPEST, LONGEST = 30, 300_000
SECTIONS = (
    "work", "volunteer", "projects", "education", "certificates", "skills", "languages",
    "publications", "awards", "interests", "references", "other",
)  # fmt: skip
# What a reader sees of an item, in reading order: what it is, where, and what was done.
TITLES = ("position", "name", "studyType", "title", "language", "organization", "institution")


@dataclass(frozen=True, slots=True)
class Item:
    """One object of a section, by its address."""

    section: str
    pointer: str
    fields: Mapping[str, object]

    def text(self, name: str) -> str:
        """Return a field's words, or ""."""
        value = self.fields.get(name)
        return value.strip() if isinstance(value, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the words of a list field."""
        value = self.fields.get(name)
        return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()

    @property
    def title(self) -> str:
        """What names this item for a person."""
        return next((self.text(name) for name in TITLES if self.text(name)), "")

    @property
    def words(self) -> str:
        """The first words of it, for something without a title."""
        return self.title or next((words for _, words in leaves(dict(self.fields))), "")


@dataclass(frozen=True, slots=True)
class Source:
    """Where words come from: a fact, something done, an upload (then `text[start:end]`), or a text sent along."""

    quote: str
    fact_id: str = ""
    upload_id: str = ""
    start: int = 0
    end: int = 0
    experience_id: str = ""

    def as_json(self) -> JSON:
        """Return the stored form."""
        named = {"fact_id": self.fact_id, "upload_id": self.upload_id, "experience_id": self.experience_id}
        return {key: value for key, value in named.items() if value} | {
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
        }

    @classmethod
    def of_json(cls, stored: Mapping[str, object]) -> "Source":
        """Read the stored form."""
        return cls(
            quote=str(stored.get("quote", "")),
            fact_id=str(stored.get("fact_id", "")),
            upload_id=str(stored.get("upload_id", "")),
            start=int(str(stored.get("start", 0))),
            end=int(str(stored.get("end", 0))),
            experience_id=str(stored.get("experience_id", "")),
        )


Provenance = dict[str, tuple[Source, ...]]


@dataclass(frozen=True, slots=True)
class Sourced:
    """A document and, by address, where each part of it comes from."""

    document: JSON
    provenance: Provenance = field(default_factory=dict)

    def sources_at(self, pointer: str) -> tuple[Source, ...]:
        """Return the sources of a part: its own, else those of what it stands in, else its own words."""
        holder = pointer
        while holder:
            if holder in self.provenance:
                return self.provenance[holder]
            holder = parent_of(holder)
        words = text_at(self.document, pointer)
        return (Source(words),) if words else ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One way in which a document is not JSON Resume."""

    pointer: str
    message: str


class NotAResume(Exception):
    """A document that is not JSON Resume; says where."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings


def checked(document: object) -> JSON:
    """Return a copy of a document that is JSON Resume. Raises NotAResume."""
    refused = _unstorable(document)
    if refused:
        raise NotAResume((refused,))
    errors = sorted(_validator().iter_errors(document), key=lambda error: [str(part) for part in error.absolute_path])
    findings = tuple(Finding(join("", *error.absolute_path), error.message[:200]) for error in errors)
    if findings or not isinstance(document, dict):
        raise NotAResume(findings or (Finding("", "not an object"),))
    return cast(JSON, deepcopy(document))


def _unstorable(document: object) -> Finding | None:
    """Return why a document cannot be kept at all: too deep, too long, or letters that are none."""
    layer, depth = [document], 0
    while layer:
        depth += 1
        if depth > DEEPEST:
            return Finding("", "nested too deeply")
        inner = [list(one.values()) if isinstance(one, dict) else one for one in layer if isinstance(one, dict | list)]
        layer = [one for listed in inner for one in listed]
    try:
        size = len(json.dumps(document, ensure_ascii=False).encode())
    except (UnicodeEncodeError, TypeError, ValueError):
        return Finding("", "holds something that is no text")
    return Finding("", "too long") if size > LONGEST else None


@cache
def _validator() -> Draft7Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft7Validator(schema, format_checker=FormatChecker())


def basics_of(document: JSON) -> Item:
    """Return who the résumé is about."""
    basics = document.get("basics")
    return Item("basics", "/basics", basics if isinstance(basics, dict) else {})


def items_of(document: JSON, section: str) -> tuple[Item, ...]:
    """Return the objects of a section."""
    listed = document.get(section)
    if not isinstance(listed, list):
        return ()
    return tuple(Item(section, join("", section, i), one) for i, one in enumerate(listed) if isinstance(one, dict))


def order_of(document: JSON) -> tuple[str, ...]:
    """Return the sections in the order in which they stand."""
    named = at(document, "/meta/sections")
    wanted = [name for name in named if name in SECTIONS] if isinstance(named, list) else []
    return tuple(dict.fromkeys([*wanted, *SECTIONS]))


def words_in(document: JSON) -> Iterator[tuple[str, str]]:
    """Yield address and words of everything a reader sees but the contact lines, in reading order."""
    basics = basics_of(document)
    for name in ("name", "label", "summary"):
        if basics.text(name):
            yield join("/basics", name), basics.text(name)
    for section in order_of(document):
        yield from leaves(document.get(section), join("", section))


def is_empty(document: JSON) -> bool:
    """Whether there is nothing to read."""
    return next(words_in(document), None) is None
