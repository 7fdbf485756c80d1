"""Answers read by a model too: what it adds, what is refused, and what stands when none answers."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone
from prometheus_client import REGISTRY
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.facts.models import Evidence, Fact
from mosaic.journal.domain.names import Happened
from mosaic.journal.models import Event
from mosaic.people.models import AIReceipt, Person
from ps101 import jobs
from ps101 import reading as asking
from ps101.models import Context, EarlierContext
from ps101.reading import Heard
from tests.ai.fake import FakeAI, Turn
from tests.ai.keys import two_providers
from tests.ps101.answers import FAST_TRACK
from tests.ps101.test_api import finish, put

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]

CAPTURE = DjangoCaptureOnCommitCallbacks
BY_MODEL: dict[str, Any] = {
    "problem_definition": "I have no evenings left, and I want day work.",
    "passions": [{"label": "explaining things", "quote": "I love explaining things to new people", "answer": "best-fit"}],
    "skills": [
        {"label": "planning the rota", "quote": "they ask me to train new staff and to plan the rota", "answer": "success-sign"}
    ],
    "secret_powers": [{"label": "I explain well", "quote": "People tell me that I explain well", "answer": "success-sign"}],
    "proposed_experiments": [
        {
            "idea": "show one new colleague the returns procedure",
            "smallest_version": "",
            "quote": "I will show one new colleague the returns procedure",
            "answer": "experiment",
        }
    ],
    "internal_obstacles": [
        {"label": "they will think I am too old", "quote": "I am afraid they will think I am too old", "answer": "external-obstacles"}
    ],
    "external_obstacles": [
        {"label": "eleven years of night shifts", "quote": "After eleven years of night shifts", "answer": "problem-statement"}
    ],
    "key_quotes": [
        {"quote": "I love explaining things to new people.", "answer": "best-fit"},
        {"quote": "People tell me that I explain well", "answer": "success-sign"},
    ],
}  # fmt: skip


def reading(**changed: object) -> Turn:
    """Return what a model answers."""
    return Turn((json.dumps(BY_MODEL | changed),))


@pytest.fixture
def one(settings: Settings) -> Iterator[FakeAI]:
    with two_providers(settings) as (one, _):
        yield one


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


def allow(client: APIClient, mode: str = "on") -> None:
    assert client.put("/session/ai", {"mode": mode}).status_code == 200


def read(client: APIClient, capture: CAPTURE) -> dict[str, Any]:
    with capture(execute=True):
        finish(client)
    return context(client)


def context(client: APIClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/ps101/context").json()
    return found


def test_without_a_choice_nothing_is_sent(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    body = read(ana, django_capture_on_commit_callbacks)
    assert (body["source"], body["degraded"], body["approval"]) == ("built-in", False, None)
    assert one.asked == []


def test_a_model_adds_to_what_rules_found(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    allow(ana)
    one.script(reading())
    body = read(ana, django_capture_on_commit_callbacks)
    assert (body["source"], body["prompt"], body["degraded"]) == ("anthropic", "extract-1", False)
    assert body["problem_definition"] == BY_MODEL["problem_definition"]
    assert "eleven years of night shifts" in body["external_obstacles"]
    assert "I have no certificate for teaching" in body["external_obstacles"]
    assert body["proposed_experiments"][0]["idea"] == "show one new colleague the returns procedure"
    assert body["proposed_experiments"][0]["suggested"] is True
    assert body["key_quotes"][0] == "I love explaining things to new people."
    assert len(one.asked) == 1
    receipt = AIReceipt.objects.get()
    assert (receipt.purpose, receipt.outcome, str(receipt.subject)) == (
        "extract", "answered", str(Context.objects.get().pk),
    )  # fmt: skip


def test_what_rules_found_already_is_not_said_twice(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    allow(ana)
    one.script(reading())
    body = read(ana, django_capture_on_commit_callbacks)
    assert sum("too old" in line for line in body["internal_obstacles"]) == 1
    assert sum("explaining" in line for line in body["passions"]) == 1


def test_every_line_of_a_model_stands_on_literal_words_of_one_answer(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    allow(ana)
    one.script(reading())
    body = read(ana, django_capture_on_commit_callbacks)
    rows = Evidence.objects.filter(reader="anthropic")
    assert rows
    assert all(any(row.quote in text for text in FAST_TRACK.values()) for row in rows)
    line = next(one for one in body["evidence"]["external_obstacles"] if one["label"].startswith("eleven years"))
    assert line["quotes"] == [{"quote": "After eleven years of night shifts", "prompt_key": "problem_statement"}]


@pytest.mark.parametrize(
    "line",
    [
        {"label": "fear of teaching", "quote": "I have a fear of teaching", "answer": "external-obstacles"},
        {"label": "imposter syndrome", "quote": "I am afraid they will think I am too old", "answer": "external-obstacles"},
        {"label": "certificate for teaching", "quote": "I have no certificate for teaching", "answer": "external-obstacles"},
        {"label": "You must stop night shifts", "quote": "After eleven years of night shifts", "answer": "problem-statement"},
        {"label": "", "quote": "After eleven years of night shifts", "answer": "problem-statement"},
        {"label": "night shifts", "quote": "", "answer": "problem-statement"},
    ],
)  # fmt: skip
def test_a_line_that_is_not_theirs_is_dropped(
    line: dict[str, str], ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    allow(ana)
    one.script(reading(internal_obstacles=[line], external_obstacles=[]))
    body = read(ana, django_capture_on_commit_callbacks)
    assert body["source"] == "anthropic"
    assert line["label"] not in body["internal_obstacles"] + body["external_obstacles"]


def test_a_skill_is_called_as_the_lexicon_calls_it_and_a_wish_is_none(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    allow(ana)
    wish = {"label": "teaching", "quote": "I have no certificate for teaching", "answer": "external-obstacles"}
    own = {"label": "the returns procedure", "quote": "I will show one new colleague the returns procedure", "answer": "experiment"}  # fmt: skip
    one.script(reading(skills=[*BY_MODEL["skills"], wish, own]))
    body = read(ana, django_capture_on_commit_callbacks)
    assert "teaching" not in body["skills"]
    assert "the returns procedure" in body["skills"]
    assert Fact.objects.filter(kind="skill", lexicon_id="rota-planning").count() <= 1


def test_changing_an_answer_takes_a_models_lines_about_it_away(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    allow(ana)
    one.script(reading())
    read(ana, django_capture_on_commit_callbacks)
    journey = ana.get("/ps101/journeys").json()["journeys"][0]["id"]
    put(ana, journey, "problem_statement", "I want work by day, near my home.", version=1)
    assert "eleven years of night shifts" not in context(ana)["external_obstacles"]


def test_reading_by_rules_again_keeps_what_a_model_found_in_unchanged_answers(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    allow(ana)
    one.script(reading())
    read(ana, django_capture_on_commit_callbacks)
    allow(ana, "off")
    journey = ana.get("/ps101/journeys").json()["journeys"][0]["id"]
    put(ana, journey, "miracle", "I know whether I need a course, and I have talked to two people.", version=1)
    with django_capture_on_commit_callbacks(execute=True):
        assert ana.post("/api/ps101/extract-context").status_code in (200, 202)
    body = context(ana)
    assert (body["source"], body["degraded"]) == ("built-in", False)
    assert "eleven years of night shifts" in body["external_obstacles"]
    assert [one["source"] for one in body["history"]] == ["anthropic"]


def test_a_failing_model_leaves_what_rules_found_and_says_so(
    ana: APIClient, one: FakeAI, settings: Settings, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    settings.OPENAI_API_KEY = settings.OPENAI_BASE_URL = ""
    allow(ana)
    one.script(*[Turn(status=500)] * 8)
    body = read(ana, django_capture_on_commit_callbacks)
    assert (body["status"], body["source"], body["degraded"]) == ("ready", "built-in", True)
    assert body["problem_definition"] == FAST_TRACK["problem_statement"]


def test_what_came_to_nothing_can_be_tried_again_with_a_model_and_not_otherwise(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    read(ana, django_capture_on_commit_callbacks)
    allow(ana)
    one.script(reading())
    assert ana.post("/api/ps101/extract-context").status_code == 200
    assert one.asked == []
    with django_capture_on_commit_callbacks(execute=True):
        ana.post("/api/ps101/extract-context", {"with_model": True})
    assert context(ana)["source"] == "anthropic"
    with django_capture_on_commit_callbacks(execute=True):
        ana.post("/api/ps101/extract-context", {"with_model": True})
    assert len(one.asked) == 1


def test_an_answer_nothing_of_which_can_be_kept_is_asked_for_once_more(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    allow(ana)
    empty: dict[str, object] = {name: [] for name in BY_MODEL} | {"problem_definition": "You lack confidence."}
    one.script(Turn((json.dumps(empty),)), reading())
    assert read(ana, django_capture_on_commit_callbacks)["source"] == "anthropic"
    again = one.asked[1].body["messages"][-1]["content"]
    assert "letter for letter" in again
    assert "rota" not in again


class TestAskFirst:
    def test_what_rules_found_stands_until_the_yes(
        self, ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
    ) -> None:
        allow(ana, "ask")
        body = read(ana, django_capture_on_commit_callbacks)
        assert (body["status"], body["source"], body["degraded"]) == ("ready", "built-in", False)
        assert body["approval"]["purpose"] == "extract"
        assert one.asked == []
        one.script(reading())
        with django_capture_on_commit_callbacks(execute=True):
            ana.post(f"/session/ai/approvals/{body['approval']['id']}", {"decision": "send"})
        body = context(ana)
        assert (body["source"], body["approval"]) == ("anthropic", None)
        assert [one["source"] for one in body["history"]] == ["built-in"]
        assert "eleven years of night shifts" in body["external_obstacles"]

    def test_a_later_reading_takes_the_place_of_what_waits(
        self, ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
    ) -> None:
        allow(ana, "ask")
        first = read(ana, django_capture_on_commit_callbacks)["approval"]["id"]
        journey = ana.get("/ps101/journeys").json()["journeys"][0]["id"]
        put(ana, journey, "miracle", "I know whether I need a course.", version=1)
        with django_capture_on_commit_callbacks(execute=True):
            ana.post("/api/ps101/extract-context")
        assert context(ana)["approval"]["id"] != first
        assert AIReceipt.objects.get(pk=first).state == "declined"


def test_somebody_who_confirms_keeps_what_they_confirmed(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    allow(ana, "ask")
    before = read(ana, django_capture_on_commit_callbacks)
    ana.patch("/api/ps101/context", {"confirmed": True})
    one.script(reading())
    with django_capture_on_commit_callbacks(execute=True):
        ana.post(f"/session/ai/approvals/{before['approval']['id']}", {"decision": "send"})
    after = context(ana)
    assert after["confirmed"] is True
    assert after["problem_definition"] == before["problem_definition"]
    assert EarlierContext.objects.get().source == "built-in"


def page(client: APIClient) -> str:
    """Return the page of the same person, as a browser gets it."""
    browser = Client()
    browser.cookies[django_settings.PERSON_COOKIE_NAME] = client._credentials["HTTP_X_SESSION_ID"]  # type: ignore[attr-defined]  # what `credentials` was given
    return browser.get("/discovery/understood/").content.decode()


class TestPage:
    def test_it_names_who_read_along(
        self, ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
    ) -> None:
        allow(ana)
        one.script(reading())
        read(ana, django_capture_on_commit_callbacks)
        assert "Read with Anthropic" in page(ana)

    def test_it_leads_to_what_waits_for_a_yes(
        self, ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
    ) -> None:
        allow(ana, "ask")
        body = read(ana, django_capture_on_commit_callbacks)
        shown = page(ana)
        assert f"/your-data/ai/{body['approval']['id']}/" in shown
        assert "Nothing is sent before you say so" in shown

    def test_it_says_calmly_that_no_model_was_to_be_had_and_offers_it_once_more(
        self, ana: APIClient, one: FakeAI, settings: Settings, django_capture_on_commit_callbacks: CAPTURE
    ) -> None:
        settings.OPENAI_API_KEY = settings.OPENAI_BASE_URL = ""
        allow(ana)
        one.script(*[Turn(status=401)] * 4)
        read(ana, django_capture_on_commit_callbacks)
        shown = page(ana)
        assert "Nothing is missing" in shown
        assert "try it once more" in shown

    def test_what_rules_found_is_shown_while_a_model_reads(
        self, ana: APIClient, django_capture_on_commit_callbacks: CAPTURE
    ) -> None:
        read(ana, django_capture_on_commit_callbacks)
        Context.objects.update(state="running")
        assert (context(ana)["status"], context(ana)["improving"]) == ("ready", True)
        assert "A language model reads along at this moment" in page(ana)

    def test_a_reading_that_was_given_up_says_so_and_can_be_started_again(
        self, ana: APIClient, django_capture_on_commit_callbacks: CAPTURE
    ) -> None:
        read(ana, django_capture_on_commit_callbacks)
        Context.objects.update(state="failed", answers_digest="")
        assert context(ana)["status"] == "failed"
        assert "read them again" in page(ana)
        with django_capture_on_commit_callbacks(execute=True):
            assert ana.post("/api/ps101/extract-context").status_code in (200, 202)
        assert context(ana)["status"] == "ready"


def test_somebody_who_erases_everything_while_a_model_reads_stays_erased(
    ana: APIClient, one: FakeAI, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    allow(ana)
    one.script(reading())
    ask = asking.ask

    def erasing(context: Context) -> Heard:
        heard = ask(context)
        Person.objects.all().delete()
        return heard

    monkeypatch.setattr(asking, "ask", erasing)
    with django_capture_on_commit_callbacks(execute=True):
        finish(ana)
    assert not Context.objects.exists()
    assert not Fact.objects.exists()


def test_a_worker_that_died_while_a_model_read_is_followed_by_one_that_asks_again(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    read(ana, django_capture_on_commit_callbacks)
    allow(ana)
    one.script(reading())
    Context.objects.update(state="running", attempts=1, claimed_until=timezone.now() - timedelta(seconds=1))
    jobs.extract(Context.objects.get().pk)
    assert context(ana)["source"] == "anthropic"
    assert Event.objects.filter(name=Happened.CONTEXT_MADE).count() == 1


def test_readings_are_counted_by_source_and_outcome(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: CAPTURE
) -> None:
    def counted(source: str, outcome: str) -> float:
        return REGISTRY.get_sample_value("mosaic_extractions_total", {"source": source, "outcome": outcome}) or 0

    before = counted("anthropic", "done"), counted("built-in", "off")
    read(ana, django_capture_on_commit_callbacks)
    allow(ana)
    one.script(reading())
    with django_capture_on_commit_callbacks(execute=True):
        ana.post("/api/ps101/extract-context", {"with_model": True})
    assert (counted("anthropic", "done"), counted("built-in", "off")) == (before[0] + 1, before[1] + 1)
