"""How an answer ends when something breaks, and when somebody stops it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from mosaic.people.models import AIReceipt, Person
from tests.ai.fake import FakeAI, Turn
from tests.wimd.streaming.asking import browser, read, tell, the_answer
from tests.wimd.streaming.talking import SENTENCES, TOLD, WORDS, done, tokens
from wimd.models import Turn as Said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once", "short_steps")]


def test_an_answer_whose_process_died_gets_the_built_in_ending(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    heard = tell(ana)
    next(heard)
    next(heard)
    built_in = the_answer().text
    passed()
    found = read(ana)
    assert tokens(found)[0] == SENTENCES[0]
    assert done(found)["message"].startswith(SENTENCES[0].strip())
    assert done(found)["message"].split("\n\n")[-1] == built_in.split("\n\n")[-1]
    assert (done(found)["source"], done(found)["degraded"]) == ("anthropic", True)
    assert tokens(heard) == tokens(found)[1:], "who comes back too late says nothing more"
    assert len(one.asked) == 1


def test_an_answer_nobody_listens_to_stays_built_in(ana: APIClient, one: FakeAI) -> None:
    page = browser(ana)
    page.post("/coach/", {"prompt": TOLD, "client_id": str(uuid4())}, headers={"HX-Request": "true"})
    assert the_answer().state == "waiting"
    passed()
    page.get("/coach/")
    assert (the_answer().state, the_answer().source, the_answer().degraded) == ("done", "built-in", False)
    assert len(tokens(read(ana))) == 1
    assert one.asked == []


def test_erasing_everything_meanwhile_ends_it_and_leaves_nothing(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    heard = tell(ana)
    next(heard)
    next(heard)
    assert ana.delete("/session").status_code == 200
    assert [event for event in heard if event.name == "token"] == []
    assert not Said.objects.exists()
    assert not Person.objects.exists()
    assert not AIReceipt.objects.exists()


def test_turning_models_off_meanwhile_leaves_the_built_in_answer(ana: APIClient, one: FakeAI) -> None:
    browser(ana).post("/coach/", {"prompt": TOLD}, headers={"HX-Request": "true"})
    ana.put("/session/ai", {"mode": "off"})
    assert done(read(ana))["source"] == "built-in"
    assert done(read(ana))["degraded"] is False
    assert one.asked == []


def passed() -> None:
    """Let the time of whoever speaks be over."""
    rows = Said.objects.filter(state__in=Said.OPEN)
    assert rows.update(claimed_until=timezone.now() - timedelta(seconds=1)) == 1


def test_what_came_stays_and_nothing_more_comes(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    heard = tell(ana)
    next(heard)
    next(heard)
    stopped = ana.post(f"/wimd/stream/{the_answer().pk}/stop").json()
    assert (stopped["state"], stopped["text"], stopped["source"]) == ("stopped", SENTENCES[0].strip(), "anthropic")
    assert tokens(heard) == []
    assert done(read(ana))["message"] == SENTENCES[0].strip()
    assert the_answer().degraded is False
    assert AIReceipt.objects.get().outcome == AIReceipt.Outcome.PARTLY


def test_before_a_word_came_the_built_in_answer_stands(ana: APIClient, one: FakeAI) -> None:
    browser(ana).post("/coach/", {"prompt": TOLD}, headers={"HX-Request": "true"})
    built_in = the_answer().text
    assert ana.post(f"/wimd/stream/{the_answer().pk}/stop").json()["text"] == built_in
    assert tokens(read(ana)) == [built_in]
    assert one.asked == []


def test_after_the_end_nothing_changes(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    list(tell(ana))
    assert ana.post(f"/wimd/stream/{the_answer().pk}/stop").json()["state"] == "done"
    assert the_answer().text == "".join(WORDS)


def test_saying_something_else_stops_what_is_still_open(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS), Turn(WORDS))
    heard = tell(ana)
    next(heard)
    next(heard)
    first = the_answer()
    list(tell(ana, "and I like the quiet hours before the others come"))
    first.refresh_from_db()
    assert (first.state, first.text) == ("stopped", SENTENCES[0].strip())
    assert tokens(heard) == []
    assert SENTENCES[0].strip() in str(one.asked[1].body["messages"]), "the next answer knows what was heard"


def test_a_button_does_it_on_the_page(ana: APIClient, one: FakeAI) -> None:
    page = browser(ana)
    page.post("/coach/", {"prompt": TOLD}, headers={"HX-Request": "true"})
    address = f"/coach/turns/{the_answer().pk}/stop"
    assert page.post(address).headers["Location"] == "/coach/#end"
    assert the_answer().state == "stopped"
    part = page.post(address, headers={"HX-Request": "true"}).content.decode()
    assert "data-focus" in part
    assert "hx-sse" not in part
    assert "You stopped the language model" in page.get("/coach/").content.decode()
