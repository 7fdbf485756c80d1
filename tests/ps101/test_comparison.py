"""Two runs of one person side by side; nothing of the first is lost when the second begins."""

from html import unescape
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from rest_framework.test import APIClient

from mosaic.people.services import Opened
from ps101 import services
from ps101.domain.comparison import Said, pair, share
from ps101.models import Answer, Commitment, Experiment, Journey
from ps101.queries.results import facts_in
from ps101.services import closing
from tests.people.people import make_opened
from tests.ps101.answers import FAST_TRACK
from tests.ps101.test_summary import begin
from tests.ps101.whole import go_through

KEYS = ("a", "b", "c", "d")
ANSWERS = st.dictionaries(st.sampled_from(KEYS), st.builds(Said, st.text(max_size=3), st.none() | st.integers(1, 10)))
PAGE = "/discovery/compare/"


@given(ANSWERS, ANSWERS)
def test_every_answer_stands_somewhere_and_changed_ones_come_first(then: dict[str, Said], now: dict[str, Said]) -> None:
    found = pair(KEYS, then, now)
    both = [one.key for one in found.both]
    assert sorted(both) == sorted(then.keys() & now.keys())
    assert {*both, *found.only_then, *found.only_now} == then.keys() | now.keys()
    assert [one.differs for one in found.both] == [True] * found.changed + [False] * (len(both) - found.changed)
    assert not pair(KEYS, then, then).changed


def test_case_and_spaces_are_no_change_and_a_number_is() -> None:
    assert not pair(KEYS, {"a": Said("By  day\n")}, {"a": Said("by day")}).changed
    assert pair(KEYS, {"a": Said("by day", 3)}, {"a": Said("by day", 4)}).changed


def test_a_skill_called_differently_is_the_same_skill() -> None:
    found = share({"s1": "teaching", "s2": "driving"}, {"s1": "training people", "s3": "planning"})
    assert (found.both, found.only_then, found.only_now) == (("training people",), ("driving",), ("planning",))


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


def finish_fast_track(client: Client, **other: str) -> Journey:
    """Go through the eight questions on the pages."""
    client.post("/discovery/start/", {"flow": "fast_track"})
    for key, text in (FAST_TRACK | other).items():
        client.post(f"/discovery/prompt/{key}/", {"text": text, "version": 0})
    return Journey.objects.latest("created_at")


def test_beginning_again_keeps_the_first_run_whole(ana: Client) -> None:
    first = finish_fast_track(ana)
    before = {one.prompt_key: (one.pk, one.text, one.version) for one in Answer.objects.filter(journey=first)}
    known = {fact.pk for fact in facts_in(first)}
    assert "begin it again" in ana.get("/discovery/").content.decode()
    second = finish_fast_track(ana, best_fit="I want to plan rotas in a calm team now.")
    assert (first.pk != second.pk, second.status) == (True, "completed")
    assert {one.prompt_key: (one.pk, one.text, one.version) for one in Answer.objects.filter(journey=first)} == before
    assert {fact.pk for fact in facts_in(first)} == known
    assert Journey.objects.get(pk=first.pk).status == "completed"


def test_a_second_discovery_has_its_own_experiment_and_commitment(opened: Opened, call: APIClient) -> None:
    person = opened.session.person
    first = go_through(person)
    closing.commit(person, first, week="Ring the school", day=first.created_at.date())
    second = go_through(person, ratings={"confidence": 7, "confidence_effect": 9})
    assert Experiment.objects.filter(journey=first).count() == Experiment.objects.filter(journey=second).count() == 1
    assert Commitment.objects.get().journey_id == first.pk
    shape = call.get("/ps101/compare").json()
    assert (shape["then"]["id"], shape["now"]["id"]) == (str(first.pk), str(second.pk))
    assert shape["confidence"] == {"then": {"before": 3, "after": 6}, "now": {"before": 7, "after": 9}}
    assert [one["key"] for one in shape["answers"] if one["differs"]] == ["confidence", "confidence_effect"]
    assert shape["answers"][0]["differs"]


def test_both_answers_stand_side_by_side(ana: Client) -> None:
    finish_fast_track(ana)
    changed = "I want to plan rotas in a calm team now."
    finish_fast_track(ana, best_fit=changed)
    page = unescape(ana.get(PAGE).content.decode())
    answers = page[page.index('id="answers"') :]
    assert answers.index(changed) < answers.index("7 answers say the same")
    assert FAST_TRACK["best_fit"] in answers
    assert "Begun on" in page


def test_one_run_alone_offers_to_begin_again(ana: Client) -> None:
    assert "choose how to begin" in ana.get(PAGE).content.decode()
    ana.post("/discovery/start/", {"flow": "fast_track"})
    assert "go on where you were" in ana.get(PAGE).content.decode()
    finish_fast_track(ana)
    assert 'name="flow" value="fast_track"' in ana.get(PAGE).content.decode()


def test_of_three_runs_any_two_can_be_chosen(ana: Client) -> None:
    runs = [finish_fast_track(ana, miracle=f"It is run number {number} of mine.") for number in range(3)]
    page = ana.get(f"{PAGE}?then={runs[2].pk}&now={runs[1].pk}").content.decode()
    assert "It is run number 1" in page
    assert page.index("It is run number 1") < page.index("It is run number 2")
    assert "It is run number 0" not in page


def test_the_api_answers_409_for_one_run(call: APIClient, opened: Opened) -> None:
    begin(opened, "I want work by day, near home.")
    answer = call.get("/ps101/compare")
    assert (answer.status_code, answer.json()["code"]) == (409, "one_run_only")


@pytest.mark.parametrize("name", ["then", "now"])
def test_what_is_not_the_persons_is_nowhere(ana: Client, call: APIClient, name: str) -> None:
    finish_fast_track(ana)
    finish_fast_track(ana)
    theirs = services.start(make_opened().session.person, "fast_track")
    for one in (theirs.pk, uuid4(), "nonsense"):
        assert ana.get(f"{PAGE}?{name}={one}").status_code == 404
        assert call.get(f"/ps101/compare?{name}={one}").status_code == 404
