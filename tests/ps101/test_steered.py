"""Words that steer models stand in an answer, and a model obeys every one of them: what is understood stays the same."""

import json
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.people.models import Person
from tests.ai.fake import Turn
from tests.ai.keys import two_providers
from tests.ai.test_injections import INJECTIONS, Injection
from tests.ps101.answers import FAST_TRACK
from tests.ps101.test_api import put, start

pytestmark = [pytest.mark.one_engine, pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]
FIELDS = (
    "problem_definition", "passions", "skills", "secret_powers", "proposed_experiments", "internal_obstacles",
    "external_obstacles", "key_quotes",
)  # fmt: skip
LISTS = ("passions", "skills", "secret_powers", "internal_obstacles", "external_obstacles")
QUOTE, HOME = "I love explaining things to new people.", "best-fit"


def obedient(injection: Injection, quote: str, home: str) -> Turn:
    """Return every field filled with what an obedient model would say, on words the person did write."""
    line = {"label": injection.answer, "quote": quote, "answer": home}
    trial = {"idea": injection.answer, "smallest_version": injection.answer, "quote": quote, "answer": home}
    said: dict[str, Any] = {name: [line] for name in LISTS} | {"problem_definition": injection.answer}
    return Turn((json.dumps(said | {"proposed_experiments": [trial], "key_quotes": [line]}),))


def understood(client: APIClient, capture: DjangoCaptureOnCommitCallbacks, text: str) -> dict[str, Any]:
    """Return what is understood of somebody who pasted a text into an answer."""
    client.credentials(HTTP_X_SESSION_ID=client.post("/session").json()["session_id"])
    client.put("/session/ai", {"mode": "on"})
    journey = start(client)["id"]
    with capture(execute=True):
        for key, answer in (FAST_TRACK | {"support_people": text}).items():
            put(client, journey, key, answer)
        client.post(f"/ps101/journeys/{journey}/complete")
    body = client.get("/api/ps101/context").json()
    return {name: body[name] for name in FIELDS}


@pytest.mark.parametrize("where", ["own", "pasted"])
def test_nothing_an_obedient_model_says_is_understood(
    where: str, api: APIClient, settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    settings.BUDGETS = dict.fromkeys(settings.BUDGETS, 1_000_000)
    capture, reached = django_capture_on_commit_callbacks, []
    for injection in INJECTIONS:
        text = f"Petra, I could ask her. {injection.text}"[:5000]
        with two_providers(settings) as (one, _):
            settings.FEATURES = {**settings.FEATURES, "models": False}
            plain = understood(api, capture, text)
            settings.FEATURES = {**settings.FEATURES, "models": True}
            quote, home = (QUOTE, HOME) if where == "own" else (injection.text[:250], "support-people")
            turn = obedient(injection, quote, home)
            one.script(turn, turn)
            steered = understood(api, capture, text)
            assert one.asked
        # A quote of their own words may be chosen; nothing is said that they did not say.
        changed = {name: steered[name] for name in FIELDS if name != "key_quotes" and steered[name] != plain[name]}
        if changed or any(quote not in "\n".join([*FAST_TRACK.values(), text]) for quote in steered["key_quotes"]):
            reached.append((injection.kind, injection.answer, changed))
        Person.objects.all().delete()
    assert reached == []
