"""Discovery as a talk: the same journey through `POST /wimd`, and no word that can block anybody."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from rest_framework.test import APIClient

from ps101.models import Answer, Journey
from tests.ps101.answers import FAST_TRACK
from wimd.domain.asking import Heard, heard, is_question, rated
from wimd.models import Conversation, Turn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]
LONG = "After eleven years of night shifts I have no evenings left, and I would like to work in the day again."


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    """Return a program that speaks for one person."""
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


def begin(client: APIClient, flow: str = "fast_track") -> dict[str, object]:
    result: dict[str, object] = client.post("/wimd/start-ps101", {"flow": flow}).json()["result"]
    return result


def say(client: APIClient, words: str) -> dict[str, object]:
    answer = client.post("/wimd", {"prompt": words})
    assert answer.status_code == 200, answer.content
    result: dict[str, object] = answer.json()["result"]
    return result


def codes(result: dict[str, object]) -> list[str]:
    return [choice["code"] for choice in result["choices"]]  # type: ignore[attr-defined]  # the contract's shape


def test_it_begins_with_the_first_question_for_somebody_new(api: APIClient) -> None:
    body = api.post("/wimd/start-ps101").json()
    assert body["session_id"]
    assert (body["result"]["kind"], Journey.objects.get().flow.key) == ("ps101", "discovery")
    assert "1.1. What is hard about your work" in body["result"]["message"]


def test_every_answer_advances_and_the_last_one_ends_it(ana: APIClient) -> None:
    begin(ana)
    for text in FAST_TRACK.values():
        result = say(ana, text)
    assert Journey.objects.get().status == "completed"
    assert [answer.text for answer in Answer.objects.order_by("saved_at")] == list(FAST_TRACK.values())
    assert codes(result) == ["understood"]
    assert say(ana, "I like calm mornings and explaining things to new people")["kind"] == "guide"


def test_a_side_question_leaves_the_slot_alone_and_asks_again(ana: APIClient) -> None:
    begin(ana)
    result = say(ana, "Who can see what I write here?")
    assert "1. What is the problem" in str(result["message"])
    assert not Answer.objects.filter(version__gt=0).exists()
    assert "keep" in codes(result)
    assert "keep" not in codes(say(ana, "help"))


def test_help_gives_an_example_and_why_gives_the_reason(ana: APIClient) -> None:
    begin(ana)
    assert "For example" in str(say(ana, "help")["message"])
    assert "1. What is the problem" in str(say(ana, "why do you ask?")["message"])
    assert "0 of 8" in str(say(ana, "how long does this take?")["message"])


def test_done_asks_first_yes_pauses_and_going_on_asks_the_same_question(ana: APIClient) -> None:
    begin(ana)
    say(ana, FAST_TRACK["problem_statement"])
    assert codes(say(ana, "I'm done")) == ["pause", "stay", "keep"]
    assert Journey.objects.get().status == "active"
    assert codes(say(ana, "yes")) == ["ask_on"]
    assert Journey.objects.get().status == "paused"
    assert "2. Picture four to six weeks" in str(say(ana, "resume")["message"])
    assert Journey.objects.get().status == "active"


def test_no_goes_on_at_the_same_question(ana: APIClient) -> None:
    begin(ana)
    say(ana, "stop")
    assert "1. What is the problem" in str(say(ana, "no")["message"])


def test_an_answer_while_it_is_asked_whether_to_pause_is_an_answer(ana: APIClient) -> None:
    begin(ana)
    say(ana, "stop")
    assert "2. Picture" in str(say(ana, LONG)["message"])


@pytest.mark.parametrize("words", ["enough for today", "I need a break", "is this it?", "what is that for?"])
def test_what_was_taken_for_something_else_can_be_the_answer(ana: APIClient, words: str) -> None:
    begin(ana)
    assert "keep" in codes(say(ana, words))
    say(ana, "keep it as my answer")
    assert Answer.objects.get(version=1).text == words


@pytest.mark.parametrize(
    "words",
    ["I quit. I can't. Enough is enough, help, I'm done with nights.", "Stop the night shifts, that is all I want."],
)
def test_no_word_in_an_answer_blocks_anybody(ana: APIClient, words: str) -> None:
    begin(ana)
    say(ana, words)
    assert Answer.objects.get().text == words


def test_a_short_answer_is_kept_as_a_draft_with_the_numbers(ana: APIClient) -> None:
    begin(ana)
    message = str(say(ana, "nights")["message"])
    assert "6 characters so far, 10 are enough" in message
    assert Answer.objects.get().draft == "nights"


def test_a_number_and_its_reason_come_in_one_message(ana: APIClient) -> None:
    begin(ana, "discovery")
    Conversation.objects.update(asked="confidence")
    assert "from 1 to 10" in str(say(ana, "I have changed jobs before, but never so far.")["message"])
    say(ana, "4. I have changed jobs before, but never into something so new.")
    answer = Answer.objects.get(prompt_key="confidence")
    assert (answer.rating, answer.text) == (4, "I have changed jobs before, but never into something so new.")


def test_a_question_that_may_stay_open_is_left_open(ana: APIClient) -> None:
    begin(ana, "discovery")
    assert "carries the rest" in str(say(ana, "skip")["message"])
    assert "skip" in codes(say(ana, LONG))
    assert "1.3." in str(say(ana, "skip")["message"])
    assert Journey.objects.get().skipped == ["why_problem"]


def test_going_back_keeps_what_was_written_until_something_else_is_said(ana: APIClient) -> None:
    begin(ana)
    say(ana, FAST_TRACK["problem_statement"])
    assert "1. What is the problem" in str(say(ana, "back")["message"])
    say(ana, LONG)
    assert [one.version for one in Answer.objects.all()] == [2]


def test_danger_ends_the_questions_and_nothing_of_it_is_an_answer(ana: APIClient) -> None:
    begin(ana)
    assert say(ana, "I want to kill myself")["kind"] == "safety"
    assert not Answer.objects.exists()
    assert Conversation.objects.get().asked == ""
    assert Journey.objects.get().status == "active"


def test_answers_given_on_the_page_are_not_asked_again(ana: APIClient) -> None:
    journey = ana.post("/ps101/journeys", {"flow": "fast_track"}).json()["id"]
    ana.put(f"/ps101/journeys/{journey}/answers/problem_statement", {"text": LONG, "version": 0})
    assert "2. Picture four" in str(begin(ana)["message"])
    assert Answer.objects.get().text == LONG


def test_a_step_that_waits_for_its_form_says_so_and_can_be_left(ana: APIClient) -> None:
    begin(ana, "discovery")
    Conversation.objects.update(asked="evaluate_when")
    journey = ana.get("/ps101/journeys").json()["journeys"][0]
    for step in ana.get("/ps101/flows/discovery").json()["steps"][:6]:
        for prompt in step["prompts"]:
            if prompt["key"] != "evaluate_when":
                body = {"text": LONG + LONG, "version": 0, "rating": 5}
                ana.put(f"/ps101/journeys/{journey['id']}/answers/{prompt['key']}", body)
    result = say(ana, "Next Friday after work I look back at it.")
    assert codes(result) == ["go_on", "skip", "stop"]
    assert "7.1." in str(say(ana, "skip")["message"])


def test_waiting_for_an_experiment_never_closes_the_coach(ana: APIClient) -> None:
    begin(ana, "discovery")
    journey = ana.get("/ps101/journeys").json()["journeys"][0]
    tomorrow = str(timezone.localdate() + timedelta(days=1))
    canvas = {"title": "t", "hypothesis": "h", "success_metric": "s", "review_on": tomorrow}
    one = ana.post("/ps101/experiments", canvas).json()["id"]
    ana.post(f"/ps101/experiments/{one}/obstacles", {"kind": "internal", "label": "fear", "strategy": "go"})
    for label in "abc":
        ana.post(f"/ps101/experiments/{one}/actions", {"label": label})
    for step in ana.get("/ps101/flows/discovery").json()["steps"][:8]:
        for prompt in step["prompts"]:
            body = {"text": LONG + LONG, "version": 0, "rating": 5}
            ana.put(f"/ps101/journeys/{journey['id']}/answers/{prompt['key']}", body)
    assert codes(begin(ana, "discovery")) == ["experiments"]
    assert say(ana, "I slept badly and thought about the course again.")["kind"] != "ps101"
    assert codes(say(ana, "go on")) == ["experiments"]
    assert "9.1." in str(say(ana, "go on")["message"])


def test_the_same_message_twice_is_one_answer(ana: APIClient) -> None:
    begin(ana)
    body = {"prompt": LONG, "client_id": "7b1f3f5e-0000-4000-8000-000000000001"}
    first, second = (ana.post("/wimd", body).json()["result"]["message"] for _ in range(2))
    assert first == second
    assert Turn.objects.filter(speaker="person").count() == 1


@given(st.text(min_size=61, max_size=300))
def test_a_long_message_is_an_answer_or_a_question(message: str) -> None:
    assert heard(message, is_stopping=False) in (Heard.ANSWER, Heard.SIDE)


@pytest.mark.parametrize(
    ("words", "number", "rest"),
    [
        ("4. I doubt it", 4, "I doubt it"),
        ("7/10 because I have done it", 7, "I have done it"),
        ("10 of 10, easily", 10, "easily"),
        ("3", 3, ""),
        ("11 is too much", None, "11 is too much"),
        ("4.5 maybe", None, "4.5 maybe"),
        ("I would say 4", None, "I would say 4"),
    ],
)
def test_a_rating_is_the_number_a_message_begins_with(words: str, number: int | None, rest: str) -> None:
    found = rated(words)
    assert (found.rating, found.text) == (number, rest)


@pytest.mark.parametrize("words", ["Why nights? They pay more.", "What if I never learn it?", "Do I even like people?"])
def test_a_question_to_oneself_is_no_side_question(words: str) -> None:
    assert not is_question(words)
