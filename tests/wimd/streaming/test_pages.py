"""An answer on the page of the coach."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from mosaic.people.models import Person
from tests.ai.fake import FakeAI, Turn
from tests.wimd.streaming.asking import browser, read, tell, the_answer
from tests.wimd.streaming.talking import SENTENCES, TOLD, WORDS, events_in, tokens
from wimd.models import Turn as Said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once", "short_steps")]


def test_a_form_is_answered_with_what_is_new_and_where_the_rest_comes(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    page = browser(ana)
    part = page.post("/coach/", {"prompt": TOLD, "client_id": str(uuid4())}, headers={"HX-Request": "true"})
    said = part.content.decode()
    address = f"/coach/turns/{the_answer().pk}/stream"
    assert TOLD in said
    assert f'hx-sse:connect="{address}"' in said
    assert "<h1" not in said
    assert one.asked == []
    heard = list(events_in(page.get(address).streaming_content))  # type: ignore[attr-defined]  # it is streamed
    assert [event.name for event in heard] == ["", "", "", "", "done"]
    assert [event.number for event in heard[:-1]] == [1, 2, 3, 3]
    assert "caret" in heard[0].data
    assert SENTENCES[0].strip() in heard[0].data
    assert "caret" not in heard[-2].data
    assert "worded by Anthropic" in heard[-2].data
    assert len(one.asked) == 1


def test_the_same_form_again_is_the_same_turn(ana: APIClient, one: FakeAI) -> None:
    page, sent = browser(ana), {"prompt": TOLD, "client_id": str(uuid4())}
    parts = [page.post("/coach/", sent, headers={"HX-Request": "true"}).content.decode() for _ in range(2)]
    assert all(f"/coach/turns/{the_answer().pk}/stream" in part for part in parts)
    assert Said.objects.filter(client_id=sent["client_id"]).count() == 1


def test_without_scripts_the_answer_comes_with_the_page(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    page = browser(ana)
    assert page.post("/coach/", {"prompt": TOLD, "client_id": str(uuid4())}).headers["Location"] == "/coach/#end"
    shown = page.get("/coach/").content.decode()
    assert SENTENCES[2] in shown
    assert "hx-sse:" not in shown


def test_a_page_opened_meanwhile_shows_what_there_is_and_listens(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    heard = tell(ana)
    next(heard)
    next(heard)
    shown = browser(ana).get("/coach/").content.decode()
    assert SENTENCES[0].strip() in shown
    assert f"/coach/turns/{the_answer().pk}/stream" in shown
    assert "look again" in shown.split("unscripted")[1].split("</div>")[0]
    assert tokens(heard) == SENTENCES[1:]


def test_a_page_whose_place_has_ended_is_told_so_and_stops_listening(ana: APIClient) -> None:
    answer = the_answer()
    page = browser(ana)
    ana.delete("/session")
    part = page.get(f"/coach/turns/{answer.pk}/stream", headers={"HX-Request": "true"})
    heard = list(events_in(part.streaming_content))  # type: ignore[attr-defined]  # it is streamed
    assert [event.name for event in heard] == ["", "done"]
    assert "not known here any more" in heard[0].data


def test_listening_does_not_lengthen_anybody_s_time(ana: APIClient) -> None:
    Person.objects.update(expires_at=timezone.now() + timedelta(days=1))
    page = browser(ana)
    list(events_in(page.get(f"/coach/turns/{the_answer().pk}/stream").streaming_content))  # type: ignore[attr-defined]  # it is streamed
    read(ana)
    assert Person.objects.get().expires_at < timezone.now() + timedelta(days=2)
