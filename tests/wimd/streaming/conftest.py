"""Somebody to whom the coach is open, and the doubles their messages may be sent to."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from tests.ai.fake import FakeAI
from tests.ai.keys import two_providers
from tests.ps101.test_api import finish
from wimd import loading, speaking


@pytest.fixture
def both(settings: Settings) -> Iterator[tuple[FakeAI, FakeAI]]:
    with two_providers(settings) as servers:
        yield servers


@pytest.fixture
def one(both: tuple[FakeAI, FakeAI]) -> FakeAI:
    return both[0]


@pytest.fixture
def short_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let who follows in the same thread as who speaks come back at once."""
    monkeypatch.setattr(speaking, "STEP", 0.0)
    monkeypatch.setattr(speaking, "LONGEST", 0.0)


@pytest.fixture
def ana(api: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> APIClient:
    """Return somebody to whom the coach is open and whose messages may be sent."""
    loading.load()
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    with django_capture_on_commit_callbacks(execute=True):
        finish(api)
    assert api.post("/wimd", {"prompt": "here I am again, a little tired"}).status_code == 200
    assert api.put("/session/ai", {"mode": "on"}).status_code == 200
    return api
