"""What a machine reads of a résumé, field by field, and correcting it through the API."""

from datetime import date
from random import Random
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoCaptureOnCommitCallbacks
from rest_framework.test import APIClient

from mosaic.documents.model import Document, FileKind, Outcome
from mosaic.people.models import Person
from resume import services as resumes
from resume.domain.document import Source
from resume.queries import sourced
from tests.documents.made import paragraphs, raw_word
from wimd import jobs
from wimd.domain.resumes import LONGEST, resume_in
from wimd.models import Upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]

TEXT = """Ada Berg
ada@example.org

Work experience
Shift supervisor
Nordhav Ltd
2014 - 2020
- Planned the rota for 14 people
- Trained new staff

Order picker
Hisingen Ltd
2006 - 2014
- Picked orders

Skills
Rota planning
Spreadsheets
"""


class Reader:
    """A program of one person with one file that was read."""

    def __init__(self, capture: DjangoCaptureOnCommitCallbacks, data: str | bytes = TEXT) -> None:
        self.client = APIClient()
        begun = self.client.post("/session").json()
        self.client.credentials(HTTP_X_SESSION_ID=begun["session_id"])
        self.person = Person.objects.get(pk=begun["user_id"])
        with capture(execute=True):
            file = SimpleUploadedFile("cv.txt", data.encode() if isinstance(data, str) else data)
            self.id = self.client.post("/wimd/upload", {"file": file}, format="multipart").json()["file"]["id"]

    @property
    def upload(self) -> Upload:
        return Upload.objects.get(pk=self.id)

    def get(self) -> dict[str, Any]:
        found: dict[str, Any] = self.client.get(f"/wimd/uploads/{self.id}").json()
        return found

    def fields(self) -> dict[str, dict[str, Any]]:
        return {field["path"]: field for field in self.get()["resume"]["fields"]}

    def patch(self, version: object, *changes: tuple[str, object]) -> tuple[int, dict[str, Any]]:
        body = {"version": version, "changes": [{"path": path, "value": value} for path, value in changes]}
        answer = self.client.patch(f"/wimd/uploads/{self.id}/resume", body, format="json")
        return answer.status_code, answer.json()

    def correct(self, *changes: tuple[str, object]) -> dict[str, Any]:
        status, body = self.patch(self.upload.resume_version, *changes)
        assert status == 200, body
        return body


@pytest.fixture
def ana(tasks_at_once: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Reader:
    return Reader(django_capture_on_commit_callbacks)


def test_every_field_has_its_value_its_source_and_a_label(ana: Reader) -> None:
    body = ana.get()
    title = ana.fields()["work/0/position"]
    assert title | {"span": None} == {
        "path": "work/0/position", "label": "role", "value": "Shift supervisor", "read": "Shift supervisor",
        "edited": False, "span": None,
    }  # fmt: skip
    span = title["span"]
    assert body["text"][span["start"] : span["end"]] == "Shift supervisor"
    assert body["resume"]["document"]["work"][1]["name"] == "Hisingen Ltd"
    assert ana.fields()["basics/phone"] == {
        "path": "basics/phone", "label": "phone", "value": None, "read": None, "edited": False, "span": None,
    }  # fmt: skip


def test_a_file_that_is_no_resume_has_none(
    tasks_at_once: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    bob = Reader(django_capture_on_commit_callbacks, "A letter about the weather on Tuesday.")
    assert bob.get()["resume"] is None
    status, body = bob.patch(0, ("basics/name", "Bob"))
    assert (status, body["code"]) == (409, "no_resume")


def test_a_correction_is_kept_beside_what_was_read(ana: Reader) -> None:
    body = ana.correct(("work/0/position", "Head of shift"), ("work", {"position": "Cook", "startDate": "March 2004"}))
    assert [job["position"] for job in body["resume"]["document"]["work"]] == ["Head of shift", "Order picker", "Cook"]
    assert body["resume"]["document"]["work"][2]["startDate"] == "2004-03"
    field = ana.fields()["work/0/position"]
    assert (field["value"], field["read"], field["edited"]) == ("Head of shift", "Shift supervisor", True)
    assert field["span"] is not None
    assert ana.upload.resume["document"]["work"][0]["position"] == "Shift supervisor"  # type: ignore[index,call-overload]  # JSON


def test_null_brings_back_what_was_read(ana: Reader) -> None:
    ana.correct(("work/0/position", "Head of shift"), ("work/1", ""), ("basics/email", ""))
    body = ana.correct(("work/0/position", None), ("work/1", None), ("basics/email", None))
    assert body["resume"]["document"] == ana.upload.resume["document"]  # type: ignore[index,call-overload]  # JSON
    assert not ana.upload.resume_edits


def test_what_was_changed_in_between_is_never_replaced(ana: Reader) -> None:
    version = ana.get()["resume"]["version"]
    assert ana.patch(version, ("basics/name", "Ada B. Berg"))[0] == 200
    status, body = ana.patch(version, ("basics/name", "A. Berg"))
    assert (status, body["code"]) == (409, "lost_update")
    assert body["current"]["document"]["basics"]["name"] == "Ada B. Berg"
    assert body["current"]["version"] == version + 1
    assert ana.fields()["basics/name"]["value"] == "Ada B. Berg"


def test_the_same_correction_twice_is_one(ana: Reader) -> None:
    version = ana.get()["resume"]["version"]
    for _ in range(2):
        status, body = ana.patch(version, ("work", {"position": "Cook"}), ("basics/name", "Ada B. Berg"))
        assert status == 200
    assert len(body["resume"]["document"]["work"]) == 3


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("basics/salary", "5", "unknown_path"),
        ("work/9/position", "x", "unknown_path"),
        ("", "x", "blank"),
        ("../../etc/passwd", "x", "unknown_path"),
        ("work/0/position/__class__", "x", "unknown_path"),
        ("basics/name", 5, "wrong_type"),
        ("basics/name", ["Ada"], "wrong_type"),
        ("basics/name", True, "wrong_type"),
        ("work/0/highlights", {"a": "b"}, "wrong_type"),
        ("work", {"position": {"a": 1}}, "wrong_type"),
        ("work", {}, "nothing"),
        ("basics/email", "not one", "email"),
        ("basics/url", "javascript:alert(1)", "url"),
        ("work/0/startDate", "yesterday", "date"),
        ("basics/name", "x" * 5_000, "too_long"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(ana: Reader, path: str, value: object, code: str) -> None:
    before = ana.get()["resume"]
    status, body = ana.patch(before["version"], ("basics/name", "Somebody else"), (path, value))
    assert status == 422
    assert [one["code"] for one in body["errors"]] == [code]
    assert body["detail"]
    assert ana.get()["resume"] == before


@pytest.mark.parametrize(
    "body",
    [
        {}, {"version": 1}, {"version": "x", "changes": [{"path": "work/0", "value": ""}]}, {"version": -1, "changes": []},
        {"version": 1, "changes": []}, {"version": 1, "changes": [{"path": "basics/name"}]}, {"version": 1, "changes": ["a"]},
        {"version": 1, "changes": [{"path": "basics/name", "value": "x"}] * 501}, [], "x",
    ],
)  # fmt: skip
def test_a_body_of_another_shape_is_refused(ana: Reader, body: object) -> None:
    answer = ana.client.patch(f"/wimd/uploads/{ana.id}/resume", body, format="json")
    assert answer.status_code == 422
    assert answer.json()["errors"]


def test_a_lone_half_of_a_letter_is_refused(ana: Reader) -> None:
    body = '{"version": 1, "changes": [{"path": "basics/name", "value": "A\\ud800da"}]}'
    answer = ana.client.patch(f"/wimd/uploads/{ana.id}/resume", body, content_type="application/json")
    assert answer.status_code == 422


def test_markup_stays_words(ana: Reader) -> None:
    hostile = '<script>alert("x")</script>{{ 7 }}'
    assert ana.correct(("basics/name", hostile))["resume"]["document"]["basics"]["name"] == hostile


def test_somebody_elses_file_is_nowhere(
    ana: Reader, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    bob = Reader(django_capture_on_commit_callbacks)
    bob.id = ana.id
    status, body = bob.patch(1, ("basics/name", "Bob"))
    assert (status, body["code"]) == (404, "upload_not_found")
    assert not ana.upload.resume_edits


def test_corrections_are_sealed(ana: Reader) -> None:
    ana.correct(("basics/name", "Adalbert Himmelreich"))
    raw = ana.upload.__dict__["resume_edits"]
    assert isinstance(raw, bytes)
    assert b"Himmelreich" not in raw


def test_reading_again_keeps_what_was_corrected(ana: Reader) -> None:
    ana.correct(("work/0/position", "Head of shift"), ("work/1", ""), ("skills", {"name": "Welding"}))
    before, version = ana.get()["resume"]["document"], ana.upload.resume_version
    Upload.objects.filter(pk=ana.id).update(state="queued", claimed_until=None)
    jobs.read(ana.upload.pk)
    assert ana.get()["resume"]["document"] == before
    assert ana.upload.resume_version == version


def test_a_reader_that_reads_more_leaves_corrections_where_they_belong(ana: Reader) -> None:
    ana.correct(("work/1/position", "Warehouse hand"))
    upload = ana.upload
    stored: dict[str, Any] = dict(upload.resume)  # type: ignore[arg-type]  # JSON
    # An earlier reader, which had missed the first job.
    stored["document"] = {**stored["document"], "work": stored["document"]["work"][1:]}
    stored["spans"] = {"work/0" + path[6:]: span for path, span in stored["spans"].items() if path.startswith("work/1")}
    upload.resume, upload.resume_edits = stored, {"values": {"work/0/position": "Warehouse hand"}, "order": {}}
    upload.state = "queued"
    upload.save()
    jobs.read(upload.pk)
    work = ana.get()["resume"]["document"]["work"]
    assert [job["position"] for job in work] == ["Shift supervisor", "Warehouse hand"]
    assert ana.upload.resume_version == 3


def test_facts_follow_what_was_corrected(ana: Reader) -> None:
    def skills() -> set[str]:
        return {fact["lexicon_id"] for fact in ana.get()["facts"]}

    before = skills()
    assert {"rota-planning", "training-staff", "spreadsheets"} <= before
    ana.correct(
        ("work/0/highlights/0", "Planned the rota for twenty people"), ("work/0/highlights/1", ""), ("skills/1", "")
    )
    assert skills() == before - {"training-staff", "spreadsheets"}
    ana.correct(("work/0/highlights/1", None), ("skills/1", None))
    assert skills() == before


def test_a_resume_is_written_from_what_was_corrected(ana: Reader) -> None:
    ana.correct(
        ("work/0/position", "Head of shift"),
        ("work/0/highlights/1", ""),
        ("work/1", ""),
        ("languages", {"language": "Polish"}),
    )
    made = sourced(resumes.make_canonical(ana.person, upload=ana.upload))
    assert made.document["work"] == [
        {
            "position": "Head of shift", "name": "Nordhav Ltd", "startDate": "2014", "endDate": "2020",
            "highlights": ["Planned the rota for 14 people"],
        }
    ]  # fmt: skip
    assert made.document["languages"] == [{"language": "Polish"}]
    # What was left out does not come back as words that found no place.
    assert "other" not in made.document
    assert made.sources_at("/work/0/position") == (Source("Head of shift"),)
    assert made.sources_at("/languages/0/language") == (Source("Polish"),)
    kept = made.sources_at("/work/0/name")[0]
    assert kept.upload_id == ana.id
    assert TEXT[kept.start : kept.end] == "Nordhav Ltd"


def test_a_repaired_file_says_so(
    tasks_at_once: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    broken = raw_word(paragraphs(*TEXT.splitlines()), {"word/media/picture.bin": Random(1).randbytes(5_000)})[:-3_000]
    ada = Reader(django_capture_on_commit_callbacks, broken)
    file = ada.get()["file"]
    assert (file["status"], file["kind"]) == ("ready", "resume")
    assert file["message"] == f"This file is damaged. What is whole in it was read: {len(TEXT.split())} words."


def test_a_text_longer_than_any_resume_is_a_document() -> None:

    whole = Document(FileKind.TEXT, Outcome.READ, TEXT)
    longer = Document(FileKind.TEXT, Outcome.READ, TEXT + "x" * LONGEST)
    assert resume_in(whole, today=date(2026, 11, 21)) is not None
    assert resume_in(longer, today=date(2026, 11, 21)) is None
