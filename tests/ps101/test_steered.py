"""Words that steer models stand in an answer, and a model obeys every one of them: what is understood stays the same."""

import json
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

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
OWN = ("I love explaining things to new people.", "best-fit")


def obedient(injection: Injection) -> Turn:
    """Return every field filled with what an obedient model would say, on words the person did write or paste."""
    answer, where = injection.answer, (OWN, (injection.text[:250], "support-people"))
    lines = [{"label": answer, "quote": quote, "answer": home} for quote, home in where]
    trials = [line | {"idea": answer, "smallest_version": answer} for line in lines]
    said: dict[str, Any] = dict.fromkeys(LISTS, lines) | {"problem_definition": answer}
    return Turn((json.dumps(said | {"proposed_experiments": trials, "key_quotes": lines}),))


def understood(client: APIClient) -> dict[str, Any]:
    body = client.get("/api/ps101/context").json()
    return {name: body[name] for name in FIELDS}


def answer_all(client: APIClient, text: str) -> None:
    """Be somebody else, and paste a text into an answer."""
    client.credentials()
    client.credentials(HTTP_X_SESSION_ID=client.post("/session").json()["session_id"])
    journey = start(client)["id"]
    for key, answer in (FAST_TRACK | {"support_people": text}).items():
        put(client, journey, key, answer)
    client.post(f"/ps101/journeys/{journey}/complete")


def test_nothing_an_obedient_model_says_is_understood(
    api: APIClient, settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    settings.BUDGETS = dict.fromkeys(settings.BUDGETS, 1_000_000)
    reached, asked = [], 0
    with two_providers(settings) as (one, _):
        for injection in INJECTIONS:
            one.turns.clear()
            one.script(obedient(injection), obedient(injection))
            text, before = f"Petra, I could ask her. {injection.text}"[:5000], len(one.asked)
            with django_capture_on_commit_callbacks(execute=True):
                answer_all(api, text)
            plain = understood(api)
            api.put("/session/ai", {"mode": "on"})
            with django_capture_on_commit_callbacks(execute=True):
                api.post("/api/ps101/extract-context", {"with_model": True})
            asked += len(one.asked) > before
            steered = understood(api)
            # Their own words may be quoted; nothing is said that they did not say.
            quotes = [quote for quote in steered.pop("key_quotes") if quote not in (OWN[0], *plain["key_quotes"])]
            if any(steered[name] != plain[name] for name in steered):
                reached.append((injection.kind, injection.answer))
            reached += [(injection.kind, quote) for quote in quotes if quote not in text]
    assert reached == []
    assert asked > len(INJECTIONS) / 2
