"""Taking an archive in: everything is looked at first, then all of it is stored, or nothing."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import cast
from zoneinfo import available_timezones

from django.conf import settings
from django.db import DataError, IntegrityError, transaction

from mosaic.lib.countries import countries
from mosaic.lib.crypto import fingerprint
from mosaic.people import files
from mosaic.people.archive import child, registry
from mosaic.people.archive.registry import Incoming, Kept, Pending, Row, Section
from mosaic.people.domain.archive import Refused, Why
from mosaic.people.domain.inspection import BROKEN, read_main
from mosaic.people.models import Newer, Person
from mosaic.people.services import keep_content

BLOCK = 256 * 1024
HEAD = ("format", "version", "person", "files", "missing")


class NotEmpty(Exception):
    """Somebody who has something here already: nothing is mixed or replaced."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an import brought."""

    rows: int
    files: int


def take_in(person: Person, path: Path) -> TakenIn:
    """Take in the archive at a path. Raises NotEmpty and Refused; then nothing is left of it."""
    require_empty(person)
    child.inspect(path, settings.PERSON_LIMIT)
    try:
        with zipfile.ZipFile(path) as archive:
            return _take_in(person, archive)
    except BROKEN as error:
        raise Refused(Why.DAMAGED) from error


def require_empty(person: Person) -> None:
    """Raise NotEmpty for somebody who has anything that an archive could bring."""
    if not is_empty(person):
        raise NotEmpty


def is_empty(person: Person) -> bool:
    """Whether somebody has nothing that an archive could bring."""
    return all(section.is_empty(person) for section in registry.sections())


def _take_in(person: Person, archive: zipfile.ZipFile) -> TakenIn:
    document = read_main(archive)
    incoming = Incoming(person)
    lists = _lists(document)
    for section, rows in lists:
        section.claim(rows, incoming)
    place = _place(document.get("person", {}))
    with _stored(person, archive, cast(list[Row], document.get("files", []))) as kept:
        incoming.files = dict(kept) | _lost(person, cast(list[Row], document.get("missing", [])))
        decoded = [(section, section.decode(rows, incoming)) for section, rows in lists]
        if incoming.files:
            raise Refused(Why.CONTRADICTS, "files")
        _store(person, decoded, place, _beyond(document))
    return TakenIn(sum(len(rows) for _, rows in lists), len(kept))


def _lists(document: Row) -> list[tuple[Section, list[Row]]]:
    found = []
    for section in registry.sections():
        rows = document.get(section.name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise Refused(Why.WRONG_TYPE, section.name)
        found.append((section, rows))
    return found


def _place(said: object) -> dict[str, str]:
    """Return time zone, country and language as far as they are said and known here."""
    if not isinstance(said, dict):
        raise Refused(Why.WRONG_TYPE, "person")
    known: dict[str, object] = {
        "timezone": available_timezones(),
        "region": {"", *countries()},
        "language": dict(settings.LANGUAGES),
    }
    found = {name: value for name, value in said.items() if name in known}
    if not all(isinstance(value, str) for value in found.values()):
        raise Refused(Why.WRONG_TYPE, "person")
    return {name: value for name, value in found.items() if value in cast(dict[str, str], known[name])}


def _beyond(document: Row) -> Row:
    """Return what stands in no section known here."""
    names = {*HEAD, *(section.name for section in registry.sections())}
    found = {name: value for name, value in document.items() if name not in names}
    about = cast(Row, document.get("person", {}))
    person = {name: value for name, value in about.items() if name not in ("timezone", "region", "language")}
    return {**found, **({"person": person} if person else {})}


@contextmanager
def _stored(person: Person, archive: zipfile.ZipFile, listed: list[Row]) -> Iterator[list[tuple[str, Kept]]]:
    """Seal the files of an archive into the storage; take them out again unless the block ends well."""
    kept: list[tuple[str, Kept]] = []
    is_done = False
    try:
        for one in listed:
            kept.append((str(one["path"]), _kept(person, archive, one)))  # noqa: PERF401  # what came before a fault must be known
        yield kept
        is_done = True
    finally:
        if not is_done:
            for _, file in kept:
                files.remove(file.name)


def _kept(person: Person, archive: zipfile.ZipFile, one: Row) -> Kept:
    def blocks() -> Iterator[bytes]:
        with archive.open(str(one["path"])) as file:
            while block := file.read(BLOCK):
                yield block

    name, sha256 = files.write(person.pk, blocks()), str(one["sha256"])
    return Kept(name, int(str(one["size"])), sha256, fingerprint(person.key(), sha256))


def _lost(person: Person, listed: list[Row]) -> dict[str, Kept]:
    """Return the files that were gone before the archive was written: no bytes of others are ever equal to theirs."""
    return {
        str(one["path"]): Kept(files.lost(person.pk), int(str(one["size"])), str(one["sha256"]), token_hex(32))
        for one in listed
    }


def _store(person: Person, decoded: list[tuple[Section, list[Pending]]], place: dict[str, str], beyond: Row) -> None:
    """Store everything in one transaction. Raises Refused when rows contradict each other."""
    try:
        with transaction.atomic():
            locked = Person.objects.select_for_update().get(pk=person.pk)
            require_empty(locked)
            _set_place(person, place)
            for section, pending in decoded:
                section.store(person, pending)
            for section, pending in decoded:
                section.settle(person, pending)
            _keep_newer(person, [one for _, pending in decoded for one in pending], beyond)
            if any(pending for _, pending in decoded):
                keep_content(person)
    except (IntegrityError, DataError) as error:
        raise Refused(Why.CONTRADICTS) from error


def _set_place(person: Person, place: dict[str, str]) -> None:
    for name, value in place.items():
        setattr(person, name, value)
    person.facts_stamp += 1
    person.save(update_fields=[*place, "facts_stamp"])


def _keep_newer(person: Person, pending: list[Pending], beyond: Row) -> None:
    rows = [Newer(person=person, about=one.row.pk, content=one.newer) for one in pending if one.newer]
    if beyond:
        rows.append(Newer(person=person, content=beyond))
    Newer.objects.bulk_create(rows)
