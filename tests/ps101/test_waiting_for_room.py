"""Answers a model is to read when there is no room for it: read by rules at once, by the model once there is."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.ai import approvals
from mosaic.journal.domain.names import Happened
from mosaic.journal.models import Event
from mosaic.lib import work
from mosaic.people.models import AIReceipt, Person
from mosaic.tasks import resend_due_work
from ps101 import jobs, loading
from ps101 import reading as asking
from ps101.models import Context
from ps101.reading import Heard
from tests.ai.fake import FakeAI, Turn
from tests.ai.keys import two_providers
from tests.ps101.test_api import put
from tests.ps101.test_model_reading import BY_MODEL, allow, context, page, read, reading
from tests.ps101.test_parallel import THREADS, answered

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]

CAPTURE = DjangoCaptureOnCommitCallbacks
FULL = "the share for models is used up"
CHANGED = "I want mornings, and that is all of it."
NOTHING = {"person": 0, "day": 0, "month": 0}


@pytest.fixture
def one(settings: Settings) -> Iterator[FakeAI]:
    with two_providers(settings) as (one, _):
        yield one


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


@pytest.fixture
def commits(django_capture_on_commit_callbacks: CAPTURE) -> CAPTURE:
    return django_capture_on_commit_callbacks


class Budgets:
    """How much may be spent."""

    def __init__(self, settings: Settings) -> None:
        self._settings, self._whole = settings, settings.BUDGETS

    def spend(self) -> None:
        self._settings.BUDGETS = NOTHING

    def raise_(self) -> None:
        self._settings.BUDGETS = self._whole


@pytest.fixture
def budgets(settings: Settings) -> Budgets:
    return Budgets(settings)


@pytest.fixture
def waiting(ana: APIClient, one: FakeAI, budgets: Budgets, commits: CAPTURE) -> dict[str, Any]:
    """Return what somebody sees whose answers were read while the budget was spent."""
    allow(ana)
    budgets.spend()
    return read(ana, commits)


def later(**gone: float) -> time_machine.travel:
    return time_machine.travel(timezone.now() + timedelta(**gone))


def change(client: APIClient) -> None:
    journey = client.get("/ps101/journeys").json()["journeys"][0]["id"]
    assert put(client, journey, "problem_statement", CHANGED, version=1)[0] == 200


def try_again(client: APIClient, commits: CAPTURE) -> int:
    with commits(execute=True):
        return client.post("/api/ps101/extract-context", {"with_model": True}).status_code


def test_what_rules_found_stands_at_once_and_it_is_said_that_the_model_waits(
    ana: APIClient, one: FakeAI, waiting: dict[str, Any]
) -> None:
    assert (waiting["status"], waiting["source"], waiting["improving"]) == ("ready", "built-in", False)
    assert waiting["problem_definition"]
    wait = waiting["waits_for_room"]
    assert wait["since"] < wait["again_at"] < wait["until"]
    assert one.asked == []
    shown = page(ana)
    assert FULL in shown
    assert "try it now" in shown
    assert "reads along at this moment" not in shown
    row = Context.objects.get()
    assert (row.state, row.attempts, row.error) == ("queued", 0, "no_room")


def test_once_there_is_room_the_sweep_has_it_read_and_history_shows_what_stood_before(
    ana: APIClient, one: FakeAI, budgets: Budgets, waiting: dict[str, Any]
) -> None:
    budgets.raise_()
    one.script(reading())
    with later(minutes=6):
        resend_due_work()
        body = context(ana)
    assert (body["source"], body["degraded"], body["waits_for_room"]) == ("anthropic", False, None)
    assert "eleven years of night shifts" in body["external_obstacles"]
    assert [one["source"] for one in body["history"]] == ["built-in"]
    assert len(one.asked) == 1
    assert FULL not in page(ana)
    assert Event.objects.filter(name=Happened.CONTEXT_MADE).count() == 1


def test_a_budget_that_a_reading_used_up_has_room_on_the_next_day(
    ana: APIClient, one: FakeAI, commits: CAPTURE
) -> None:
    allow(ana)
    whole = json.dumps(BY_MODEL)
    # Tokens of a model whose price nobody named: forty of fifty cents.
    one.script(Turn((whole,), given=4_000), Turn((whole,)))
    begun = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)
    with time_machine.travel(begun):
        assert read(ana, commits)["source"] == "anthropic"
        change(ana)
        with commits(execute=True):
            ana.post("/api/ps101/extract-context")
        body = context(ana)
        assert (body["source"], body["problem_definition"]) == ("built-in", CHANGED)
        assert body["waits_for_room"]
    for minutes in range(5, 180, 5):
        with time_machine.travel(begun + timedelta(minutes=minutes)):
            resend_due_work()
            assert len(one.asked) == (1 if minutes < 90 else len(one.asked))
    assert len(one.asked) == 2
    assert context(ana)["source"] == "anthropic"


def test_while_it_waits_the_sweep_wakes_nobody_and_an_early_message_does_nothing(
    one: FakeAI, budgets: Budgets, waiting: dict[str, Any]
) -> None:
    budgets.raise_()
    assert list(work.sweep(timezone.now())) == []
    for _ in range(20):
        jobs.extract(Context.objects.get().pk)
    assert one.asked == []


def test_a_day_without_room_is_some_thirty_tries_and_then_it_is_given_up(
    ana: APIClient, one: FakeAI, waiting: dict[str, Any]
) -> None:
    begun, woken = timezone.now(), 0
    for minutes in range(0, 25 * 60, 5):
        with time_machine.travel(begun + timedelta(minutes=minutes)):
            for _, pk in work.sweep(timezone.now()):
                jobs.extract(pk)
                woken += 1
    assert 24 <= woken <= 35
    body = context(ana)
    assert (body["status"], body["source"], body["degraded"]) == ("ready", "built-in", True)
    assert body["waits_for_room"] is None
    assert Context.objects.get().state == "done"
    assert "try it once more" in page(ana)
    assert one.asked == []


def test_it_can_be_tried_at_once_and_waits_on_where_there_still_is_no_room(
    ana: APIClient, one: FakeAI, budgets: Budgets, commits: CAPTURE, waiting: dict[str, Any]
) -> None:
    assert try_again(ana, commits) == 200
    assert context(ana)["waits_for_room"]["since"] == waiting["waits_for_room"]["since"]
    budgets.raise_()
    one.script(reading())
    assert try_again(ana, commits) == 200
    assert context(ana)["source"] == "anthropic"


def test_asking_without_a_model_changes_nothing_while_it_waits(
    ana: APIClient, budgets: Budgets, commits: CAPTURE, waiting: dict[str, Any]
) -> None:
    budgets.raise_()
    with commits(execute=True):
        assert ana.post("/api/ps101/extract-context").status_code == 200
    assert context(ana)["waits_for_room"] == waiting["waits_for_room"]


def test_what_the_person_says_meanwhile_stands(
    ana: APIClient, one: FakeAI, budgets: Budgets, commits: CAPTURE, waiting: dict[str, Any]
) -> None:
    ana.patch("/api/ps101/context", {"problem_definition": "I want to sleep at night.", "confirmed": True})
    budgets.raise_()
    one.script(reading())
    try_again(ana, commits)
    body = context(ana)
    assert (body["source"], body["problem_definition"]) == ("anthropic", "I want to sleep at night.")
    assert body["confirmed"] is True


class TestChangedAnswers:
    def test_they_are_read_at_once_when_somebody_asks(
        self, ana: APIClient, commits: CAPTURE, waiting: dict[str, Any]
    ) -> None:
        change(ana)
        with commits(execute=True):
            ana.post("/api/ps101/extract-context")
        body = context(ana)
        assert (body["status"], body["problem_definition"]) == ("ready", CHANGED)
        assert body["waits_for_room"]

    def test_unasked_nothing_is_read_and_the_waiting_ends(
        self, ana: APIClient, one: FakeAI, budgets: Budgets, waiting: dict[str, Any]
    ) -> None:
        change(ana)
        body = context(ana)
        assert (body["status"], body["waits_for_room"]) == ("ready", None)
        budgets.raise_()
        with later(minutes=6):
            resend_due_work()
        body = context(ana)
        assert (body["status"], body["source"]) == ("ready", "built-in")
        assert body["problem_definition"] == waiting["problem_definition"]
        assert Context.objects.get().state == "done"
        assert one.asked == []


class TestWithdrawn:
    def test_somebody_who_turns_models_off_is_not_read_for_and_keeps_what_stands(
        self, ana: APIClient, one: FakeAI, budgets: Budgets, commits: CAPTURE, waiting: dict[str, Any]
    ) -> None:
        budgets.raise_()
        with commits(execute=True):
            allow(ana, "off")
        body = context(ana)
        assert (body["status"], body["source"], body["degraded"]) == ("ready", "built-in", False)
        assert (body["waits_for_room"], body["problem_definition"]) == (None, waiting["problem_definition"])
        assert (Context.objects.get().state, one.asked) == ("done", [])

    def test_it_is_not_said_to_wait_while_no_worker_has_looked(self, ana: APIClient, waiting: dict[str, Any]) -> None:
        allow(ana, "off")
        assert context(ana)["waits_for_room"] is None
        assert FULL not in page(ana)

    def test_somebody_who_wants_to_see_it_first_is_asked_at_once(
        self, ana: APIClient, one: FakeAI, commits: CAPTURE, waiting: dict[str, Any]
    ) -> None:
        with commits(execute=True):
            allow(ana, "ask")
        body = context(ana)
        assert (body["waits_for_room"], body["approval"]["purpose"]) == (None, "extract")
        assert one.asked == []

    def test_for_somebody_who_erased_everything_nothing_happens(
        self, ana: APIClient, one: FakeAI, budgets: Budgets, waiting: dict[str, Any]
    ) -> None:
        pk = Context.objects.get().pk
        Person.objects.all().delete()
        budgets.raise_()
        with later(minutes=6):
            resend_due_work()
            jobs.extract(pk)
        assert one.asked == []
        assert not Context.objects.exists()


class TestKilledWorkers:
    def test_one_killed_while_it_tried_is_followed_by_another(
        self, ana: APIClient, one: FakeAI, budgets: Budgets, waiting: dict[str, Any]
    ) -> None:
        budgets.raise_()
        one.script(reading())
        with later(minutes=6):
            assert work.claim(Context, Context.objects.get().pk, lease=timedelta(seconds=-1)) is not None
            resend_due_work()
        assert (context(ana)["source"], len(one.asked)) == ("anthropic", 1)

    def test_one_that_comes_back_after_others_let_it_wait_adds_nothing(
        self, ana: APIClient, one: FakeAI, budgets: Budgets, waiting: dict[str, Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ask = asking.ask

        def slow(found: Context) -> Heard:
            monkeypatch.setattr(asking, "ask", ask)
            Context.objects.update(claimed_until=timezone.now() - timedelta(seconds=1))
            budgets.spend()
            jobs.extract(found.pk)
            budgets.raise_()
            return ask(found)

        monkeypatch.setattr(asking, "ask", slow)
        one.script(reading())
        with later(minutes=6):
            jobs.extract(Context.objects.get().pk)
        body = context(ana)
        assert (body["source"], body["history"]) == ("built-in", [])
        assert body["waits_for_room"]


class TestAskFirst:
    @pytest.fixture
    def approved(self, ana: APIClient, one: FakeAI, budgets: Budgets, commits: CAPTURE) -> AIReceipt:
        """Return a text somebody said yes to while there was no room."""
        allow(ana, "ask")
        approval = read(ana, commits)["approval"]
        budgets.spend()
        with commits(execute=True):
            ana.post(f"/session/ai/approvals/{approval['id']}", {"decision": "send"})
        return AIReceipt.objects.get()

    def test_an_approved_text_waits_and_it_is_said(self, ana: APIClient, one: FakeAI, approved: AIReceipt) -> None:
        body = context(ana)
        assert (approved.state, body["source"], body["degraded"]) == ("approved", "built-in", False)
        assert body["waits_for_room"]
        assert FULL in page(ana)
        assert one.asked == []

    def test_it_is_tried_now_and_then_not_at_every_sweep(self, one: FakeAI, approved: AIReceipt) -> None:
        begun, sent = timezone.now(), 0
        for minutes in range(0, 26 * 60, 5):
            with time_machine.travel(begun + timedelta(minutes=minutes)):
                for pk in approvals.overdue(timezone.now()):
                    approvals.send(pk)
                    sent += 1
        assert 24 <= sent <= 35

    def test_once_there_is_room_it_is_sent_and_its_answer_kept(
        self, ana: APIClient, one: FakeAI, budgets: Budgets, approved: AIReceipt
    ) -> None:
        budgets.raise_()
        one.script(reading())
        with later(minutes=6):
            resend_due_work()
            resend_due_work()
        body = context(ana)
        assert (body["source"], body["waits_for_room"]) == ("anthropic", None)
        assert len(one.asked) == 1

    def test_it_can_be_tried_at_once_and_no_other_text_is_made(
        self, ana: APIClient, one: FakeAI, budgets: Budgets, commits: CAPTURE, approved: AIReceipt
    ) -> None:
        budgets.raise_()
        one.script(reading())
        assert try_again(ana, commits) == 200
        assert (context(ana)["source"], AIReceipt.objects.count()) == ("anthropic", 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("tasks_at_once")
def test_twenty_requests_at_once_while_it_waits_are_one_call_and_one_effect(settings: Settings) -> None:
    list(loading.load_all())
    token = APIClient().post("/session").json()["session_id"]
    answered(token)
    whole, settings.BUDGETS = settings.BUDGETS, NOTHING
    barrier = Barrier(THREADS)

    def press(_: int) -> int:
        try:
            barrier.wait()
            api = APIClient(headers={"X-Session-ID": token})
            return api.post("/api/ps101/extract-context", {"with_model": True}).status_code
        finally:
            connection.close()

    with two_providers(settings) as (one, other):
        one.idle = lambda _path, _body: Turn((json.dumps(BY_MODEL),), before=0.5)
        APIClient(headers={"X-Session-ID": token}).post("/api/ps101/extract-context")
        assert Context.objects.get().error == "no_room"
        settings.BUDGETS = whole
        with ThreadPoolExecutor(THREADS) as pool:
            assert set(pool.map(press, range(THREADS))) == {200}
        assert (len(one.asked), len(other.asked)) == (1, 0)
    found = Context.objects.get()
    assert (found.state, found.source) == ("done", "anthropic")
    assert found.person.earliercontext_set.count() == 1
