"""The coach, files and facts through the API."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.facts.models import Fact
from wimd import loading
from wimd.models import Turn, Upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]

TEXT = b"Ada Berg\nada@example.org\n\nWork\nWarehouse supervisor, Nordhav, 2014-2020\n- Planned the rota for 14 people\n- Trained new staff\n- Drove a forklift\n\nEducation\nSecondary school, 2002\n"


@pytest.fixture
def prompts(db: None) -> None:
    loading.load()


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    """Return a program that speaks for one person."""
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


def text_file(data: bytes = TEXT, name: str = "cv.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def upload(client: APIClient, file: SimpleUploadedFile) -> tuple[int, dict[str, object]]:
    answer = client.post("/wimd/upload", {"file": file}, format="multipart")
    return answer.status_code, answer.json()


class TestCoach:
    def test_the_first_message_starts_a_session(self, api: APIClient) -> None:
        answer = api.post("/wimd", {"prompt": "I am a nurse and tired of nights"})
        body = answer.json()
        assert answer.status_code == 200
        assert body["session_id"] == answer.headers["X-Session-ID"]
        assert body["result"]["kind"] == "door"
        assert body["result"]["source"] == "built-in"
        assert set(body["metrics"]) == {"clarity", "action", "momentum"}
        assert not answer.cookies

    def test_a_session_id_in_the_body_is_the_same_person(self, api: APIClient) -> None:
        token = api.post("/wimd", {"prompt": "hello"}).json()["session_id"]
        assert api.post("/wimd", {"prompt": "hello again", "session_id": token}).json()["session_id"] == token
        assert api.get("/wimd/conversation", headers={"X-Session-ID": token}).json()["turns"][-1]["number"] == 4

    def test_an_unknown_session_in_the_body_is_not_adopted(self, api: APIClient) -> None:
        assert api.post("/wimd", {"prompt": "hello", "session_id": "invented"}).status_code == 404

    @pytest.mark.parametrize("prompt", ["", "   ", "x" * 5001])
    def test_a_prompt_has_between_one_and_five_thousand_characters(self, api: APIClient, prompt: str) -> None:
        assert api.post("/wimd", {"prompt": prompt}).status_code == 422

    def test_the_same_client_id_is_one_turn(self, ana: APIClient) -> None:
        client_id = str(uuid4())
        first = ana.post("/wimd", {"prompt": "hello", "client_id": client_id}).json()["result"]
        assert ana.post("/wimd", {"prompt": "hello", "client_id": client_id}).json()["result"] == first
        assert Turn.objects.count() == 2

    def test_what_is_said_becomes_facts_with_quotes(self, ana: APIClient) -> None:
        ana.post("/wimd", {"prompt": "I planned the rota for nine carers and drove a forklift."})
        facts = ana.get("/wimd/facts").json()["facts"]
        assert {"rota-planning", "forklift-driving"} <= {fact["lexicon_id"] for fact in facts}
        assert facts[0]["evidence"][0]["quote"] == "I planned the rota for nine carers and drove a forklift."

    def test_words_of_danger_are_answered_with_help_and_not_read_for_skills(self, ana: APIClient) -> None:
        ana.patch("/session", {"region": "SE"})
        body = ana.post("/wimd", {"prompt": "I drove a forklift and now I want to kill myself"}).json()
        assert body["result"]["kind"] == "safety"
        assert body["result"]["choices"] == []
        assert any("90101" in card["detail"] for card in body["result"]["cards"])
        assert not Fact.objects.exists()

    def test_too_many_messages_get_a_pause(self, ana: APIClient, settings: Settings) -> None:
        settings.RATES = {**settings.RATES, "chat": "1/m"}
        ana.post("/wimd", {"prompt": "hello"})
        answer = ana.post("/wimd", {"prompt": "hello"})
        assert (answer.status_code, answer.json()["code"]) == (429, "too_many_requests")

    def test_readings_explain_themselves(self, ana: APIClient) -> None:
        body = ana.get("/wimd/metrics").json()
        assert body["metrics"] == {"clarity": 0, "action": 0, "momentum": 0}
        assert body["explanation"]["clarity"]["next"]
        assert len(body["history"]) == 13

    def test_the_library_in_use_is_named(self, api: APIClient, prompts: None) -> None:
        body = api.get("/prompts/active").json()
        assert body["count"] >= 600
        assert len(body["tags"]) >= 15
        assert api.get(f"/prompts/{body['active']}").status_code == 403


@pytest.mark.usefixtures("tasks_at_once")
class TestUploads:
    def test_a_resume_is_read_into_facts(
        self, ana: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            status, body = upload(ana, text_file())
        assert status == 201
        file = body["file"]
        assert isinstance(file, dict)
        assert (file["filename"], file["size"], file["status"]) == ("cv.txt", len(TEXT), "stored")
        detail = ana.get(f"/wimd/uploads/{file['id']}").json()
        assert detail["file"]["status"] == "ready"
        assert {"rota-planning", "forklift-driving"} <= {fact["lexicon_id"] for fact in detail["facts"]}
        assert all(one["quote"] in detail["text"] for fact in detail["facts"] for one in fact["evidence"])

    def test_the_same_bytes_twice_are_one_file(self, ana: APIClient) -> None:
        first, second = upload(ana, text_file())[1]["file"], upload(ana, text_file(name="again.txt"))[1]["file"]
        assert first["id"] == second["id"]  # type: ignore[index]  # the contract's shape
        assert Upload.objects.count() == 1

    def test_the_same_bytes_of_two_people_are_two_files(self, ana: APIClient) -> None:
        upload(ana, text_file())
        bob = APIClient()
        bob.credentials(HTTP_X_SESSION_ID=bob.post("/session").json()["session_id"])
        upload(bob, text_file())
        assert Upload.objects.count() == 2

    def test_the_stored_bytes_are_sealed(self, ana: APIClient, settings: Settings) -> None:
        upload(ana, text_file())
        stored = b"".join(path.read_bytes() for path in settings.MEDIA_ROOT.rglob("*") if path.is_file())
        assert stored
        assert b"Warehouse" not in stored

    @pytest.mark.parametrize(
        ("data", "name", "status", "code"),
        [
            (b"", "empty.pdf", 422, "empty_file"),
            (b"MZ\x90\x00" + b"\x00" * 400, "cv.pdf", 415, "unsupported_file_type"),
            (b"\x7fELF" + bytes(range(256)), "cv.docx", 415, "unsupported_file_type"),
            (bytes(range(256)) * 4, "cv.txt", 415, "unsupported_file_type"),
        ],
    )
    def test_what_nobody_can_read_is_refused_in_words(
        self, ana: APIClient, data: bytes, name: str, status: int, code: str
    ) -> None:
        got, body = upload(ana, text_file(data, name))
        assert (got, body["errors"][0]["code"] if got == 422 else body["code"]) == (status, code)  # type: ignore[index]  # the contract's shape
        assert body["detail"]
        assert not Upload.objects.exists()

    def test_a_document_over_its_limit_is_refused_with_the_limit(self, ana: APIClient, settings: Settings) -> None:
        settings.DOCUMENT_LIMIT = 1000
        status, body = upload(ana, text_file(b"words " * 400))
        assert (status, body["code"], body["limit"]) == (413, "file_too_large", 1000)

    def test_a_file_larger_than_anything_is_refused_by_its_announced_length(
        self, ana: APIClient, settings: Settings
    ) -> None:
        settings.MEDIA_LIMIT = 1000
        settings.DOCUMENT_LIMIT = 1000
        status, body = upload(ana, text_file(b"x" * (2 * 1024 * 1024)))
        assert (status, body["code"]) == (413, "file_too_large")

    def test_more_than_a_person_may_keep_is_refused(self, ana: APIClient, settings: Settings) -> None:
        settings.PERSON_LIMIT = len(TEXT) + 10
        upload(ana, text_file())
        status, body = upload(ana, text_file(TEXT + b"more of it"))
        assert (status, body["code"]) == (413, "quota_exceeded")

    def test_a_damaged_pdf_ends_in_words(
        self, ana: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            _, body = upload(ana, text_file(b"%PDF-1.4\nnothing that follows is right", "cv.pdf"))
        file = ana.get(f"/wimd/uploads/{body['file']['id']}").json()["file"]  # type: ignore[index]  # the contract's shape
        assert file["status"] == "failed"
        assert "damaged" in file["message"]

    def test_deleting_a_file_takes_its_bytes_and_its_facts(
        self, ana: APIClient, settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            _, body = upload(ana, text_file())
        with django_capture_on_commit_callbacks(execute=True):
            assert ana.delete(f"/wimd/uploads/{body['file']['id']}").status_code == 204  # type: ignore[index]  # the contract's shape
        assert ana.get("/wimd/facts").json()["facts"] == []
        assert not [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]

    def test_no_file_is_a_clear_error(self, ana: APIClient) -> None:
        answer = ana.post("/wimd/upload", {"file": "words"}, format="multipart")
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "file")
        assert ana.post("/wimd/upload", BytesIO(b"{}").read(), content_type="application/json").status_code == 415


class TestFacts:
    def test_a_removed_fact_is_gone_until_it_is_restored(self, ana: APIClient) -> None:
        ana.post("/wimd", {"prompt": "I drove a forklift."})
        fact = ana.get("/wimd/facts").json()["facts"][0]["id"]
        assert ana.delete(f"/wimd/facts/{fact}").json()["status"] == "removed"
        ana.post("/wimd", {"prompt": "I drove a forklift."})
        assert ana.get("/wimd/facts").json()["facts"][0]["status"] == "removed"
        assert ana.post(f"/wimd/facts/{fact}/restore").json()["status"] == "suggested"

    def test_words_can_be_changed_and_confirmed(self, ana: APIClient) -> None:
        ana.post("/wimd", {"prompt": "I drove a forklift."})
        fact = ana.get("/wimd/facts").json()["facts"][0]["id"]
        assert ana.patch(f"/wimd/facts/{fact}", {"label": "lorry loading"}).json()["label"] == "lorry loading"
        assert ana.patch(f"/wimd/facts/{fact}", {"status": "confirmed"}).json()["status"] == "confirmed"

    def test_a_fact_opens_to_meaning_other_names_and_codes(self, ana: APIClient) -> None:
        ana.post("/wimd", {"prompt": "I worked as a staff nurse for ten years and drove a forklift."})
        facts = {fact["lexicon_id"]: fact for fact in ana.get("/wimd/facts").json()["facts"]}
        assert facts["registered-nurse"]["codes"] == {"isco": ["2221"]}
        assert facts["forklift-driving"]["meaning"].endswith(".")
        name = facts["forklift-driving"]["also_known_as"][0]
        changed = ana.patch(f"/wimd/facts/{facts['forklift-driving']['id']}", {"label": name}).json()
        assert (changed["label"], changed["lexicon_id"]) == (name, "forklift-driving")

    def test_what_no_list_has_opens_to_nothing(self, ana: APIClient) -> None:
        body = ana.post("/wimd/facts", {"kind": "skill", "label": "whistling to my budgie"}).json()
        assert (body["meaning"], body["also_known_as"], body["codes"]) == ("", [], {})

    def test_a_person_can_state_something(self, ana: APIClient) -> None:
        body = ana.post("/wimd/facts", {"kind": "value", "label": "time for my garden", "polarity": "wants"}).json()
        assert (body["status"], body["evidence"][0]["source"]) == ("confirmed", "stated")

    def test_somebody_elses_fact_is_nowhere(self, ana: APIClient) -> None:
        ana.post("/wimd", {"prompt": "I drove a forklift."})
        fact = ana.get("/wimd/facts").json()["facts"][0]["id"]
        bob = APIClient()
        bob.credentials(HTTP_X_SESSION_ID=bob.post("/session").json()["session_id"])
        assert bob.delete(f"/wimd/facts/{fact}").status_code == 404
