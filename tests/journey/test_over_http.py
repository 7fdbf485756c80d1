"""The whole journey through the API, against running processes with a real worker and a real file."""

import io
import time
import zipfile
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from pypdf import PdfReader

from tests.journey.resume_file import NAME, as_docx, as_pdf
from tests.program import Program
from tests.ps101.answers import FAST_TRACK
from tests.served import Served, served
from tests.tools import POSTGRES, REDIS, answers, fresh_database, need

pytestmark = [pytest.mark.served, pytest.mark.timeout(300)]


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.backend)])
def mosaic(request: pytest.FixtureRequest) -> Iterator[Served]:
    """Run Mosaic with SQLite and files, and with PostgreSQL and Redis."""
    if request.param == "postgres":
        need(answers(POSTGRES), "PostgreSQL")
        need(answers(REDIS), "Redis")
        with (
            fresh_database() as address,
            served(DATABASE_URL=address, REDIS_URL=REDIS, REDIS_PREFIX=f"mosaic-test-{uuid4().hex[:8]}") as running,
        ):
            yield running
    else:
        with served() as running:
            yield running


def wait(until: Callable[[], bool], seconds: float = 30) -> None:
    """Wait for background work."""
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "background work took too long"
        time.sleep(0.2)


def test_from_the_door_to_an_application(mosaic: Served) -> None:
    ana = Program(mosaic.url)
    _, first = ana.ask(
        "POST", "/wimd", {"prompt": "I run a warehouse shift and the part I like is teaching the new ones."}
    )
    assert first["result"]["kind"] == "door"  # type: ignore[index]  # the contract's shape
    ana.token = str(first["session_id"])
    fast_track(ana)
    upload = read_file(ana, "cv.pdf", as_pdf())
    read_file(ana, "cv.docx", as_docx())
    skills_have_quotes(ana)
    job = best_opportunity(ana)
    version = resume_for(ana, job, upload)
    exports_can_be_read(ana, version)
    apply_and_move(ana, job, version)
    erase(ana)


def fast_track(ana: Program) -> None:
    _, journey = ana.ask("POST", "/ps101/journeys", {"flow": "fast_track"})
    for key, text in FAST_TRACK.items():
        status, _ = ana.ask("PUT", f"/ps101/journeys/{journey['id']}/answers/{key}", {"text": text, "version": 0})
        assert status == 200
    assert ana.ask("POST", f"/ps101/journeys/{journey['id']}/complete")[0] == 200
    wait(lambda: ana.ask("GET", "/api/ps101/context")[1]["status"] == "ready")
    _, answer = ana.ask("POST", "/wimd", {"prompt": "I am ready to talk about it."})
    assert answer["result"]["kind"] == "coach"  # type: ignore[index]  # the contract's shape
    assert "this week" in answer["result"]["message"]  # type: ignore[index]  # as above


def read_file(ana: Program, name: str, data: bytes) -> str:
    status, body = ana.upload(name, data)
    assert status == 201
    file = body["file"]
    assert isinstance(file, dict)
    wait(lambda: ana.ask("GET", f"/wimd/uploads/{file['id']}")[1]["file"]["status"] == "ready")  # type: ignore[index]  # as above
    return str(file["id"])


def skills_have_quotes(ana: Program) -> None:
    _, body = ana.ask("GET", "/wimd/facts")
    facts = body["facts"]
    assert isinstance(facts, list)
    skills = {fact["lexicon_id"]: fact for fact in facts if fact["kind"] == "skill"}
    assert {"rota-planning", "training-staff", "forklift-driving"} <= set(skills)
    assert all(one["quote"] for fact in facts for one in fact["evidence"])


def best_opportunity(ana: Program) -> str:
    status, body = ana.ask("GET", "/ob/opportunities?limit=20")
    assert status == 200
    opportunities = body["opportunities"]
    assert isinstance(opportunities, list)
    assert len(opportunities) == 20
    for one in opportunities:
        assert one["sample"] is True
        if one["fit_score"] is not None:
            assert sum(part["points"] for part in one["contributions"]) == one["fit_score"]
    best = opportunities[0]
    _, detail = ana.ask("GET", f"/ob/jobs/{best['job_id']}")
    assert detail["fit"]["requirements"]  # type: ignore[index]  # as above
    return str(best["job_id"])


def resume_for(ana: Program, job: str, upload: str) -> str:
    status, canonical = ana.ask("POST", "/resume/rewrite", {"upload_id": upload, "version_name": "first"})
    assert status in (200, 201), canonical
    assert NAME in str(canonical["resume"])
    status, made = ana.ask("POST", "/resume/customize", {"job_id": job, "version_id": canonical["version_id"]})
    assert status in (200, 201), made
    assert isinstance(made["changes"], list)
    assert made["document"]["basics"]["name"] == NAME  # type: ignore[index]  # as above
    return str(made["version_id"])


def exports_can_be_read(ana: Program, version: str) -> None:
    for file_format in ("pdf", "docx", "md", "txt", "json"):
        status, headers, data = ana.raw("GET", f"/resume/versions/{version}/export?format={file_format}")
        assert status == 200, data[:300]
        assert "attachment" in headers["Content-Disposition"]
        if file_format == "pdf":
            text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
        elif file_format == "docx":
            text = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
        else:
            text = data.decode()
        assert "Nowicki" in text


def apply_and_move(ana: Program, job: str, version: str) -> None:
    status, body = ana.ask(
        "POST", "/ob/apply", {"job_id": job, "notes": "asked Petra first", "resume_version_id": version}
    )
    assert (status, body["status"]) == (200, "applied")
    application = body["application"]
    assert isinstance(application, dict)
    assert application["enclosure"]["version"] == version
    again = ana.ask("POST", "/ob/apply", {"job_id": job})[1]["application"]
    assert again["id"] == application["id"]  # type: ignore[index]  # as above
    status, moved = ana.ask("PATCH", f"/ob/applications/{application['id']}", {"stage": "interview"})
    assert (status, moved["stage"]) == (200, "interview")
    _, overview = ana.ask("GET", "/ob/status")
    assert [one["stage"] for one in overview["applications"]] == ["interview"]  # type: ignore[attr-defined]  # as above


def erase(ana: Program) -> None:
    status, receipt = ana.ask("DELETE", "/session")
    assert status == 200
    assert int(str(receipt["rows"])) > 50
    assert ana.ask("GET", "/session")[0] == 404


def test_bad_input_is_answered_in_words_and_loses_nothing(mosaic: Served) -> None:
    bob = Program(mosaic.url)
    _, session = bob.ask("POST", "/session")
    bob.token = str(session["session_id"])
    bob.ask("POST", "/wimd", {"prompt": "I drove a forklift."})
    cases = [
        (bob.upload("empty.pdf", b""), 422),
        (bob.upload("cv.pdf", b"MZ" + b"\x00" * 2000), 415),
        (bob.upload("big.pdf", b"%PDF-1.4\n" + b"x" * (50 * 1024 * 1024)), 413),
        (bob.ask("GET", "/session", None, **{"X-User-ID": str(uuid4())}), 403),
        (bob.ask("GET", "/session", None, **{"X-Session-ID": "invented"}), 404),
        (bob.ask("POST", "/ob/apply", {"job_id": "no-such-job"}), 404),
        (bob.ask("POST", "/wimd", {"prompt": ""}), 422),
    ]
    for (status, body), wanted in cases:
        assert status == wanted, body
        assert body["detail"]
    status, body = bob.upload("damaged.pdf", b"%PDF-1.7\nnothing of this is right")
    assert status == 201
    file = body["file"]
    assert isinstance(file, dict)
    wait(lambda: bob.ask("GET", f"/wimd/uploads/{file['id']}")[1]["file"]["status"] == "failed")  # type: ignore[index]  # as above
    assert len(bob.ask("GET", "/wimd/facts")[1]["facts"]) == 1  # type: ignore[arg-type]  # as above
