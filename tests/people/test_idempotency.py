"""A POST sent twice with the same key has one effect and one answer."""

import pytest
from rest_framework.test import APIClient

from mosaic.people.models import RepeatableAnswer
from ps101.models import Journey

pytestmark = pytest.mark.django_db


@pytest.fixture
def token(api: APIClient, flows: None) -> str:
    session: dict[str, str] = api.post("/session").json()
    return session["session_id"]


def start(api: APIClient, token: str, key: str, flow: str = "fast_track") -> tuple[int, dict[str, object]]:
    answer = api.post("/ps101/journeys", {"flow": flow}, headers={"X-Session-ID": token, "Idempotency-Key": key})
    return answer.status_code, answer.json()


def test_the_second_time_gets_the_first_answer(api: APIClient, token: str) -> None:
    first, second = start(api, token, "k1"), start(api, token, "k1")
    assert first == second
    assert Journey.objects.count() == 1


def test_the_same_key_with_another_body_is_a_conflict(api: APIClient, token: str) -> None:
    start(api, token, "k1")
    status, body = start(api, token, "k1", flow="discovery")
    assert (status, body["code"]) == (409, "idempotency_conflict")


def test_while_the_first_is_running_the_second_is_told_to_wait(api: APIClient, token: str) -> None:
    start(api, token, "k1")
    RepeatableAnswer.objects.update(state="running")
    answer = api.post(
        "/ps101/journeys", {"flow": "fast_track"}, headers={"X-Session-ID": token, "Idempotency-Key": "k1"}
    )
    assert (answer.status_code, answer.json()["code"]) == (409, "in_progress")
    assert answer.headers["Retry-After"]


def test_a_kept_answer_holds_no_token(api: APIClient, token: str) -> None:
    api.post("/wimd", {"prompt": "hello"}, headers={"X-Session-ID": token, "Idempotency-Key": "k2"})
    again = api.post("/wimd", {"prompt": "hello"}, headers={"X-Session-ID": token, "Idempotency-Key": "k2"})
    kept = RepeatableAnswer.objects.get(key="k2").answer
    assert isinstance(kept, dict)
    assert kept["session_id"] is None
    assert again.json()["session_id"] == token


def test_keys_of_different_people_do_not_meet(api: APIClient, token: str) -> None:
    other = api.post("/session").json()["session_id"]
    assert start(api, token, "k1")[1]["id"] != start(api, other, "k1")[1]["id"]


def test_an_endless_key_is_refused(api: APIClient, token: str) -> None:
    assert start(api, token, "k" * 65)[0] == 422


@pytest.mark.parametrize("key", ["a\0b", "a\u00ffb", "a\x1bb"])
def test_a_key_that_is_not_plain_text_is_refused_with_words(api: APIClient, token: str, key: str) -> None:
    status, body = start(api, token, key)
    assert (status, body["code"]) == (422, "invalid")
    assert RepeatableAnswer.objects.count() == 0
