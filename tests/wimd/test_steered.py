"""Somebody pastes words that steer models, and a model obeys every one of them: the coach stays itself."""

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.people.models import AIReceipt
from tests.ai.fake import Turn
from tests.ai.keys import two_providers
from tests.ai.test_injections import INJECTIONS
from tests.ps101.test_api import finish
from wimd import loading
from wimd.models import Turn as Said

pytestmark = [pytest.mark.one_engine, pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]
PASTED = [one for one in INJECTIONS if one.where != "posting"]


def test_nothing_an_obedient_model_answers_reaches_anybody(
    api: APIClient, settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    settings.BUDGETS = dict.fromkeys(settings.BUDGETS, 1_000_000)
    loading.load()
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    with django_capture_on_commit_callbacks(execute=True):
        finish(api)
    api.post("/wimd", {"prompt": "here I am again, a little tired"})
    api.put("/session/ai", {"mode": "on"})
    reached, asked = [], 0
    with two_providers(settings) as (one, _):
        for injection in PASTED:
            one.turns.clear()
            one.script(Turn((injection.answer,)), Turn((injection.answer,)))
            before = len(one.asked)
            result = api.post("/wimd", {"prompt": injection.text[:5000]}).json()["result"]
            asked += len(one.asked) > before
            # A harmless first word may pass; what obeys comes after it.
            if injection.answer.strip().splitlines()[-1] in result["message"]:
                reached.append((injection.kind, injection.text, result["message"]))
            # Each stands alone: what was pasted before is no part of the next.
            Said.objects.filter(number__gt=3).delete()
    assert reached == []
    assert asked > len(PASTED) / 2
    assert not AIReceipt.objects.filter(outcome=AIReceipt.Outcome.ANSWERED).exists()
