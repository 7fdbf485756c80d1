"""What is heard of an answer: sentence after sentence, and then everything."""

import pytest
from django.db import connections
from pytest_django import Settings
from rest_framework.test import APIClient

from tests.ai.fake import FakeAI, Turn
from tests.wimd.streaming.asking import STREAM, tell, the_answer
from tests.wimd.streaming.talking import SENTENCES, TOLD, WORDS, done, events_in, tokens

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once", "short_steps")]


def test_sentences_come_one_by_one_and_then_everything(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS))
    heard = list(tell(ana))
    assert [event.name for event in heard] == ["start", "token", "token", "token", "done"]
    assert [event.number for event in heard] == [None, 1, 2, 3, None]
    assert tokens(heard) == SENTENCES
    assert done(heard)["message"] == "".join(WORDS)
    assert (done(heard)["source"], done(heard)["state"]) == ("anthropic", "done")
    assert heard[0].json["turn_id"] == str(the_answer().pk) == done(heard)["turn_id"]
    assert set(heard[-1].json["metrics"]) == {"clarity", "action", "momentum"}


def test_a_sentence_is_heard_before_the_next_one_is_whole(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(WORDS, between=0.05))
    heard = tell(ana)
    assert [next(heard).name, next(heard).json["text"]] == ["start", SENTENCES[0]]
    assert (the_answer().state, the_answer().so_far) == ("speaking", SENTENCES[0].strip())
    assert tokens(heard) == SENTENCES[1:]


def test_what_no_model_may_word_comes_at_once(ana: APIClient, one: FakeAI) -> None:
    ana.put("/session/ai", {"mode": "off"})
    heard = list(tell(ana))
    assert tokens(heard) == [done(heard)["message"]]
    assert (done(heard)["source"], done(heard)["degraded"]) == ("built-in", False)
    assert one.asked == []


def test_a_message_of_danger_is_answered_with_cards_and_sent_to_nobody(ana: APIClient, one: FakeAI) -> None:
    heard = list(tell(ana, "I want to kill myself"))
    cards = [event.json for event in heard if event.name == "card"]
    assert cards
    assert {card["kind"] for card in cards} == {"help_line"}
    assert done(heard)["kind"] == "safety"
    assert one.asked == []


def test_the_first_message_of_all_starts_a_session(api: APIClient) -> None:
    answer = api.post("/wimd/stream", {"prompt": "hello"}, headers={"Accept": STREAM})
    heard = list(events_in(answer.streaming_content))  # type: ignore[attr-defined]  # it is streamed
    assert heard[0].json["session_id"] == heard[-1].json["session_id"] == answer.headers["X-Session-ID"]
    assert not answer.cookies


def test_what_cannot_be_used_is_a_problem_and_no_stream(ana: APIClient) -> None:
    for body, status in (({"prompt": ""}, 422), ({"prompt": "hello", "session_id": "invented"}, 404)):
        answer = APIClient().post("/wimd/stream", body, headers={"Accept": STREAM})
        assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")


def test_chat_has_its_own_rate(ana: APIClient, settings: Settings, one: FakeAI) -> None:
    settings.RATES = {**settings.RATES, "chat": "2/h"}
    list(tell(ana))
    again = ana.post("/wimd/stream", {"prompt": TOLD}, headers={"Accept": STREAM})
    assert again.status_code == 429
    assert again.headers["Retry-After"]


def test_a_sentence_against_the_rules_ends_the_model_s_part(ana: APIClient, one: FakeAI) -> None:
    one.script(Turn(("You said you like teaching the new ones. ", "You should become a teacher. ", "Why not?")))
    heard = list(tell(ana))
    assert tokens(heard)[0] == "You said you like teaching the new ones. "
    assert "should" not in "".join(tokens(heard))
    assert "".join(tokens(heard)).endswith("?")
    assert "".join(tokens(heard)).replace(". \n", ".\n") == done(heard)["message"]
    assert (done(heard)["source"], done(heard)["degraded"]) == ("anthropic", True)


def test_the_next_provider_speaks_when_the_first_fails(ana: APIClient, both: tuple[FakeAI, FakeAI]) -> None:
    both[0].script(Turn(status=500))
    both[1].script(Turn(WORDS))
    heard = list(tell(ana))
    assert (tokens(heard), done(heard)["source"]) == (SENTENCES, "openai")


def test_more_than_may_wait_get_the_built_in_answer_at_once(ana: APIClient, settings: Settings, one: FakeAI) -> None:
    settings.MODEL_SEATS = 0
    heard = list(tell(ana))
    assert tokens(heard) == [done(heard)["message"]]
    assert (done(heard)["source"], done(heard)["degraded"]) == ("built-in", True)
    assert one.asked == []


def test_in_mode_ask_the_built_in_answer_comes_at_once_and_names_what_waits(ana: APIClient, one: FakeAI) -> None:
    ana.put("/session/ai", {"mode": "ask"})
    heard = list(tell(ana))
    assert done(heard)["approval"]["provider"] == "anthropic"
    assert (done(heard)["source"], the_answer().state) == ("built-in", "done")
    assert one.asked == []


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
