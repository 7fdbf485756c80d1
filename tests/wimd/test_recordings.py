"""Recordings: kept, and heard by a provider only after a yes to exactly this one."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.lib import work
from mosaic.people.models import AIReceipt
from tests.ai.fake import FakeAI, Turn
from tests.ai.keys import two_providers
from wimd import jobs
from wimd.models import Upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tasks_at_once")]
SOUND = (
    b"RIFF\x24\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00data"
    + bytes(800)
)
WORDS = "I drove a forklift for six years and planned the rota."


@pytest.fixture
def other(settings: Settings) -> Iterator[FakeAI]:
    with two_providers(settings) as (_, other):
        yield other


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


class Recorded:
    """A recording of somebody, brought through the API."""

    def __init__(self, client: APIClient, commits: DjangoCaptureOnCommitCallbacks) -> None:
        self.client, self.commits = client, commits
        with commits(execute=True):
            file = SimpleUploadedFile("Interview with Ottilie.wav", SOUND)
            body = client.post("/wimd/upload", {"file": file}, format="multipart").json()
        self.path = f"/wimd/uploads/{body['file']['id']}"

    def say_yes(self) -> tuple[int, dict[str, object]]:
        with self.commits(execute=True):
            answer = self.client.post(f"{self.path}/transcribe")
        return answer.status_code, answer.json()

    def read_again(self) -> None:
        with self.commits(execute=True):
            assert self.client.post(f"{self.path}/read-again").status_code == 200

    @property
    def text(self) -> str:
        return str(self.client.get(self.path).json()["text"])

    @property
    def file(self) -> dict[str, object]:
        found: dict[str, object] = self.client.get(self.path).json()["file"]
        return found

    @property
    def facts(self) -> set[str]:
        return {fact["lexicon_id"] for fact in self.client.get(self.path).json()["facts"]}


@pytest.fixture
def recorded(ana: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Recorded:
    return Recorded(ana, django_capture_on_commit_callbacks)


def allow(client: APIClient, mode: str) -> None:
    assert client.put("/session/ai", {"mode": mode}).status_code == 200


def heard(server: FakeAI) -> list[object]:
    return [asked for asked in server.asked if asked.path.endswith("/transcriptions")]


def test_nobody_hears_a_recording_by_itself_in_any_mode(other: FakeAI, recorded: Recorded) -> None:
    for mode in ("off", "ask", "on"):
        allow(recorded.client, mode)
        recorded.read_again()
    assert recorded.file["status"] == "failed"
    assert "file is kept" in str(recorded.file["message"])
    assert other.asked == []


@pytest.mark.parametrize("mode", ["ask", "on"])
def test_after_a_yes_it_is_written_down_and_read(other: FakeAI, recorded: Recorded, mode: str) -> None:
    allow(recorded.client, mode)
    other.script(Turn((WORDS,)))
    assert recorded.say_yes()[0] == 200
    assert (recorded.text, recorded.file["status"], recorded.file["kind"]) == (WORDS, "ready", "audio")
    assert "forklift-driving" in recorded.facts
    receipt = AIReceipt.objects.get()
    assert receipt.is_unmasked_media
    assert (receipt.purpose, receipt.provider, receipt.outcome) == ("transcribe", "openai", "answered")
    assert receipt.micros > 0
    assert "Ottilie" not in receipt.payload
    assert "Ottilie" not in str(heard(other))


def test_one_yes_is_for_one_time(other: FakeAI, recorded: Recorded) -> None:
    allow(recorded.client, "on")
    other.script(Turn((WORDS,)))
    recorded.say_yes()
    recorded.read_again()
    assert recorded.text == WORDS
    assert len(heard(other)) == 1


def test_with_the_mode_off_nothing_leaves(other: FakeAI, recorded: Recorded) -> None:
    status, problem = recorded.say_yes()
    assert (status, problem["code"]) == (409, "ai_mode_off")
    assert other.asked == []


def test_a_yes_is_void_once_the_mode_is_off(
    other: FakeAI, recorded: Recorded, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    allow(recorded.client, "on")
    with django_capture_on_commit_callbacks() as waiting:
        recorded.client.post(f"{recorded.path}/transcribe")
    allow(recorded.client, "off")
    for callback in waiting:
        callback()
    assert other.asked == []
    assert recorded.file["status"] == "failed"


def test_without_a_provider_it_says_so(recorded: Recorded) -> None:
    allow(recorded.client, "on")
    status, problem = recorded.say_yes()
    assert (status, problem["code"]) == (503, "ai_unavailable")


def test_a_provider_that_fails_leaves_the_file_and_can_be_asked_again(other: FakeAI, recorded: Recorded) -> None:
    allow(recorded.client, "on")
    other.script(Turn(status=401))
    recorded.say_yes()
    assert "could not write this recording down" in str(recorded.file["message"])
    other.script(Turn((WORDS,)))
    recorded.say_yes()
    assert recorded.text == WORDS
    assert set(AIReceipt.objects.values_list("state", "outcome")) == {("sent", "failed"), ("sent", "answered")}


def test_without_room_it_waits_and_is_sent_once_there_is_some(
    other: FakeAI, recorded: Recorded, settings: Settings
) -> None:
    allow(recorded.client, "on")
    budgets = settings.BUDGETS
    settings.BUDGETS = {**budgets, "day": 0}
    recorded.say_yes()
    assert other.asked == []
    assert str(recorded.file["status"]) == "stored"
    assert "Waiting for room" in str(recorded.file["message"])
    upload = Upload.objects.get()
    assert (upload.attempts, AIReceipt.objects.get().state) == (0, "approved")
    assert list(work.sweep(timezone.now())) == []
    settings.BUDGETS = budgets
    other.script(Turn((WORDS,)))
    jobs.read(upload.pk)
    assert other.asked == []
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        assert [pk for _, pk in work.sweep(timezone.now())] == [upload.pk]
        jobs.read(upload.pk)
    assert (recorded.text, str(recorded.file["status"])) == (WORDS, "ready")


def test_without_room_for_a_day_it_is_given_up_and_another_yes_sends_it(
    other: FakeAI, recorded: Recorded, settings: Settings
) -> None:
    allow(recorded.client, "on")
    budgets = settings.BUDGETS
    settings.BUDGETS = {**budgets, "day": 0}
    recorded.say_yes()
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        jobs.read(Upload.objects.get().pk)
    assert recorded.file["status"] == "failed"
    assert other.asked == []
    settings.BUDGETS = budgets
    other.script(Turn((WORDS,)))
    recorded.say_yes()
    assert recorded.text == WORDS


def test_a_yes_withdrawn_while_it_waits_ends_the_waiting_at_once(
    other: FakeAI,
    recorded: Recorded,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    allow(recorded.client, "on")
    settings.BUDGETS = {**settings.BUDGETS, "day": 0}
    recorded.say_yes()
    with django_capture_on_commit_callbacks(execute=True):
        allow(recorded.client, "off")
    assert recorded.file["status"] == "failed"
    assert "Waiting for room" not in str(recorded.file["message"])
    assert other.asked == []


def test_only_recordings_are_heard(other: FakeAI, ana: APIClient) -> None:
    allow(ana, "on")
    file = ana.post("/wimd/upload", {"file": SimpleUploadedFile("a.txt", b"I drove a forklift")}, format="multipart")
    answer = ana.post(f"/wimd/uploads/{file.json()['file']['id']}/transcribe")
    assert (answer.status_code, answer.json()["code"]) == (409, "no_recording")
    assert other.asked == []
