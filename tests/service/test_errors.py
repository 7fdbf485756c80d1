"""Whatever fails, a program gets a problem document and a person a page with a way on."""

import json
import logging

import pytest
from django.conf import settings as configured
from django.db import OperationalError
from django.test import Client
from rest_framework.test import APIClient

from mosaic.people import queries

pytestmark = pytest.mark.django_db
SECRET = "Kanarienvogel-4711"


def problem(answer: object) -> dict[str, object]:
    assert answer.headers["Content-Type"] == "application/problem+json"  # type: ignore[attr-defined]  # a test client's answer
    body: dict[str, object] = answer.json()  # type: ignore[attr-defined]  # as above
    assert set(body) >= {"type", "title", "status", "code", "detail"}
    assert body["status"] == answer.status_code  # type: ignore[attr-defined]  # as above
    return body


@pytest.mark.parametrize(
    "path", ["/wimd/nothing", "/ob/nothing", "/resume/nothing", "/session/nothing", "/ps101/nothing", "/api/nothing"]
)
def test_an_unknown_api_address_is_a_problem(client: Client, path: str) -> None:
    assert problem(client.get(path))["code"] == "not_found"


def test_an_unknown_page_is_a_page(client: Client) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.content.decode()


def test_a_wrong_method_is_said(api: APIClient) -> None:
    assert problem(api.put("/session", {}))["code"] == "method_not_allowed"


def test_broken_json_is_said(api: APIClient) -> None:
    answer = api.post("/wimd", b'{"prompt": ', content_type="application/json")
    assert problem(answer)["code"] == "malformed"


def test_json_that_is_no_object_is_said(api: APIClient) -> None:
    assert api.post("/wimd", ["prompt"]).status_code == 422


def test_what_we_broke_is_a_500_without_its_words(
    client: Client, api: APIClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr(queries, "session_for", fail)
    api.raise_request_exception = client.raise_request_exception = False
    caplog.set_level(logging.DEBUG)
    answer = api.get("/session", headers={"X-Session-ID": "x"})
    body = problem(answer)
    assert (answer.status_code, body["code"]) == (500, "server_error")
    assert SECRET not in json.dumps(body)
    assert body["request_id"] == answer.headers["X-Request-ID"]


def test_a_database_that_went_away_is_503_and_keeps_what_was_typed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OperationalError

    client.raise_request_exception = False
    monkeypatch.setattr(queries, "session_for", fail)
    client.cookies[configured.PERSON_COOKIE_NAME] = "x"
    page = client.post("/coach/", {"prompt": "my long and careful words"})
    assert (page.status_code, page.headers["Retry-After"]) == (503, "5")
    assert page.content.decode().count("my long and careful words") >= 2
    assert "send it again" in page.content.decode()


def test_a_database_that_went_away_is_a_problem_for_programs(api: APIClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr(queries, "session_for", fail)
    answer = api.get("/session", headers={"X-Session-ID": "x"})
    assert (answer.status_code, problem(answer)["code"]) == (503, "unavailable")


def test_every_answer_carries_the_headers_that_close_doors(client: Client) -> None:
    headers = client.get("/").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "camera=()" in headers["Permissions-Policy"]


def test_another_origin_is_answered_only_when_it_is_named(client: Client, settings: object) -> None:
    asked = {
        "Origin": "https://friend.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "x-session-id",
    }
    assert "Access-Control-Allow-Origin" not in client.options("/wimd", headers=asked).headers
    settings.CORS_ALLOWED_ORIGINS = ["https://friend.example"]  # type: ignore[attr-defined]  # pytest-django's fixture
    answer = client.options("/wimd", headers=asked)
    assert answer.headers["Access-Control-Allow-Origin"] == "https://friend.example"
    assert "Access-Control-Allow-Credentials" not in answer.headers
