"""The coach with a model: other words for the same move, and the built-in answer whenever there are none."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.ai import door
from mosaic.ai.domain.wishes import Wish
from mosaic.people.models import AIReceipt, Person
from tests.ai.fake import FakeAI, Turn
from tests.ai.keys import two_providers
from tests.ps101.test_api import finish
from wimd import coach, loading
from wimd.domain.finishing import finished
from wimd.models import Turn as Said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]

TOLD = "I like teaching the new ones how the night shift works"
WORDS = ("You said you like teaching ", "the new ones. ", "Which of them comes to mind first?")


@pytest.fixture
def one(settings: Settings) -> Iterator[FakeAI]:
    with two_providers(settings) as (one, _):
        yield one


@pytest.fixture
def ana(api: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> APIClient:
    """Return somebody whose answers are read, to whom they were played back."""
    loading.load()
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    with django_capture_on_commit_callbacks(execute=True):
        finish(api)
    assert say(api, "here I am again, a little tired")["kind"] == "coach"
    return api


def say(client: APIClient, text: str, **more: object) -> dict[str, object]:
    answer = client.post("/wimd", {"prompt": text, **more})
    assert answer.status_code == 200
    result: dict[str, object] = answer.json()["result"]
    return result


def allow(client: APIClient, mode: str = "on") -> None:
    assert client.put("/session/ai", {"mode": mode}).status_code == 200


def test_without_a_choice_everything_is_built_in(ana: APIClient, one: FakeAI) -> None:
    result = say(ana, TOLD)
    assert (result["source"], result["degraded"], result["approval"]) == ("built-in", False, None)
    assert one.asked == []


def test_with_consent_a_model_words_the_answer(ana: APIClient, one: FakeAI) -> None:
    allow(ana)
    one.script(Turn(WORDS))
    result = say(ana, TOLD)
    assert result["message"] == "".join(WORDS)
    assert (result["source"], result["degraded"], result["kind"]) == ("anthropic", False, "coach")
    assert ana.get("/wimd/conversation").json()["turns"][-1]["text"] == "".join(WORDS)
    sent = one.asked[0].body
    assert TOLD in sent["messages"][-1]["content"]
    assert "never say should" in sent["system"].casefold()
    receipt = AIReceipt.objects.get()
    assert (receipt.purpose, receipt.prompt, str(receipt.subject)) == (
        "coach", coach.prompt().version, str(Said.objects.latest("number").pk),
    )  # fmt: skip


def test_the_same_message_again_asks_no_model_again(ana: APIClient, one: FakeAI) -> None:
    allow(ana)
    one.script(Turn(WORDS))
    again = {"client_id": "0f7bb1ff-2f39-4b9f-a4b6-6ff3d5be91c4"}
    assert say(ana, TOLD, **again) == say(ana, TOLD, **again)
    assert len(one.asked) == 1


def test_a_failing_model_leaves_the_built_in_answer_and_says_so(
    ana: APIClient, settings: Settings, one: FakeAI
) -> None:
    settings.OPENAI_API_KEY = settings.OPENAI_BASE_URL = ""
    allow(ana)
    one.script(Turn(status=500), Turn(status=500), Turn(status=500))
    result = say(ana, TOLD)
    assert (result["source"], result["degraded"]) == ("built-in", True)
    assert "teaching the new ones" in str(result["message"])
    assert "answered by itself" in page(ana)


def test_what_breaks_off_is_finished_with_the_built_in_question(ana: APIClient, one: FakeAI) -> None:
    allow(ana)
    one.script(Turn(("You said you like teaching the new ones. ", "You should become a teacher.")))
    result = say(ana, TOLD)
    assert str(result["message"]).startswith("You said you like teaching the new ones.")
    assert "should" not in str(result["message"])
    assert str(result["message"]).endswith("?")
    assert (result["source"], result["degraded"]) == ("anthropic", True)


def test_danger_is_told_to_no_model_then_or_later(ana: APIClient, one: FakeAI) -> None:
    allow(ana)
    assert say(ana, "I want to kill myself")["kind"] == "safety"
    assert one.asked == []
    one.script(Turn(WORDS))
    say(ana, TOLD)
    assert "kill myself" not in str(one.asked[0].body)


def test_before_the_answers_are_read_no_model_is_asked(api: APIClient, one: FakeAI) -> None:
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    allow(api)
    for text in ("hello", TOLD, "help me find a job"):
        assert say(api, text)["source"] == "built-in"
    assert one.asked == []


def test_what_stands_in_a_resume_about_a_person_does_not_leave(
    ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    allow(ana)
    resume = "Wilhelmina Osterkamp\nw.osterkamp@example.org\n+49 30 901820\n\nWork\nBaker, Nordhav, 2014-2020\n- Baked bread\n"
    with django_capture_on_commit_callbacks(execute=True):
        file = SimpleUploadedFile("cv.txt", resume.encode())
        assert ana.post("/wimd/upload", {"file": file}, format="multipart").status_code == 201
    one.script(Turn(WORDS))
    say(ana, "Wilhelmina Osterkamp here again, write to w.osterkamp@example.org about the bakery")
    sent = str(one.asked[0].body)
    assert "bakery" in sent
    assert not [secret for secret in ("Osterkamp", "Wilhelmina", "901820", "example.org") if secret in sent]


class TestAskFirst:
    def test_the_built_in_answer_stands_until_the_yes(
        self, ana: APIClient, one: FakeAI, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        allow(ana, "ask")
        result = say(ana, TOLD)
        approval = result["approval"]
        assert isinstance(approval, dict)
        assert (approval["provider"], approval["purpose"], result["source"]) == ("anthropic", "coach", "built-in")
        assert one.asked == []
        shown = ana.get(f"/session/ai/receipts/{approval['id']}").json()
        assert TOLD in shown["payload"]
        assert "Nothing is sent before you say so" in page(ana)
        one.script(Turn(WORDS))
        with django_capture_on_commit_callbacks(execute=True):
            assert ana.post(f"/session/ai/approvals/{approval['id']}", {"decision": "send"}).status_code == 200
        sent = one.asked[0].body
        assert shown["payload"].endswith(f"{sent['messages'][-1]['content']}\n\n[instructions]\n{sent['system']}")
        turn = ana.get("/wimd/conversation").json()["turns"][-1]
        assert (turn["text"], turn["source"]) == ("".join(WORDS), "anthropic")
        assert "worded by Anthropic" in page(ana)

    def test_after_a_no_nothing_is_sent_and_nothing_is_missing(self, ana: APIClient, one: FakeAI) -> None:
        allow(ana, "ask")
        result = say(ana, TOLD)
        approval = result["approval"]
        assert isinstance(approval, dict)
        ana.post(f"/session/ai/approvals/{approval['id']}", {"decision": "decline"})
        turn = ana.get("/wimd/conversation").json()["turns"][-1]
        assert (turn["text"], turn["source"], turn["degraded"]) == (result["message"], "built-in", False)
        assert one.asked == []


def page(client: APIClient) -> str:
    """Return the coach's page of the same person, as a browser gets it."""
    browser = Client()
    browser.cookies[settings.PERSON_COOKIE_NAME] = client._credentials["HTTP_X_SESSION_ID"]  # type: ignore[attr-defined]  # what `credentials` was given
    return browser.get("/coach/").content.decode()


@pytest.mark.parametrize(
    ("said", "is_whole", "shown"),
    [
        ("You like teaching. What else?", True, "You like teaching. What else?"),
        ("You like teaching. What else?", False, "You like teaching. What else?"),
        ("You like teaching. ", False, "You like teaching.\n\nWho asks you for it?"),
        ("You like teaching. ", True, "You like teaching."),
    ],
)
def test_a_broken_answer_gets_the_question_it_lacks(said: str, is_whole: bool, shown: str) -> None:
    assert finished(said, "“teaching”, you say.\n\nWho asks you for it?", is_whole=is_whole) == shown


def test_somebody_who_erases_everything_while_a_model_is_waited_for_stays_erased(ana: APIClient, one: FakeAI) -> None:
    allow(ana)
    one.script(Turn(WORDS))
    stream = door.stream

    def erasing(person: Person, wish: Wish) -> door.Stream:
        said = yield from stream(person, wish)
        Person.objects.all().delete()
        return said

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "stream", erasing)
        assert ana.post("/wimd", {"prompt": TOLD}).status_code == 200
    assert not Said.objects.exists()
