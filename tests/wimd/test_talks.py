"""Twelve people talk with the built-in coach: what it says is written down, read by people, and kept to the letter."""

import os

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks
from rest_framework.test import APIClient

from tests.simulation.visit import Json
from tests.wimd.talking import TALKS, TRANSCRIPTS, Said, Talking, transcript
from wimd import loading

pytest.register_assert_rewrite("tests.wimd.rules")
from tests.wimd import rules  # noqa: E402  # told how it fails

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once"), pytest.mark.one_engine]
NAMES = sorted(path.stem for path in TALKS.glob("*.toml"))


@pytest.fixture
def said(
    request: pytest.FixtureRequest, api: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> list[Said]:
    """Return a whole talk."""

    def ask(method: str, path: str, body: object) -> tuple[int, Json]:
        with django_capture_on_commit_callbacks(execute=True):
            answer = api.generic(method, path) if body is None else getattr(api, method.lower())(path, body)
        return answer.status_code, answer.json()

    loading.load(loading.FILE)
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return Talking(request.param, ask).go()


@pytest.mark.parametrize("said", NAMES, indirect=True)
def test_a_talk_is_what_was_read(said: list[Said], request: pytest.FixtureRequest) -> None:
    rules.follow(said)
    name = request.node.callspec.params["said"]
    file = TRANSCRIPTS / f"{name}.txt"
    text = transcript(said)
    if os.environ.get("WRITE_TRANSCRIPTS"):
        TRANSCRIPTS.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == text
