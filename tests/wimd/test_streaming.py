"""An answer as it comes: asked for once, kept sentence by sentence, stopped, taken up again, and never lost."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.conf import settings as our_settings
from django.db import connections
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.people import keyring
from mosaic.people.models import AIReceipt, Person
from tests.ai.fake import FakeAI, Turn
from tests.ai.keys import two_providers
from tests.ps101.test_api import finish
from tests.wimd.talking import SENTENCES, TOLD, WORDS, Event, done, events_in, tokens
from wimd import loading, speaking
from wimd.models import Turn as Said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]
STREAM = "text/event-stream"
LISTENERS = 8


@pytest.fixture
def both(settings: Settings) -> Iterator[tuple[FakeAI, FakeAI]]:
    with two_providers(settings) as servers:
        yield servers


@pytest.fixture
def one(both: tuple[FakeAI, FakeAI]) -> FakeAI:
    return both[0]


@pytest.fixture(autouse=True)
def short_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let who follows in the same thread as who speaks come back at once."""
    monkeypatch.setattr(speaking, "STEP", 0.0)
    monkeypatch.setattr(speaking, "LONGEST", 0.0)


@pytest.fixture
def ana(api: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> APIClient:
    """Return somebody to whom the coach is open and whose messages may be sent."""
    loading.load()
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    with django_capture_on_commit_callbacks(execute=True):
        finish(api)
    assert api.post("/wimd", {"prompt": "here I am again, a little tired"}).status_code == 200
    assert api.put("/session/ai", {"mode": "on"}).status_code == 200
    return api


def tell(who: APIClient, text: str = TOLD, headers: dict[str, str] | None = None, **more: object) -> Iterator[Event]:
    """Say something; return what is heard, as far as it is asked for."""
    answer = who.post("/wimd/stream", {"prompt": text, **more}, headers={"Accept": STREAM, **(headers or {})})
    assert answer.status_code == 200, answer.content
    assert answer.headers["Content-Type"] == STREAM
    assert answer.headers["X-Accel-Buffering"] == "no"
    return events_in(answer.streaming_content)  # type: ignore[attr-defined]  # it is streamed


def read(who: APIClient, last: int = 0) -> list[Event]:
    """Read the last answer behind an event."""
    headers = {"Last-Event-ID": str(last)} if last else {}
    answer = who.get(f"/wimd/stream/{the_answer().pk}", headers=headers)
    assert answer.status_code == 200
    return list(events_in(answer.streaming_content))  # type: ignore[attr-defined]  # it is streamed


def the_answer() -> Said:
    return Said.objects.latest("number")


def browser(who: APIClient) -> Client:
    client = Client()
    client.cookies[our_settings.PERSON_COOKIE_NAME] = who._credentials["HTTP_X_SESSION_ID"]  # type: ignore[attr-defined]  # what `credentials` was given
    return client


class TestWhatIsHeard:
    def test_sentences_come_one_by_one_and_then_everything(self, ana: APIClient, one: FakeAI) -> None:
        one.script(Turn(WORDS))
        heard = list(tell(ana))
        assert [event.name for event in heard] == ["start", "token", "token", "token", "done"]
        assert [event.number for event in heard] == [None, 1, 2, 3, None]
        assert tokens(heard) == SENTENCES
        assert done(heard)["message"] == "".join(WORDS)
        assert (done(heard)["source"], done(heard)["state"]) == ("anthropic", "done")
        assert heard[0].json["turn_id"] == str(the_answer().pk) == done(heard)["turn_id"]
        assert set(heard[-1].json["metrics"]) == {"clarity", "action", "momentum"}

    def test_a_sentence_is_heard_before_the_next_one_is_whole(self, ana: APIClient, one: FakeAI) -> None:
        one.script(Turn(WORDS, between=0.05))
        heard = tell(ana)
        assert [next(heard).name, next(heard).json["text"]] == ["start", SENTENCES[0]]
        assert (the_answer().state, the_answer().so_far) == ("speaking", SENTENCES[0].strip())
        assert tokens(heard) == SENTENCES[1:]

    def test_what_no_model_may_word_comes_at_once(self, ana: APIClient, one: FakeAI) -> None:
        ana.put("/session/ai", {"mode": "off"})
        heard = list(tell(ana))
        assert tokens(heard) == [done(heard)["message"]]
        assert (done(heard)["source"], done(heard)["degraded"]) == ("built-in", False)
        assert one.asked == []

    def test_a_message_of_danger_is_answered_with_cards_and_sent_to_nobody(self, ana: APIClient, one: FakeAI) -> None:
        heard = list(tell(ana, "I want to kill myself"))
        cards = [event.json for event in heard if event.name == "card"]
        assert cards
        assert {card["kind"] for card in cards} == {"help_line"}
        assert done(heard)["kind"] == "safety"
        assert one.asked == []

    def test_the_first_message_of_all_starts_a_session(self, api: APIClient) -> None:
        answer = api.post("/wimd/stream", {"prompt": "hello"}, headers={"Accept": STREAM})
        heard = list(events_in(answer.streaming_content))  # type: ignore[attr-defined]  # it is streamed
        assert heard[0].json["session_id"] == heard[-1].json["session_id"] == answer.headers["X-Session-ID"]
        assert not answer.cookies

    def test_what_cannot_be_used_is_a_problem_and_no_stream(self, ana: APIClient) -> None:
        for body, status in (({"prompt": ""}, 422), ({"prompt": "hello", "session_id": "invented"}, 404)):
            answer = APIClient().post("/wimd/stream", body, headers={"Accept": STREAM})
            assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")

    def test_chat_has_its_own_rate(self, ana: APIClient, settings: Settings, one: FakeAI) -> None:
        settings.RATES = {**settings.RATES, "chat": "2/h"}
        list(tell(ana))
        again = ana.post("/wimd/stream", {"prompt": TOLD}, headers={"Accept": STREAM})
        assert again.status_code == 429
        assert again.headers["Retry-After"]

    def test_a_sentence_against_the_rules_ends_the_model_s_part(self, ana: APIClient, one: FakeAI) -> None:
        one.script(Turn(("You said you like teaching the new ones. ", "You should become a teacher. ", "Why not?")))
        heard = list(tell(ana))
        assert tokens(heard)[0] == "You said you like teaching the new ones. "
        assert "should" not in "".join(tokens(heard))
        assert "".join(tokens(heard)).endswith("?")
        assert "".join(tokens(heard)).replace(". \n", ".\n") == done(heard)["message"]
        assert (done(heard)["source"], done(heard)["degraded"]) == ("anthropic", True)

    def test_the_next_provider_speaks_when_the_first_fails(self, ana: APIClient, both: tuple[FakeAI, FakeAI]) -> None:
        both[0].script(Turn(status=500))
        both[1].script(Turn(WORDS))
        heard = list(tell(ana))
        assert (tokens(heard), done(heard)["source"]) == (SENTENCES, "openai")

    def test_more_than_may_wait_get_the_built_in_answer_at_once(
        self, ana: APIClient, settings: Settings, one: FakeAI
    ) -> None:
        settings.MODEL_SEATS = 0
        heard = list(tell(ana))
        assert tokens(heard) == [done(heard)["message"]]
        assert (done(heard)["source"], done(heard)["degraded"]) == ("built-in", True)
        assert one.asked == []

    def test_in_mode_ask_the_built_in_answer_comes_at_once_and_names_what_waits(
        self, ana: APIClient, one: FakeAI
    ) -> None:
        ana.put("/session/ai", {"mode": "ask"})
        heard = list(tell(ana))
        assert done(heard)["approval"]["provider"] == "anthropic"
        assert (done(heard)["source"], the_answer().state) == ("built-in", "done")
        assert one.asked == []


class TestAskedOnce:
    def test_reading_again_asks_nobody_again(self, ana: APIClient, one: FakeAI) -> None:
        one.script(Turn(WORDS))
        first = list(tell(ana))
        assert read(ana) == first
        assert [event.number for event in read(ana, last=2)] == [None, 3, None]
        assert tokens(read(ana, last=2)) == SENTENCES[2:]
        assert tokens(read(ana, last=99)) == []
        assert len(one.asked) == 1

    def test_a_second_tab_reads_what_there_is_while_the_first_is_spoken_to(self, ana: APIClient, one: FakeAI) -> None:
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
    def test_who_leaves_half_way_finds_all_of_it_later(self, ana: APIClient, one: FakeAI) -> None:
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

    def test_the_same_message_again_is_the_same_answer(self, ana: APIClient, one: FakeAI) -> None:
        one.script(Turn(WORDS))
        sent = {"client_id": str(uuid4())}
        assert list(tell(ana, **sent)) == list(tell(ana, **sent))
        assert ana.post("/wimd", {"prompt": TOLD, **sent}).json()["result"]["message"] == "".join(WORDS)
        assert len(one.asked) == 1

    def test_a_key_of_a_request_does_the_same_and_refuses_another_message(self, ana: APIClient, one: FakeAI) -> None:
        one.script(Turn(WORDS))
        key = {"Idempotency-Key": "k1"}
        assert tokens(tell(ana, headers=key)) == tokens(tell(ana, headers=key))
        other = ana.post("/wimd/stream", {"prompt": "something else"}, headers=key)
        assert (other.status_code, other.json()["code"]) == (409, "idempotency_conflict")
        assert len(one.asked) == 1

    def test_more_onlookers_than_fit_get_what_there_is_and_come_back(
        self, ana: APIClient, settings: Settings, one: FakeAI, monkeypatch: pytest.MonkeyPatch
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


class TestWhatBreaks:
    def test_an_answer_whose_process_died_gets_the_built_in_ending(self, ana: APIClient, one: FakeAI) -> None:
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

    def test_an_answer_nobody_listens_to_stays_built_in(self, ana: APIClient, one: FakeAI) -> None:
        page = browser(ana)
        page.post("/coach/", {"prompt": TOLD, "client_id": str(uuid4())}, headers={"HX-Request": "true"})
        assert the_answer().state == "waiting"
        passed()
        page.get("/coach/")
        assert (the_answer().state, the_answer().source, the_answer().degraded) == ("done", "built-in", False)
        assert len(tokens(read(ana))) == 1
        assert one.asked == []

    def test_erasing_everything_meanwhile_ends_it_and_leaves_nothing(self, ana: APIClient, one: FakeAI) -> None:
        one.script(Turn(WORDS))
        heard = tell(ana)
        next(heard)
        next(heard)
        assert ana.delete("/session").status_code == 200
        assert [event for event in heard if event.name == "token"] == []
        assert not Said.objects.exists()
        assert not Person.objects.exists()
        assert not AIReceipt.objects.exists()

    def test_turning_models_off_meanwhile_leaves_the_built_in_answer(self, ana: APIClient, one: FakeAI) -> None:
        browser(ana).post("/coach/", {"prompt": TOLD}, headers={"HX-Request": "true"})
        ana.put("/session/ai", {"mode": "off"})
        assert done(read(ana))["source"] == "built-in"
        assert done(read(ana))["degraded"] is False
        assert one.asked == []


def passed() -> None:
    """Let the time of whoever speaks be over."""
    rows = Said.objects.filter(state__in=Said.OPEN)
    assert rows.update(claimed_until=timezone.now() - timedelta(seconds=1)) == 1


class TestStopping:
    def test_what_came_stays_and_nothing_more_comes(self, ana: APIClient, one: FakeAI) -> None:
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

    def test_before_a_word_came_the_built_in_answer_stands(self, ana: APIClient, one: FakeAI) -> None:
        browser(ana).post("/coach/", {"prompt": TOLD}, headers={"HX-Request": "true"})
        built_in = the_answer().text
        assert ana.post(f"/wimd/stream/{the_answer().pk}/stop").json()["text"] == built_in
        assert tokens(read(ana)) == [built_in]
        assert one.asked == []

    def test_after_the_end_nothing_changes(self, ana: APIClient, one: FakeAI) -> None:
        one.script(Turn(WORDS))
        list(tell(ana))
        assert ana.post(f"/wimd/stream/{the_answer().pk}/stop").json()["state"] == "done"
        assert the_answer().text == "".join(WORDS)

    def test_saying_something_else_stops_what_is_still_open(self, ana: APIClient, one: FakeAI) -> None:
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

    def test_a_button_does_it_on_the_page(self, ana: APIClient, one: FakeAI) -> None:
        page = browser(ana)
        page.post("/coach/", {"prompt": TOLD}, headers={"HX-Request": "true"})
        address = f"/coach/turns/{the_answer().pk}/stop"
        assert page.post(address).headers["Location"] == "/coach/#end"
        assert the_answer().state == "stopped"
        part = page.post(address, headers={"HX-Request": "true"}).content.decode()
        assert "data-focus" in part
        assert "hx-sse" not in part
        assert "You stopped the language model" in page.get("/coach/").content.decode()


class TestThePage:
    def test_a_form_is_answered_with_what_is_new_and_where_the_rest_comes(self, ana: APIClient, one: FakeAI) -> None:
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

    def test_the_same_form_again_is_the_same_turn(self, ana: APIClient, one: FakeAI) -> None:
        page, sent = browser(ana), {"prompt": TOLD, "client_id": str(uuid4())}
        parts = [page.post("/coach/", sent, headers={"HX-Request": "true"}).content.decode() for _ in range(2)]
        assert all(f"/coach/turns/{the_answer().pk}/stream" in part for part in parts)
        assert Said.objects.filter(client_id=sent["client_id"]).count() == 1

    def test_without_scripts_the_answer_comes_with_the_page(self, ana: APIClient, one: FakeAI) -> None:
        one.script(Turn(WORDS))
        page = browser(ana)
        assert page.post("/coach/", {"prompt": TOLD, "client_id": str(uuid4())}).headers["Location"] == "/coach/#end"
        shown = page.get("/coach/").content.decode()
        assert SENTENCES[2] in shown
        assert "hx-sse:" not in shown

    def test_a_page_opened_meanwhile_shows_what_there_is_and_listens(self, ana: APIClient, one: FakeAI) -> None:
        one.script(Turn(WORDS))
        heard = tell(ana)
        next(heard)
        next(heard)
        shown = browser(ana).get("/coach/").content.decode()
        assert SENTENCES[0].strip() in shown
        assert f"/coach/turns/{the_answer().pk}/stream" in shown
        assert "look again" in shown.split("unscripted")[1].split("</div>")[0]

    def test_a_page_whose_place_has_ended_is_told_so_and_stops_listening(self, ana: APIClient) -> None:
        answer = the_answer()
        page = browser(ana)
        ana.delete("/session")
        part = page.get(f"/coach/turns/{answer.pk}/stream", headers={"HX-Request": "true"})
        heard = list(events_in(part.streaming_content))  # type: ignore[attr-defined]  # it is streamed
        assert [event.name for event in heard] == ["", "done"]
        assert "not known here any more" in heard[0].data

    def test_listening_does_not_lengthen_anybody_s_time(self, ana: APIClient) -> None:
        Person.objects.update(expires_at=timezone.now() + timedelta(days=1))
        page = browser(ana)
        list(events_in(page.get(f"/coach/turns/{the_answer().pk}/stream").streaming_content))  # type: ignore[attr-defined]  # it is streamed
        read(ana)
        assert Person.objects.get().expires_at < timezone.now() + timedelta(days=2)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_held_while_somebody_waits(ana: APIClient, one: FakeAI) -> None:
    held: list[bool] = []
    here, answer = connections["default"], one.next_turn

    def seen(path: str, body: dict[str, object]) -> Turn:
        held.append(here.connection is not None)
        return answer(path, body)

    one.next_turn = seen  # type: ignore[method-assign]  # asked in the server's thread about the connection of this one
    one.script(Turn(WORDS))
    heard = ana.post("/wimd/stream", {"prompt": TOLD})
    held.extend(here.connection is not None for _ in heard.streaming_content)  # type: ignore[attr-defined]  # it is streamed
    assert len(held) == 6
    assert not any(held)


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
