"""Archives that were damaged, or made to do harm: refused in words, and nothing of them is kept."""

import io
import json
import stat
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.storage import default_storage
from pytest_django import Settings

from mosaic.people.archive import registry
from mosaic.people.models import Newer, Person
from opportunity_bridge.services import paste_posting
from tests.people.everything import Inside, begin
from tests.people.people import make_person
from tests.people.test_archive import contents, main_of

pytestmark = [pytest.mark.one_engine, pytest.mark.django_db]
Files = dict[str, bytes]
POSTING = "Warehouse trainer\nNordhav\nWhat you bring\n- Experience in training new staff\n- Forklift driving\n"


def good() -> bytes:
    """Return the archive of somebody with a little of several things."""
    ana = Inside()
    begin(ana)
    ana.upload("cv.txt", b"Ada Berg\n\nWork\nSupervisor, Nordhav, 2014 - 2020\n- Planned the rota\n")
    ana.ask("POST", "/wimd", {"prompt": "I planned the rota for nine carers and drove a forklift."})
    ana.ask("PUT", "/ob/weights", {"skills": 40})
    ana.ask("POST", "/ob/jobs", {"text": POSTING})
    archive = ana.export()
    ana.ask("DELETE", "/session")
    return archive


def packed(files: Files) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def saying(change: Callable[[dict[str, Any]], object]) -> bytes:
    """Return a good archive whose `mosaic.json` was changed."""
    archive = good()
    document = main_of(archive)
    change(document)
    return packed({**contents(archive), "mosaic.json": json.dumps(document).encode()})


def written_as(text: bytes) -> bytes:
    return packed({**contents(good()), "mosaic.json": text})


def with_entry(entry: zipfile.ZipInfo, data: bytes = b"x") -> bytes:
    out = io.BytesIO(good())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(entry, data)
    return out.getvalue()


def named(name: str) -> bytes:
    """Return an archive with an entry of a name, as it is, that Python would have put right."""
    stand_in = "x" * len(name.encode())
    return with_entry(zipfile.ZipInfo(stand_in)).replace(stand_in.encode(), name.encode())


def link() -> bytes:
    entry = zipfile.ZipInfo("uploads/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return with_entry(entry, b"/etc/passwd")


def twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return with_entry(zipfile.ZipInfo("mosaic.json"), b"{}")


def bomb() -> bytes:
    return packed({**contents(good()), "zeros": b"\0" * (30 * 1024 * 1024)})


def crowd() -> bytes:
    return packed({**contents(good()), **{f"many/{number}": b"" for number in range(2_001)}})


def locked() -> bytes:
    data = bytearray(good())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        data[at + flags] |= 1
    return bytes(data)


def broken() -> bytes:
    data = bytearray(good())
    data[200:260] = bytes(60)
    return bytes(data)


def oddly_packed() -> bytes:
    data = bytearray(good())
    struct.pack_into("<H", data, data.find(b"PK\x01\x02") + 10, 99)
    return bytes(data)


def endless_index() -> bytes:
    """Return an archive whose end says that gigabytes of names come before it."""
    data = bytearray(good())
    struct.pack_into("<I", data, data.rfind(b"PK\x05\x06") + 12, 0xF0000000)
    return bytes(data)


def other_bytes() -> bytes:
    found = contents(good())
    name = next(one for one in found if one.startswith("uploads/"))
    return packed({**found, name: found[name][:-1] + b"!"})


def without_upload() -> bytes:
    found = contents(good())
    return packed({name: data for name, data in found.items() if not name.startswith("uploads/")})


def without_manifest() -> bytes:
    found = contents(good())
    del found["mosaic.json"]
    return packed(found)


def second(document: dict[str, Any], section: str) -> None:
    row = document[section][0]
    document[section].append({**row, "id": row["id"].replace("-1", "-2")})


def of_others(document: dict[str, Any]) -> None:
    ana = make_person()
    document["evidence"][0]["fact"] = str(paste_posting(ana, text=POSTING).pk)


def unnamed_file(document: dict[str, Any]) -> None:
    document["uploads"] = []
    document["events"] = []


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "no archive": (lambda: b"hello " * 100, "not_a_zip"),
    "nothing": (lambda: b"PK", "not_a_zip"),
    "cut off": (lambda: good()[:-300], "not_a_zip"),
    "broken inside": (broken, "damaged"),
    "an unknown way of packing": (oddly_packed, "damaged"),
    "path upwards": (lambda: named("../../../etc/cron.d/x"), "unsafe_name"),
    "path from the root": (lambda: named("/etc/cron.d/x"), "unsafe_name"),
    "path of another system": (lambda: named("..\\..\\x.txt"), "unsafe_name"),
    "link": (link, "unsafe_name"),
    "a name twice": (twice, "unsafe_name"),
    "bomb": (bomb, "expands_too_far"),
    "thousands of entries": (crowd, "too_many_entries"),
    "endless index": (endless_index, "too_many_entries"),
    "locked": (locked, "locked"),
    "no manifest": (without_manifest, "no_manifest"),
    "no JSON": (lambda: written_as(b"{'format':"), "not_json"),
    "JSON without end": (lambda: written_as(b"[" * 200_000), "not_json"),
    "deep JSON": (lambda: saying(lambda one: one.update(x=json.loads("[" * 100 + "]" * 100))), "not_json"),
    "no number": (lambda: written_as(b'{"format": "mosaic-export", "version": 1, "x": NaN}'), "not_json"),
    "half a letter": (lambda: written_as(b'{"format": "mosaic-export", "version": 1, "x": "\\ud800"}'), "not_json"),
    "a key twice": (lambda: written_as(b'{"format": "mosaic-export", "version": 1, "version": 2}'), "not_json"),
    "another format": (lambda: written_as(b'{"format": "elsewhere", "version": 1}'), "other_format"),
    "no version": (lambda: written_as(b'{"format": "mosaic-export"}'), "other_format"),
    "a file is missing": (without_upload, "missing_file"),
    "a file was changed": (other_bytes, "changed_file"),
    "a file nobody names": (lambda: saying(unnamed_file), "contradicts"),
    "a missing file that is there": (lambda: saying(lambda one: one.update(missing=one["files"])), "contradicts"),
    "a missing file without end": (lambda: saying(lambda one: one.update(missing=[{"path": "x", "size": 10**30, "sha256": "0" * 64}])), "too_large"),
    "a missing file of nobody": (lambda: saying(lambda one: one.update(missing=[{"path": "x", "size": 1, "sha256": "0" * 64}])), "contradicts"),
    "a list is none": (lambda: saying(lambda one: one.update(facts={"a": 1})), "wrong_type"),
    "a number for words": (lambda: saying(lambda one: one["facts"][0].update(label=7)), "wrong_type"),
    "words for a number": (lambda: saying(lambda one: one["turns"][0].update(number="one")), "wrong_type"),
    "yes for a number": (lambda: saying(lambda one: one["turns"][0].update(number=True)), "wrong_type"),
    "too large a number": (lambda: saying(lambda one: one["turns"][0].update(number=10**30)), "wrong_type"),
    "less than nothing": (lambda: saying(lambda one: one["turns"][0].update(number=-3)), "wrong_type"),
    "unknown kind": (lambda: saying(lambda one: one["facts"][0].update(kind="rumour")), "wrong_type"),
    "a sentence for a code": (lambda: saying(lambda one: one["facts"][0].update(aspect="my own words")), "wrong_type"),
    "a sentence in the journal": (lambda: saying(lambda one: one["events"][0].update(data={"note": "my own words"})), "wrong_type"),
    "no date": (lambda: saying(lambda one: one["facts"][0].update(created_at="2026-13-45T00:00:00Z")), "wrong_type"),
    "a date without zone": (lambda: saying(lambda one: one["facts"][0].update(created_at="2026-01-01T00:00:00")), "wrong_type"),
    "a day long ago": (lambda: saying(lambda one: one["facts"][0].update(created_at="0001-01-01T00:00:00Z")), "wrong_type"),
    "nothing where something is needed": (lambda: saying(lambda one: one["evidence"][0].update(quote=None)), "wrong_type"),
    "a column is missing": (lambda: saying(lambda one: one["evidence"][0].pop("quote")), "wrong_type"),
    "nothing counts": (lambda: saying(lambda one: one["weights"][0].update(dict.fromkeys(("skills", "role", "values", "interests", "place", "pay"), 0))), "wrong_type"),
    "a document of another shape": (lambda: saying(lambda one: one["uploads"][0].update(resume={"spans": "x"})), "wrong_type"),
    "an id of another kind": (lambda: saying(lambda one: one["evidence"][0].update(fact="turn-1")), "unknown_id"),
    "an id of nobody": (lambda: saying(lambda one: one["evidence"][0].update(fact="fact-4711")), "unknown_id"),
    "an id of somebody else": (lambda: saying(of_others), "unknown_id"),
    "an id twice": (lambda: saying(lambda one: one["facts"].append(one["facts"][0])), "wrong_type"),
    "an unknown flow": (lambda: saying(lambda one: one.update(journeys=[{"id": "journey-1", "flow": {"key": "none"}}])), "unknown_id"),
    "two conversations": (lambda: saying(lambda one: second(one, "conversations")), "contradicts"),
    "the same file twice": (lambda: saying(lambda one: second(one, "uploads")), "missing_file"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_an_archive_that_does_not_fit_is_refused_and_nothing_is_kept(name: str) -> None:
    make, why = HOSTILE[name]
    archive = make()
    bob = Inside()
    begin(bob)
    person = Person.objects.get(pk=bob.ask("GET", "/session")[1]["user_id"])
    status, body = bob.upload("export.zip", archive, "/session/import")
    assert (status, body["code"], body["errors"][0]["code"]) == (422, "archive_refused", why)
    assert "Nothing of it was kept." in body["detail"]
    assert all(section.is_empty(person) for section in registry.sections())
    assert not Newer.objects.exists()
    assert (
        not default_storage.exists(f"persons/{person.pk}") or default_storage.listdir(f"persons/{person.pk}")[1] == []
    )
    person.refresh_from_db()
    assert not person.has_content


def test_the_archive_itself_is_good() -> None:
    status, body = Inside().upload("export.zip", good(), "/session/import")
    assert (status, body["files"]) == (201, 1)


def test_somebody_who_has_something_keeps_it_and_takes_nothing_in() -> None:
    archive = good()
    bob = Inside()
    begin(bob)
    bob.ask("POST", "/wimd", {"prompt": "I drove a forklift."})
    before = contents(bob.export())
    status, body = bob.upload("export.zip", archive, "/session/import")
    assert (status, body["code"]) == (409, "not_empty")
    assert contents(bob.export()) == before


def test_an_archive_over_the_limit_is_refused_on_the_way(settings: Settings) -> None:
    settings.PERSON_LIMIT = 1
    status, body = Inside().upload("export.zip", b"PK" + b"x" * (18 * 1024 * 1024), "/session/import")
    assert (status, body["code"]) == (413, "file_too_large")


def test_more_files_than_fit_are_refused(settings: Settings) -> None:
    archive = good()
    settings.PERSON_LIMIT = 10
    status, body = Inside().upload("export.zip", archive, "/session/import")
    assert (status, body["errors"][0]["code"]) == (422, "too_large")


def test_what_a_newer_version_added_is_kept_and_goes_along_again() -> None:
    def newer(document: dict[str, Any]) -> None:
        document["version"] = 7
        document["dreams"] = [{"id": "dream-1", "text": "a garden"}]
        document["person"]["pronouns"] = "they"
        document["facts"][0]["certainty"] = {"value": 0.5, "of": "fact-1"}

    bob = Inside()
    status, body = bob.upload("export.zip", saying(newer), "/session/import")
    assert status == 201, body
    bob.token = body["session_id"]
    document = main_of(bob.export())
    assert document["version"] == 1
    assert document["dreams"] == [{"id": "dream-1", "text": "a garden"}]
    assert document["person"]["pronouns"] == "they"
    assert document["facts"][0]["certainty"] == {"value": 0.5, "of": "fact-1"}
    first = contents(bob.export())
    bob.ask("DELETE", "/session")
    assert not Newer.objects.exists()
    bob.token = ""
    bob.token = bob.upload("export.zip", packed(first), "/session/import")[1]["session_id"]
    assert contents(bob.export()) == first


def test_an_older_archive_without_later_columns_is_taken_in() -> None:
    def older(document: dict[str, Any]) -> None:
        for fact in document["facts"]:
            del fact["aspect"], fact["status_before"]
        del document["reminders"]

    assert Inside().upload("export.zip", saying(older), "/session/import")[0] == 201


def test_no_file_is_a_clear_error() -> None:
    bob = Inside()
    begin(bob)
    answer = bob.api.post("/session/import", {"file": "words"}, format="multipart", headers={"X-Session-ID": bob.token})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "file")
