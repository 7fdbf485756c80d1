"""Feedback: one answer a person, that can be changed and taken back; the sums follow and belong to nobody."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from rest_framework.test import APIClient

from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.people import services as people
from mosaic.people.models import Person
from ps101.models import Journey
from wimd.domain.feedback import FEWEST, Question, figure
from wimd.models import Feedback, FeedbackSum
from wimd.queries.feedback import feedback_figures

pytestmark = pytest.mark.django_db

SAID = {"clarity": 4, "relevance": 3, "trust": 5, "recommend": 9, "words": "I felt seen."}


def somebody() -> APIClient:
    """Return a program that speaks for somebody new."""
    api = APIClient()
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


@pytest.fixture
def ana() -> APIClient:
    return somebody()


def sums() -> dict[str, tuple[int, int]]:
    return {one.question: (one.count, one.total) for one in FeedbackSum.objects.all() if one.count or one.total}


def test_nothing_is_said_at_first(ana: APIClient) -> None:
    assert ana.get("/feedback").json() == {"feedback": None}


def test_what_is_said_is_kept_and_shown(ana: APIClient) -> None:
    body = ana.put("/feedback", SAID, format="json").json()["feedback"]
    assert {name: body[name] for name in SAID} == SAID
    assert ana.get("/feedback").json()["feedback"] == body
    assert sums() == {"clarity": (1, 4), "relevance": (1, 3), "trust": (1, 5), "recommend": (1, 9)}


def test_said_again_it_takes_the_place_of_what_was_said(ana: APIClient) -> None:
    ana.put("/feedback", SAID, format="json")
    body = ana.put("/feedback", {"clarity": 1}, format="json").json()["feedback"]
    assert (body["clarity"], body["trust"], body["words"]) == (1, None, "")
    assert Feedback.objects.count() == 1
    assert sums() == {"clarity": (1, 1)}


def test_taken_back_it_is_gone_from_the_sums_too(ana: APIClient) -> None:
    ana.put("/feedback", SAID, format="json")
    assert ana.delete("/feedback").status_code == 204
    assert (sums(), Feedback.objects.count()) == ({}, 0)
    assert ana.delete("/feedback").status_code == 204


def test_when_a_person_goes_the_words_go_and_the_sums_stay(ana: APIClient) -> None:
    ana.put("/feedback", SAID, format="json")
    people.erase(Person.objects.get())
    assert not Feedback.objects.exists()
    assert sums()["recommend"] == (1, 9)


def test_the_sums_name_nobody() -> None:
    assert {field.name for field in FeedbackSum._meta.fields} == {"id", "day", "question", "count", "total"}


@pytest.mark.parametrize("body", [{}, {"words": "  "}, {"clarity": None}, {"clarity": 0}, {"trust": 6}, {"recommend": 11}, {"words": "x" * 2001}])  # fmt: skip
def test_what_says_nothing_or_does_not_fit_is_refused(ana: APIClient, body: dict[str, object]) -> None:
    assert ana.put("/feedback", body, format="json").status_code == 422
    assert (sums(), Feedback.objects.count()) == ({}, 0)


def test_averages_are_shown_once_nobody_can_be_told_apart() -> None:
    for number in range(1, FEWEST + 1):
        before = {one.question: one.average for one in feedback_figures()}
        assert before[Question.CLARITY] is None
        somebody().put("/feedback", {"clarity": 1 + number % 2}, format="json")
    shown = {one.question: (one.count, one.average) for one in feedback_figures()}
    assert shown[Question.CLARITY] == (FEWEST, 1.6)
    assert shown[Question.TRUST] == (0, None)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=8))
def test_an_average_is_that_of_the_answers(rows: list[tuple[int, int]]) -> None:
    found = figure(Question.TRUST, [(count, count * value) for count, value in rows])
    count = sum(count for count, _ in rows)
    assert (found.average is None) == (count < FEWEST)
    if found.average is not None:
        assert abs(found.average - sum(count * value for count, value in rows) / count) <= 0.05


def test_nobody_reads_what_another_said(ana: APIClient) -> None:
    ana.put("/feedback", SAID, format="json")
    bo = somebody()
    assert bo.get("/feedback").json() == {"feedback": None}
    bo.delete("/feedback")
    assert Feedback.objects.count() == 1


class TestOneAddress:
    def test_a_program_gets_json_with_and_without_a_slash(self, ana: APIClient) -> None:
        for path in ("/feedback", "/feedback/"):
            assert ana.get(path).json() == {"feedback": None}
            assert ana.put(path, {"clarity": 3}, format="json").status_code == 200
            assert ana.delete(path).status_code == 204

    def test_a_browser_gets_the_page(self, client: Client) -> None:
        wants_page = {"Accept": "text/html,*/*"}
        led = client.get("/feedback", headers=wants_page)
        assert (led.status_code, led.headers["Location"]) == (303, "/feedback/")
        page = client.get("/feedback/", headers=wants_page)
        assert (page.status_code, page.headers["Content-Type"].partition(";")[0]) == (200, "text/html")
        assert "Accept" in page.headers["Vary"]

    def test_a_program_without_a_session_is_told_so_as_a_problem(self) -> None:
        for path in ("/feedback", "/feedback/"):
            answer = APIClient().get(path, headers={"Accept": "application/json"})
            assert (answer.status_code, answer.json()["code"]) == (401, "session_required")

    def test_a_form_without_its_token_is_refused_as_a_page(self) -> None:
        strict = Client(enforce_csrf_checks=True)
        answer = strict.post("/feedback/", {"clarity": "4"}, headers={"Accept": "text/html"})
        assert (answer.status_code, answer.headers["Content-Type"].partition(";")[0]) == (403, "text/html")
        assert not Feedback.objects.exists()

    def test_a_cookie_alone_does_not_change_anything_by_a_call(self) -> None:
        strict = Client(enforce_csrf_checks=True)
        lax = Client()
        lax.post("/feedback/", {"clarity": "4"})
        strict.cookies = lax.cookies
        assert strict.delete("/feedback/").status_code == 403
        assert Feedback.objects.count() == 1


class TestPage:
    def test_somebody_new_can_say_it_and_looking_begins_nothing(self, client: Client) -> None:
        assert client.get("/feedback/").status_code == 200
        assert not Person.objects.exists()
        page = client.post("/feedback/", {"clarity": "4", "words": "I felt seen."}, follow=True).content.decode()
        assert 'id="clarity-4" name="clarity" value="4" checked' in page
        assert ">I felt seen.</textarea>" in page
        assert f"at least {FEWEST} people" in page

    def test_an_empty_form_comes_back_with_words(self, client: Client) -> None:
        client.post("/coach/", {"prompt": "hello"})
        answer = client.post("/feedback/", {})
        assert (answer.status_code, "One number or one word" in answer.content.decode()) == (422, True)

    def test_it_is_taken_back(self, client: Client) -> None:
        client.post("/feedback/", {"clarity": "4"})
        assert client.post("/feedback/take-back/").status_code == 302
        assert not Feedback.objects.exists()

    def test_every_page_leads_there(self, client: Client) -> None:
        assert '<a href="/feedback/">' in client.get("/").content.decode()

    @pytest.mark.usefixtures("flows")
    def test_home_asks_after_a_first_finished_journey_until_it_is_answered(self, client: Client) -> None:
        client.post("/discovery/start/", {"flow": "fast_track"})
        assert "Say how this was" not in client.get("/").content.decode()
        person = Person.objects.get()
        finish(person)
        assert "Say how this was" in client.get("/").content.decode()
        client.post("/feedback/", {"clarity": "4"})
        assert "Say how this was" not in client.get("/").content.decode()


def finish(person: Person) -> None:
    """Note that a journey was finished."""
    note(person, Happened.JOURNEY_COMPLETED, Journey.objects.get(person=person))
