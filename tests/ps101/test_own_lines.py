"""A person's corrections of what was understood: they stand, whatever is read later."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoCaptureOnCommitCallbacks
from rest_framework.test import APIClient

from ps101.domain.extraction import Proposal
from ps101.domain.own_lines import Present, added, left_out, restored, reworded, with_own
from tests.ps101.answers import FAST_TRACK
from tests.ps101.test_api import finish, put

CAPTURE = DjangoCaptureOnCommitCallbacks
IDEA = FAST_TRACK["experiment"]


def line(words: str) -> Proposal:
    return Proposal(words, "", is_suggested=False)


LINES = st.lists(st.sampled_from("abcdef").map(line), max_size=5, unique=True)


@given(LINES, st.data())
def test_what_was_left_out_comes_back_only_when_it_is_asked_for(read: list[Proposal], data: st.DataObject) -> None:
    present = Present(tuple(read))
    if not read:
        return
    gone = data.draw(st.sampled_from(read))
    present = left_out(present, gone.idea)
    assert gone not in present.lines
    assert gone not in with_own(read, present.own)
    present = restored(present, gone.idea)
    assert set(present.lines) == set(read) == set(with_own(read, present.own))


@given(LINES, st.data())
def test_what_was_reworded_stays_so_when_the_same_is_read_again(read: list[Proposal], data: st.DataObject) -> None:
    present = Present(tuple(read))
    if not read:
        return
    one = data.draw(st.sampled_from(read))
    present = reworded(present, one.idea, line("mine"))
    present = reworded(present, "mine", line("mine again"))
    assert with_own(read, present.own) == present.lines
    assert line("mine again") in with_own([], present.own)


@given(LINES)
def test_a_line_of_ones_own_stands_though_nothing_is_read(read: list[Proposal]) -> None:
    present = added(Present(tuple(read)), line("mine"))
    assert with_own([], present.own) == (line("mine"),)
    assert set(with_own(read, present.own)) == {*read, line("mine")}


@pytest.fixture
def ana(api: APIClient, flows: None, tasks_at_once: None, django_capture_on_commit_callbacks: CAPTURE) -> APIClient:
    """Return somebody whose answers were read."""
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    with django_capture_on_commit_callbacks(execute=True):
        finish(api)
    return api


@pytest.fixture
def browser(ana: APIClient) -> Client:
    """Return the same person with a browser."""
    client = Client()
    client.cookies[settings.PERSON_COOKIE_NAME] = ana._credentials["HTTP_X_SESSION_ID"]  # type: ignore[attr-defined]  # what `credentials` was given
    return client


def context(client: APIClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/ps101/context").json()
    return found


def read_again(client: APIClient, capture: CAPTURE) -> dict[str, Any]:
    """Change an answer, have everything read again, and return what is understood."""
    journey = client.get("/ps101/journeys").json()["journeys"][0]["id"]
    assert put(client, journey, "miracle", "I know whether I need a course.", version=1)[0] == 200
    with capture(execute=True):
        assert client.post("/api/ps101/extract-context").status_code in (200, 202)
    body = context(client)
    assert len(body["history"]) == 1
    return body


@pytest.mark.django_db
def test_ones_own_wording_of_the_problem_stays(ana: APIClient, django_capture_on_commit_callbacks: CAPTURE) -> None:
    ana.patch("/api/ps101/context", {"problem_definition": "I want mornings."})
    body = read_again(ana, django_capture_on_commit_callbacks)
    assert body["problem_definition"] == "I want mornings."
    assert body["history"][0]["document"]["problem_definition"] == "I want mornings."


@pytest.mark.django_db
def test_lines_that_were_left_out_or_added_stay_so(ana: APIClient, django_capture_on_commit_callbacks: CAPTURE) -> None:
    before = context(ana)
    mine = {"idea": "ask for one early shift", "smallest_version": "ask what day would suit"}
    changes = {"internal_obstacles": ["my own doubt"], "proposed_experiments": [mine], "key_quotes": []}
    assert ana.patch("/api/ps101/context", changes).status_code == 200
    body = read_again(ana, django_capture_on_commit_callbacks)
    assert before["internal_obstacles"]
    assert body["internal_obstacles"] == ["my own doubt"]
    assert body["proposed_experiments"] == [{**mine, "suggested": False}]
    assert not set(body["key_quotes"]) & set(before["key_quotes"])
    assert body["left_out"]["proposed_experiments"][0]["idea"] == IDEA
    assert [one["label"] for one in body["history"][0]["document"]["internal_obstacles"]] == []


@pytest.mark.django_db
def test_a_quote_that_nobody_wrote_is_refused(ana: APIClient) -> None:
    answer = ana.patch("/api/ps101/context", {"key_quotes": ["I was born to teach"]})
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "not_literal")
    kept = ana.patch("/api/ps101/context", {"key_quotes": ["I love explaining things"]}).json()
    assert kept["key_quotes"] == ["I love explaining things"]


@pytest.mark.django_db
def test_a_quote_goes_with_the_answer_it_stood_in(ana: APIClient, django_capture_on_commit_callbacks: CAPTURE) -> None:
    ana.patch("/api/ps101/context", {"key_quotes": ["I know whether I need a course"]})
    journey = ana.get("/ps101/journeys").json()["journeys"][0]["id"]
    put(ana, journey, "miracle", "Something else would have happened by then.", version=1)
    with django_capture_on_commit_callbacks(execute=True):
        ana.post("/api/ps101/extract-context")
    assert "I know whether I need a course" not in context(ana)["key_quotes"]


@pytest.mark.django_db
class TestPage:
    def test_a_small_test_is_put_in_other_words_left_out_and_brought_back(
        self, browser: Client, ana: APIClient
    ) -> None:
        assert IDEA in browser.get("/discovery/understood/experiments/0/").content.decode()
        said = {"words": IDEA, "idea": "show Petra the returns", "smallest": "ask her for ten minutes"}
        assert browser.post("/discovery/understood/experiments/0/", said).status_code == 302
        shown = {"idea": said["idea"], "smallest_version": said["smallest"], "suggested": False}
        assert context(ana)["proposed_experiments"] == [shown]
        browser.post("/discovery/understood/experiments/remove/", {"words": said["idea"]})
        assert context(ana)["proposed_experiments"] == []
        page = browser.get("/discovery/understood/").content.decode()
        assert "You left out every test." in page
        browser.post("/discovery/understood/experiments/restore/", {"words": said["idea"]})
        assert context(ana)["proposed_experiments"] == [shown]

    def test_a_quote_is_changed_for_other_words_of_theirs_only(self, browser: Client, ana: APIClient) -> None:
        quote = context(ana)["key_quotes"][0]
        wrong = browser.post("/discovery/understood/quotes/0/", {"words": quote, "text": "I was born to teach"})
        assert wrong.status_code == 422
        assert "stand in none of your answers" in wrong.content.decode()
        said = {"words": quote, "text": "I love explaining things"}
        assert browser.post("/discovery/understood/quotes/0/", said).status_code == 302
        assert context(ana)["key_quotes"][0] == "I love explaining things"
        browser.post("/discovery/understood/quotes/remove/", {"words": "I love explaining things"})
        assert "I love explaining things" in context(ana)["left_out"]["key_quotes"]

    def test_a_line_is_put_in_other_words_and_keeps_its_quote(self, browser: Client, ana: APIClient) -> None:
        fact = next(one for one in ana.get("/wimd/facts").json()["facts"] if one["kind"] == "energiser")
        address = f"/discovery/facts/{fact['id']}/edit/"
        assert fact["label"] in browser.get(address).content.decode()
        assert browser.post(address, {"text": "explaining"}).status_code == 302
        body = context(ana)
        assert body["passions"] == ["explaining"]
        assert body["evidence"]["passions"][0]["quotes"][0]["prompt_key"] == "best_fit"
        assert browser.post(address, {"text": ""}).status_code == 422

    @pytest.mark.parametrize("path", ["experiments/9/", "quotes/9/"])
    def test_a_line_that_is_not_there_is_nowhere(self, path: str, browser: Client) -> None:
        assert browser.get(f"/discovery/understood/{path}").status_code == 404
        assert browser.post("/discovery/understood/quotes/remove/", {"words": "nothing"}).status_code == 404

    def test_it_says_who_read_when_and_from_which_flow(
        self, browser: Client, ana: APIClient, django_capture_on_commit_callbacks: CAPTURE
    ) -> None:
        page = browser.get("/discovery/understood/").content.decode()
        assert "Read without AI" in page
        assert "Fast track" in page
        assert "read before" not in page
        read_again(ana, django_capture_on_commit_callbacks)
        assert "read before" in browser.get("/discovery/understood/").content.decode()
