"""What of the résumés goes along when somebody takes everything: the rows, and a copy of each to read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from pydantic import TypeAdapter

from mosaic.people.archive import registry
from mosaic.people.archive.names import EVERY, Names, Path
from mosaic.people.archive.registry import Told
from mosaic.people.archive.tables import Table
from mosaic.people.domain.archive import file_path
from mosaic.people.models import Person
from opportunity_bridge.archive import postings
from resume import queries
from resume.domain.changes import Operation, What
from resume.models import Resume, Version
from resume.rendering.files import Format, Made, render
from resume.rendering.sheet import lay_out
from resume.rendering.text import to_text

FOLDER = "resumes"
COPIES = (Format.TEXT, Format.JSON)


@dataclass(frozen=True)
class StoredSource:
    """Where words come from."""

    quote: str
    fact_id: str = ""
    upload_id: str = ""
    start: int = 0
    end: int = 0
    experience_id: str = ""


@dataclass(frozen=True)
class StoredRequirement:
    """The line of a posting that a change answers."""

    id: str
    quote: str


@dataclass(frozen=True)
class StoredChange:
    """One change."""

    id: str
    what: What
    operation: Operation
    pointer: str
    value: object
    before: list[str]
    after: list[str]
    requirement: StoredRequirement | None
    sources: list[StoredSource]


@dataclass(frozen=True)
class StoredGround:
    """The document that changes speak of, or nothing."""

    document: dict[str, object] = field(default_factory=dict)
    provenance: dict[str, list[StoredSource]] = field(default_factory=dict)


def register() -> None:
    """Register it."""
    registry.register(RESUMES)
    registry.register(VERSIONS)
    registry.add_copies(_copies)
    postings.referring.append(_postings_of)


def _named_in(*way: str) -> tuple[Path, ...]:
    return (*way, "fact_id"), (*way, "upload_id"), (*way, "experience_id")


def _postings_of(person: Person) -> Iterable[UUID]:
    found = Version.objects.filter(person=person, job__isnull=False)
    return [job for job in found.values_list("job", flat=True) if job]


def _copies(person: Person) -> Iterator[tuple[str, bytes]]:
    """Yield every version as text and as JSON Resume."""
    for number, pk in enumerate(VERSIONS.order(person, Names()), start=1):
        version = Version.objects.select_related("resume").get(person=person, pk=pk)
        made = Made(queries.sourced(version).document, version.resume.language, version.name, version.created_at)
        for file_format in COPIES:
            yield file_path(FOLDER, number, f"{version.name}.{file_format}"), render(made, file_format)


def _told(person: Person) -> Iterator[Told]:
    for version in queries.versions_of(person):
        text = to_text(lay_out(queries.sourced(version).document, version.resume.language))
        lines = (
            (_("made on"), date_format(version.created_at, "j F Y")),
            (_("made for"), version.job_label),
            (_("text"), text),
        )
        yield Told(version.name, lines)


RESUMES = Table("resumes", "resume", _("résumés"), Resume)
VERSIONS = Table(
    "resume_versions", "version", _("résumé versions"), Version,
    inner={
        "provenance": _named_in(EVERY, EVERY),
        "changes": _named_in(EVERY, "sources", EVERY),
        "ground": _named_in("provenance", EVERY, EVERY),
    },
    shapes={
        "document": TypeAdapter(dict[str, object]),
        "provenance": TypeAdapter(dict[str, list[StoredSource]]),
        "changes": TypeAdapter(list[StoredChange]),
        "ground": TypeAdapter(StoredGround),
    },
    tell=_told,
)  # fmt: skip
