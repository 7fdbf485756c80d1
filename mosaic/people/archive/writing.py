"""Writing an archive: the words in one piece, the files as they come out of the storage."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from mosaic.lib.database import one_moment
from mosaic.people import files
from mosaic.people.archive import registry
from mosaic.people.archive.registry import Attached, Outgoing, Row
from mosaic.people.archive.summary import summary_of
from mosaic.people.domain.archive import FORMAT, MAIN, SUMMARY, VERSION
from mosaic.people.models import Newer, Person

# The same content gives the same bytes: no entry says when it was written.
LONG_AGO = (1980, 1, 1, 0, 0, 0)
READABLE_BY_OWNER = 0o600 << 16


@dataclass(frozen=True, slots=True)
class Composed:
    """An archive but for its files: every entry of words, and the files that follow."""

    words: tuple[tuple[str, bytes], ...]
    files: tuple[Attached, ...]


def compose(person: Person) -> Composed:
    """Put together everything of a person, as it is at one moment."""
    with one_moment():
        out = Outgoing(person)
        document = document_of(out)
        copies = tuple(registry.copies_for(person))
        summary = summary_of(person, [path for path, _ in copies] + _paths(out.files), _paths(out.missing))
    main = json.dumps(document, ensure_ascii=False, indent=1).encode()
    return Composed(((MAIN, main), (SUMMARY, summary.encode()), *copies), tuple(out.files))


def document_of(out: Outgoing) -> Row:
    """Return what `mosaic.json` says of a person, and note the files it names."""
    person = out.person
    newer = _newer_of(person)
    whole = newer.pop(None, {})
    lists: Row = {
        section.name: [{**newer.get(pk, {}), **row} for pk, row in section.encode(pks, out)]
        for section, pks in _named(person, out)
    }
    head: Row = {"format": FORMAT, "version": VERSION, "person": _about(person, whole)}
    missing: Row = {"missing": _listed(out.missing)} if out.missing else {}
    return {**whole, **head, "files": _listed(out.files), **missing, **lists}


def _listed(attached: list[Attached]) -> list[Row]:
    return [{"path": one.path, "size": one.size, "sha256": one.sha256} for one in attached]


def _paths(attached: list[Attached]) -> list[str]:
    return [one.path for one in attached]


def stream(person_id: UUID, composed: Composed) -> Iterator[bytes]:
    """Yield the archive; memory stays at the words and one block of a file."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w") as archive:
        for path, data in composed.words:
            archive.writestr(_entry(path, zipfile.ZIP_DEFLATED), data)
            yield sink.drained()
        for one in composed.files:
            with archive.open(_entry(one.path, zipfile.ZIP_STORED), "w") as entry:
                for block in files.read(person_id, one.name):
                    entry.write(block)
                    yield sink.drained()
    yield sink.drained()


class _Sink(io.RawIOBase):
    """Where the archive is written to: a place that cannot be gone back in and is emptied as it fills."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, block: bytes) -> int:  # type: ignore[override]  # zipfile hands over bytes alone
        self._waiting += block
        return len(block)

    def drained(self) -> bytes:
        """Return what was written since the last time."""
        found = bytes(self._waiting)
        self._waiting.clear()
        return found


def _named(person: Person, out: Outgoing) -> list[tuple[registry.Section, list[UUID]]]:
    """Return the sections with their rows in order. All are named before any is written: they name each other."""
    found = []
    for section in registry.sections():
        pks = section.order(person, out.names)
        out.names.give(section.kind, pks)
        found.append((section, pks))
    return found


def _newer_of(person: Person) -> dict[UUID | None, Row]:
    rows = Newer.objects.filter(person=person)
    return {row.about: dict(row.content) for row in rows if isinstance(row.content, dict)}


def _about(person: Person, whole: Row) -> Row:
    """Return what is said of the person themselves; who they are here, and until when, stays here."""
    newer = whole.pop("person", {})
    known: Row = {"timezone": person.timezone, "region": person.region, "language": person.language}
    return {**newer, **known} if isinstance(newer, dict) else known


def _entry(path: str, how: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, LONG_AGO)
    entry.compress_type, entry.external_attr = how, READABLE_BY_OWNER
    return entry
