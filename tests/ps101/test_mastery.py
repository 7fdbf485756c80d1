"""What was gained: skills with the words that show them, confidence before and after, what is next."""

from datetime import UTC, date, datetime, timedelta
from html import unescape
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from rest_framework.test import APIClient

from mosaic.facts import services as facts
from mosaic.facts.models import Fact
from mosaic.people.services import Opened
from ps101 import services
from ps101.domain.experiments import Canvas, NextMove
from ps101.domain.mastery import About, Change, Lesson, Quote, gain_of, suggest, whole_change
from ps101.models import Experiment
from ps101.services import experiments, plans
from tests.people.people import make_opened
from tests.ps101.whole import LEARNING, TOLD, go_through, try_something

PAGE = "/discovery/mastery/"
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def said(text: str, days: int, *, late: bool) -> Quote:
    return Quote(text, NOON + timedelta(days=days), late, "an answer")


def lesson(*, move: NextMove = NextMove.PIVOT, is_followed: bool = False) -> Lesson:
    return Lesson(uuid4(), "sit in on a lesson", LEARNING, move, is_followed)


def test_only_what_was_said_after_trying_shows_a_gain() -> None:
    assert gain_of("teaching", [said("I teach", 0, late=False)]) is None
    new = gain_of("teaching", [said("I taught two", 3, late=True)])
    again = gain_of("teaching", [said("I taught two", 3, late=True), said("I teach", 0, late=False)])
    assert new is not None
    assert again is not None
    assert (new.is_new, again.is_new) == (True, False)
    assert [quote.text for quote in again.quotes] == ["I taught two"]


def test_confidence_unknown_stays_unknown() -> None:
    def change(days: int, before: int | None, after: int | None) -> Change:
        return Change(About.EXPERIMENT, uuid4(), "x", before, after, date(2026, 5, 4) + timedelta(days=days))

    assert whole_change([]) == (None, None)
    assert whole_change([change(0, 3, None)]) == (3, None)
    assert whole_change([change(9, 5, 7), change(0, None, 4), change(2, 3, 6)]) == (3, 7)


def test_what_is_suggested_is_in_the_persons_words_or_nothing() -> None:
    wished = suggest(lesson(), "Sit in on an evening class. Then ask.")
    assert wished is not None
    assert (wished.title, wished.hypothesis) == ("Sit in on an evening class.", LEARNING)
    again = suggest(lesson(move=NextMove.CONTINUE), "")
    assert again is not None
    assert again.title == "sit in on a lesson"
    assert suggest(lesson(is_followed=True), "Sit in") is None
    assert suggest(None, "") is None


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]


@pytest.fixture
def opened() -> Opened:
    return make_opened()


@pytest.fixture
def ana(client: Client, opened: Opened) -> Client:
    client.cookies[settings.PERSON_COOKIE_NAME] = opened.token
    return client


@pytest.fixture
def call(api: APIClient, opened: Opened) -> APIClient:
    api.credentials(HTTP_X_SESSION_ID=opened.token)
    return api


def text_of(client: Client, path: str = PAGE) -> str:
    return unescape(client.get(path).content.decode())


def test_with_nothing_tried_the_page_leads_on(ana: Client, opened: Opened) -> None:
    assert 'href="/discovery/"' in text_of(ana)
    services.start(opened.session.person, "discovery")
    assert 'href="/discovery/next/"' in text_of(ana)
    experiments.design(opened.session.person, Canvas(title="sit in on a lesson"))
    assert "Waiting for a look back: <q>sit in on a lesson</q>" in text_of(ana)


def test_every_skill_stands_on_words_said_after_trying(ana: Client, opened: Opened) -> None:
    go_through(opened.session.person)
    page = text_of(ana)
    gained = page[page.index("skills gained") : page.index('id="confidence"')]
    assert TOLD["new_skills"] in gained
    assert "what an experiment taught" in gained
    assert TOLD["problem_statement"] not in gained


def test_a_removed_fact_is_gone_from_the_page(ana: Client, opened: Opened, call: APIClient) -> None:
    go_through(opened.session.person)
    gained = [one["label"] for one in call.get("/ps101/mastery").json()["skills"]]
    assert gained
    for fact in Fact.objects.filter(person=opened.session.person):
        facts.remove(opened.session.person, fact)
    assert call.get("/ps101/mastery").json()["skills"] == []


def test_confidence_is_drawn_and_told(ana: Client, opened: Opened) -> None:
    go_through(opened.session.person)
    page = text_of(ana)
    assert "At the start you put 3 of 10, most recently 7 of 10." in page
    assert "from 3 to 6" in page
    assert '<circle class="want" cx="65.3%"' in page
    assert "<td>3</td><td>7</td>" in page


def test_what_was_tried_stands_with_what_it_took_and_taught(ana: Client, opened: Opened) -> None:
    go_through(opened.session.person)
    page = text_of(ana)
    for words in ("Teach two learners to reverse", LEARNING, "One Sunday and twenty in diesel", "go on with it"):
        assert words in page
    assert "Your first seven days are not over" in page


def test_the_next_experiment_is_filled_and_kept_once(ana: Client, opened: Opened) -> None:
    go_through(opened.session.person)
    assert 'value="Sit in on one evening class at the driving school."' in text_of(ana)
    tried = Experiment.objects.get()
    form = {"title": "Sit in on one class", "hypothesis": LEARNING, "follows": str(tried.pk)}
    assert ana.post(f"{PAGE}next/", form).status_code == 302
    assert ana.post(f"{PAGE}next/", form).status_code == 302
    assert Experiment.objects.filter(follows=tried).count() == 1
    assert "what to try next" not in text_of(ana)


def test_an_experiment_without_a_word_comes_back_with_a_sentence(ana: Client, opened: Opened) -> None:
    go_through(opened.session.person)
    answer = ana.post(f"{PAGE}next/", {"title": " ", "hypothesis": "", "follows": "nonsense"})
    assert answer.status_code == 422
    assert "A few words are needed here." in answer.content.decode()


def test_the_api_says_the_same(call: APIClient, opened: Opened) -> None:
    journey = go_through(opened.session.person)
    tried = Experiment.objects.get()
    shape = call.get("/ps101/mastery").json()
    assert {one["about"]: (one["before"], one["after"]) for one in shape["confidence"]["changes"]} == {
        "journey": (3, 6),
        "experiment": (3, 7),
    }
    assert shape["confidence"]["changes"][0]["id"] in (str(journey.pk), str(tried.pk))
    assert [one["reflection"]["learning"] for one in shape["experiments"]] == [LEARNING]
    assert shape["suggestion"]["follows"] == str(tried.pk)
    assert {one["latest"] for one in shape["momentum"]["efforts"]} == {None}
    assert shape["commitment"] is None


def test_a_dated_step_counts_once_when_it_is_done(call: APIClient, opened: Opened) -> None:
    tried = try_something(opened.session.person, services.start(opened.session.person, "discovery"))
    action = plans.plan_action(opened.session.person, tried, label="Ring", due_on=date(2099, 5, 4))
    plans.finish_action(opened.session.person, action)
    efforts = {one["kind"]: one["first"] for one in call.get("/ps101/mastery").json()["momentum"]["efforts"]}
    assert efforts == {"thought": 0, "planned": 1, "tried": 1, "did": 1, "sought": 0}


def test_nothing_of_anybody_else_stands_there(call: APIClient) -> None:
    go_through(make_opened().session.person)
    shape = call.get("/ps101/mastery").json()
    assert (shape["skills"], shape["experiments"], shape["suggestion"]) == ([], [], None)
