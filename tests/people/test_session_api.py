"""The session part of the API, as the contract describes it."""

import pytest
from rest_framework.test import APIClient

from mosaic.people.models import Person, Session

pytestmark = pytest.mark.django_db


def begin(client: APIClient) -> dict[str, str]:
    answer: dict[str, str] = client.post("/session").json()
    return answer


def test_a_session_is_issued_in_body_and_header_and_never_as_a_cookie(api: APIClient) -> None:
    answer = api.post("/session")
    assert answer.status_code == 201
    assert answer.json()["session_id"] == answer.headers["X-Session-ID"]
    assert len(answer.json()["session_id"]) >= 32
    assert not answer.cookies


def test_only_a_digest_of_the_token_is_stored(api: APIClient) -> None:
    token = begin(api)["session_id"]
    assert not Session.objects.filter(digest=token).exists()


def test_an_invented_token_is_never_adopted(api: APIClient) -> None:
    answer = api.get("/session", headers={"X-Session-ID": "invented"})
    assert answer.status_code == 404
    assert answer.json()["code"] == "session_not_found"
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert not Person.objects.exists()


def test_no_session_where_one_is_needed_is_401(api: APIClient) -> None:
    answer = api.get("/session")
    assert (answer.status_code, answer.json()["code"]) == (401, "session_required")


def test_a_user_id_that_is_not_the_sessions_is_refused(api: APIClient) -> None:
    token = begin(api)["session_id"]
    other = begin(api)["user_id"]
    answer = api.get("/session", headers={"X-Session-ID": token, "X-User-ID": other})
    assert (answer.status_code, answer.json()["code"]) == (403, "user_mismatch")


def test_a_user_id_alone_starts_nothing(api: APIClient) -> None:
    answer = api.post("/session", headers={"X-User-ID": "7b0cbb5d-3b5c-4a8e-9f0a-0d0c2c8f9a11"})
    assert answer.status_code == 403
    assert not Person.objects.exists()


def test_a_foreign_page_cannot_start_a_session(api: APIClient) -> None:
    assert api.post("/session", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert api.post("/session", headers={"Origin": "https://elsewhere.example"}).status_code == 403
    assert not Person.objects.exists()


def test_erasing_leaves_nothing_and_says_so(api: APIClient) -> None:
    token = begin(api)["session_id"]
    receipt = api.delete("/session", headers={"X-Session-ID": token})
    assert receipt.status_code == 200
    assert receipt.json()["rows"] == 1
    assert not Person.objects.exists()
    assert api.get("/session", headers={"X-Session-ID": token}).status_code == 404


def test_a_trailing_slash_changes_nothing(api: APIClient) -> None:
    token = begin(api)["session_id"]
    assert api.get("/session/", headers={"X-Session-ID": token}).status_code == 200
    assert api.get("/session/summary/", headers={"X-Session-ID": token}).status_code == 200


def test_an_unknown_time_zone_is_refused_by_name(api: APIClient) -> None:
    token = begin(api)["session_id"]
    answer = api.patch("/session", {"timezone": "Mars/Olympus"}, headers={"X-Session-ID": token})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "timezone"
