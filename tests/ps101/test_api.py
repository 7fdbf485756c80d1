"""Discovery through the API, as the contract describes it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks
from rest_framework.test import APIClient

from ps101.models import Answer, AnswerRevision, Context, Journey
from tests.ps101.answers import FAST_TRACK

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    """Return a program that speaks for one person."""
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


def start(client: APIClient, flow: str = "fast_track") -> dict[str, object]:
    answer: dict[str, object] = client.post("/ps101/journeys", {"flow": flow}).json()
    return answer


def put(
    client: APIClient, journey: object, key: str, text: str, version: int = 0, **more: object
) -> tuple[int, dict[str, object]]:
    answer = client.put(f"/ps101/journeys/{journey}/answers/{key}", {"text": text, "version": version, **more})
    return answer.status_code, answer.json()


def finish(client: APIClient) -> str:
    journey = str(start(client)["id"])
    for key, text in FAST_TRACK.items():
        put(client, journey, key, text)
    client.post(f"/ps101/journeys/{journey}/complete")
    return journey


def test_flows_are_open_to_everybody_and_count_themselves(api: APIClient) -> None:
    flows = {flow["key"]: flow["counts"] for flow in api.get("/ps101/flows").json()["flows"]}
    assert flows["discovery"]["prompts"] == 42
    assert flows["fast_track"]["prompts"] == 8
    assert api.get("/ps101/flows/discovery").json()["steps"][0]["prompts"][0]["min_chars"] == 50
    assert api.get("/ps101/flows/nothing").status_code == 404


def test_a_journey_says_what_is_next(ana: APIClient) -> None:
    journey = start(ana)
    assert journey["progress"] == {"answered": 0, "total": 8}
    current = journey["current_prompt"]
    assert isinstance(current, dict)
    assert current["key"] == "problem_statement"


def test_an_answer_moves_on_and_a_short_one_is_kept_as_a_draft(ana: APIClient) -> None:
    journey = start(ana)["id"]
    status, body = put(ana, journey, "problem_statement", "short")
    assert (status, body["errors"][0]["code"]) == (422, "too_short")  # type: ignore[index]  # the contract's shape
    assert Answer.objects.get().draft == "short"
    status, body = put(ana, journey, "problem_statement", FAST_TRACK["problem_statement"])
    assert status == 200
    assert body["journey"]["current_prompt"]["key"] == "miracle"  # type: ignore[index]  # the contract's shape


def test_a_lost_update_shows_both_texts(ana: APIClient) -> None:
    journey = start(ana)["id"]
    put(ana, journey, "miracle", "the first text here")
    status, body = put(ana, journey, "miracle", "another text here")
    assert (status, body["code"]) == (409, "lost_update")
    assert body["yours"] == "another text here"
    assert body["current"]["text"] == "the first text here"  # type: ignore[index]  # the contract's shape


def test_sending_the_same_answer_twice_is_one_answer(ana: APIClient) -> None:
    journey = start(ana)["id"]
    assert put(ana, journey, "miracle", "the first text here")[0] == 200
    assert put(ana, journey, "miracle", "the first text here")[0] == 200
    assert AnswerRevision.objects.count() == 1


def test_earlier_texts_are_kept(ana: APIClient) -> None:
    journey = start(ana)["id"]
    put(ana, journey, "miracle", "the first text here")
    put(ana, journey, "miracle", "the second text here", version=1)
    assert [one.text for one in AnswerRevision.objects.order_by("version")] == [
        "the first text here",
        "the second text here",
    ]


def test_completing_too_early_names_what_is_open(ana: APIClient) -> None:
    journey = start(ana)["id"]
    answer = ana.post(f"/ps101/journeys/{journey}/complete")
    assert answer.status_code == 409
    assert len(answer.json()["open"]) == 8


def test_pausing_and_going_on_lose_nothing(ana: APIClient) -> None:
    journey = start(ana)["id"]
    put(ana, journey, "miracle", "the first text here")
    assert ana.post(f"/ps101/journeys/{journey}/pause").json()["status"] == "paused"
    resumed = ana.post(f"/ps101/journeys/{journey}/resume").json()
    assert (resumed["status"], resumed["progress"]["answered"]) == ("active", 1)


def test_turning_into_discovery_asks_nothing_twice(ana: APIClient) -> None:
    journey = start(ana)["id"]
    put(ana, journey, "problem_statement", FAST_TRACK["problem_statement"])
    turned = start(ana, "discovery")
    assert turned["id"] == journey
    assert turned["progress"] == {"answered": 1, "total": 42}
    assert "problem_statement" not in turned["open"]  # type: ignore[operator]  # the contract's shape


def test_a_repeated_start_is_the_same_journey(ana: APIClient) -> None:
    assert start(ana)["id"] == start(ana)["id"]
    assert Journey.objects.count() == 1


def test_the_context_is_asked_for_before_there_is_one(ana: APIClient) -> None:
    body = ana.get("/api/ps101/context").json()
    assert (body["status"], body["skills"]) == ("none", [])
    answer = ana.post("/api/ps101/extract-context")
    assert (answer.status_code, answer.json()["code"]) == (409, "ps101_not_completed")


@pytest.mark.usefixtures("tasks_at_once")
class TestContext:
    def test_a_finished_journey_is_read(
        self, ana: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            finish(ana)
        body = ana.get("/api/ps101/context").json()
        assert body["status"] == "ready"
        assert body["problem_definition"] == FAST_TRACK["problem_statement"]
        assert len(body["skills"]) >= 3
        assert body["provisional"] is True
        assert all(any(quote in text for text in FAST_TRACK.values()) for quote in body["key_quotes"])
        assert set(body["proposed_experiments"][0]) >= {"idea", "smallest_version"}

    def test_unchanged_answers_are_not_read_again(
        self, ana: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            finish(ana)
        before = Context.objects.get().extracted_at
        assert ana.post("/api/ps101/extract-context").status_code == 200
        assert Context.objects.get().extracted_at == before

    def test_a_list_that_leaves_a_line_out_removes_it(
        self, ana: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            finish(ana)
        skills = ana.get("/api/ps101/context").json()["skills"]
        body = ana.patch("/api/ps101/context", {"skills": [*skills[1:], "beekeeping for friends"]}).json()
        assert skills[0] not in body["skills"]
        assert "beekeeping for friends" in body["skills"]


def test_somebody_elses_journey_is_nowhere(ana: APIClient) -> None:
    journey = start(ana)["id"]
    bob = APIClient()
    bob.credentials(HTTP_X_SESSION_ID=bob.post("/session").json()["session_id"])
    assert bob.get(f"/ps101/journeys/{journey}").status_code == 404
    assert put(bob, journey, "miracle", "the first text here")[0] == 404


def test_saving_an_answer_asks_the_database_a_bounded_number_of_times(ana: APIClient) -> None:
    journey = start(ana)["id"]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        put(ana, journey, "miracle", "I planned the rota, trained new staff and drove a forklift.")
    assert len(asked) < 60
