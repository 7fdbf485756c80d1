"""An answer is asked for once, whoever listens and however often."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connections
from pytest_django import Settings
from rest_framework.test import APIClient

from mosaic.people import keyring
from mosaic.people.models import AIReceipt
from tests.ai.fake import FakeAI, Turn
from tests.wimd.streaming.asking import browser, read, tell, the_answer
from tests.wimd.streaming.talking import SENTENCES, TOLD, WORDS, tokens
from wimd import speaking
from wimd.models import Turn as Said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once", "short_steps")]
LISTENERS = 8


def test_reading_again_asks_nobody_again(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    first = list(tell(ana))
    assert read(ana) == first
    assert [event.number for event in read(ana, last=2)] == [None, 3, None]
    assert tokens(read(ana, last=2)) == SENTENCES[2:]
    assert tokens(read(ana, last=99)) == []
    assert len(one.asked) == 1


def test_a_second_tab_reads_what_there_is_while_the_first_is_spoken_to(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    heard = tell(ana)
    next(heard)
    next(heard)
    second = read(ana)
    assert [event.name for event in second] == ["start", "token"]
    assert tokens(second) == SENTENCES[:1]
    assert tokens(heard) == SENTENCES[1:]
    assert tokens(read(ana, last=second[-1].number or 0)) == SENTENCES[1:]
    assert len(one.asked) == 1


@pytest.mark.django_db(transaction=True)
def test_who_leaves_half_way_finds_all_of_it_later(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    answer = ana.post("/wimd/stream", {"prompt": TOLD})
    pieces = iter(answer.streaming_content)  # type: ignore[attr-defined]  # it is streamed
    next(pieces)
    next(pieces)
    answer.close()
    assert (the_answer().state, the_answer().text) == ("done", "".join(WORDS))
    assert tokens(read(ana, last=1)) == SENTENCES[1:]
    assert len(one.asked) == 1
    assert AIReceipt.objects.get().outcome == AIReceipt.Outcome.ANSWERED


def test_the_same_message_again_is_the_same_answer(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    sent = str(uuid4())
    assert list(tell(ana, client_id=sent)) == list(tell(ana, client_id=sent))
    assert ana.post("/wimd", {"prompt": TOLD, "client_id": sent}).json()["result"]["message"] == "".join(WORDS)
    assert len(one.asked) == 1


def test_a_key_of_a_request_does_the_same_and_refuses_another_message(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    key = {"Idempotency-Key": "k1"}
    assert tokens(tell(ana, headers=key)) == tokens(tell(ana, headers=key))
    other = ana.post("/wimd/stream", {"prompt": "something else"}, headers=key)
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_conflict")
    assert len(one.asked) == 1


def test_more_onlookers_than_fit_get_what_there_is_and_come_back(
    ana: APIClient, settings: Settings, one: FakeAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    one.script(Turn(WORDS))
    heard = tell(ana)
    next(heard)
    next(heard)
    settings.MODEL_SEATS = 0
    monkeypatch.setattr(speaking, "LONGEST", 60.0)
    assert tokens(read(ana)) == SENTENCES[:1]
    settings.MODEL_SEATS = 60
    assert tokens(heard) == SENTENCES[1:]


@pytest.mark.django_db(transaction=True)
def test_of_many_who_come_at_the_same_moment_one_asks(
    ana: APIClient, one: FakeAI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speaking, "STEP", 0.02)
    monkeypatch.setattr(speaking, "LONGEST", 20.0)
    one.script(Turn(WORDS, between=0.05))
    browser(ana).post("/coach/", {"prompt": TOLD}, headers={"HX-Request": "true"})
    turn, barrier = the_answer(), Barrier(LISTENERS)

    def listen(_: int) -> list[str]:
        try:
            with keyring.scope():
                barrier.wait()
                return list(speaking.course(Said.objects.select_related("person").get(pk=turn.pk)))[-1].pieces
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(LISTENERS) as threads:
        assert list(threads.map(listen, range(LISTENERS))) == [SENTENCES] * LISTENERS
    assert len(one.asked) == 1
