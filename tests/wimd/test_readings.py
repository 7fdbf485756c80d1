"""The three readings of a person: what earned each point, what raises them, and that nothing cheap does."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks
from rest_framework.test import APIClient

from mosaic.facts import services as facts
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.models import Fact
from mosaic.journal.models import Event
from mosaic.people.models import Person
from opportunity_bridge.loading import load_samples
from opportunity_bridge.models import Job
from ps101.models import Experiment
from tests.ps101.answers import FAST_TRACK
from wimd import loading
from wimd.queries import doable_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]

Body = dict[str, dict[str, dict[str, list[dict[str, object]]]]]


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    """Return a program that speaks for one person."""
    loading.load()
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


@pytest.fixture
def through(ana: APIClient, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> APIClient:
    """Return somebody who answered the Fast Track."""
    with django_capture_on_commit_callbacks(execute=True):
        journey = ana.post("/ps101/journeys", {"flow": "fast_track"}).json()["id"]
        for key, text in FAST_TRACK.items():
            ana.put(f"/ps101/journeys/{journey}/answers/{key}", {"text": text, "version": 0})
        ana.post(f"/ps101/journeys/{journey}/complete")
    return ana


def numbers(who: APIClient) -> dict[str, int]:
    found: dict[str, int] = who.get("/wimd/metrics").json()["metrics"]
    return found


def explained(who: APIClient, metric: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = who.get("/wimd/metrics").json()["explanation"][metric]
    return found


def browser_of(who: APIClient) -> Client:
    """Return a browser with the same person."""
    code = who.post("/session/recovery-code").json()["recovery_code"]
    client = Client()
    client.post("/recover/", {"recovery_code": code})
    return client


def plan(who: APIClient, experiment: object, label: str) -> str:
    """Plan a step; return its address."""
    who.post(f"/ps101/experiments/{experiment}/actions", {"label": label})
    actions = who.get(f"/ps101/experiments/{experiment}").json()["actions"]
    return f"/ps101/experiments/{experiment}/actions/{actions[-1]['id']}"


def test_every_point_has_words_a_day_and_an_address_that_answers(through: APIClient) -> None:
    load_samples()
    through.post(f"/ob/jobs/{Job.objects.all()[0].pk}/save")
    made = through.post("/ps101/experiments", {"title": "Sit in", "hypothesis": "I like it", "success_metric": "I stay", "review_on": "2030-01-02"}).json()  # fmt: skip
    through.post(f"/ps101/experiments/{made['id']}/activate")
    step = plan(through, made["id"], "ring Petra")
    assert through.patch(step, {"done": True}, format="json").status_code == 200
    through.post("/resume/rewrite", {"version_name": "mine"})
    through.post("/wimd", {"prompt": "I drove a forklift for six years."})
    through.post("/wimd/checkins", {"moved": "two calls", "energy": 4})
    browser = browser_of(through)
    told = through.get("/wimd/metrics").json()["explanation"]
    facts_told = {point["fact"] for reading in told.values() for point in reading["points"]}
    assert {"problem", "wanted", "value", "skill", "target", "talk", "experiment_designed", "experiment_started", "action_done", "version_made", "job_saved", "active_day"} <= facts_told  # fmt: skip
    for reading in told.values():
        for point in [*reading["points"], *reading["next"]]:
            assert point["words"], point
            assert browser.get(point["url"], follow=True).status_code == 200, point
    assert [one["quote"] for one in told["action"]["points"] if one["fact"] == "action_done"] == ["ring Petra"]


def test_the_page_shows_each_point_with_its_words(through: APIClient) -> None:
    page = browser_of(through).get("/coach/readings/").content.decode()
    for metric in ("clarity", "action", "momentum"):
        for point in explained(through, metric)["points"]:
            assert str(point["words"]).replace("’", "&#x27;") in page.replace("’", "&#x27;")
    assert page.count('class="spark"') == 3
    assert page.count("<tr>") > 13


def test_a_fact_that_is_removed_counts_no_more_and_still_did_before(through: APIClient) -> None:
    before = numbers(through)["clarity"]
    person = Person.objects.get()
    value = Fact.objects.filter(kind=FactKind.VALUE).first() or facts.add(person, kind=FactKind.VALUE, label="calm")
    gone = list(Fact.objects.filter(kind=FactKind.VALUE))
    for fact in gone:
        facts.remove(person, fact)
    assert numbers(through)["clarity"] < before
    facts.restore(person, value)
    assert "value" in {point["fact"] for point in explained(through, "clarity")["points"]}


def add_ten_values_and_remove_them(who: APIClient) -> None:
    for number in range(10):
        made = who.post("/wimd/facts", {"kind": "value", "label": f"thing {number}", "polarity": "wants"}).json()
        who.delete(f"/wimd/facts/{made['id']}")


def save_and_let_go(who: APIClient) -> None:
    job = Job.objects.all()[0].pk
    for _ in range(5):
        who.post(f"/ob/jobs/{job}/save")
        who.post(f"/ob/jobs/{job}/unsave")
    who.post(f"/ob/jobs/{job}/save")
    who.post(f"/ob/jobs/{job}/hide")


def confirm_and_restore(who: APIClient) -> None:
    fact = Fact.objects.filter(kind=FactKind.SKILL)[0].pk
    for _ in range(5):
        who.patch(f"/wimd/facts/{fact}", {"status": "confirmed"})
        who.delete(f"/wimd/facts/{fact}")
        who.post(f"/wimd/facts/{fact}/restore")


def make_and_put_away_experiments(who: APIClient) -> None:
    whole = {"hypothesis": "a", "success_metric": "b", "review_on": "2030-01-02"}
    for number in range(5):
        made = who.post("/ps101/experiments", {"title": f"test {number}", **whole}).json()["id"]
        who.post(f"/ps101/experiments/{made}/activate")
        step = plan(who, made, "do it")
        assert who.patch(step, {"done": True}, format="json").status_code == 200
        assert who.patch(step, {"done": number < 2}, format="json").status_code == 200
        if number >= 3:
            who.post(f"/ps101/experiments/{made}/archive")
        else:
            who.delete(f"/ps101/experiments/{made}")


def say_the_same_sixty_times(who: APIClient) -> None:
    for _ in range(60):
        who.post("/wimd", {"prompt": "I am tired of this and I do not know what to do."})


def check_in_and_take_it_back(who: APIClient) -> None:
    for _ in range(3):
        who.post("/wimd/checkins", {"energy": 3})
        who.delete("/wimd/checkins")


@pytest.mark.parametrize(
    "pad",
    [
        add_ten_values_and_remove_them,
        save_and_let_go,
        confirm_and_restore,
        make_and_put_away_experiments,
        say_the_same_sixty_times,
        check_in_and_take_it_back,
    ],
)
def test_padding_earns_nothing(through: APIClient, pad: Callable[[APIClient], None]) -> None:
    load_samples()
    before = numbers(through)
    pad(through)
    assert Event.objects.count() > len(FAST_TRACK)
    assert numbers(through) == before


def test_sixty_messages_that_tell_something_are_worth_as_much_as_one(through: APIClient) -> None:
    said = {"prompt": "I drove a forklift for six years."}
    before = numbers(through)["action"]
    through.post("/wimd", said)
    once = numbers(through)
    assert once["action"] == before + 5
    for _ in range(59):
        through.post("/wimd", said)
    assert numbers(through) == once


def test_what_raises_it_is_never_done_already_or_out_of_reach(ana: APIClient) -> None:
    action = {one["step"] for one in explained(ana, "action")["next"]}
    assert not action & {"experiment_started", "experiment_reviewed", "action_done", "version_made", "reminder_done"}
    assert "confirmed" not in {one["step"] for one in explained(ana, "clarity")["next"]}


def test_an_experiment_written_down_can_be_begun_and_one_under_way_cannot(ana: APIClient) -> None:
    person = Person.objects.get()
    assert "experiment_started" not in doable_of(person)
    made = ana.post("/ps101/experiments", {"title": "Sit in"}).json()["id"]
    assert {"experiment_started", "experiment_reviewed"} <= doable_of(person)
    ana.post(f"/ps101/experiments/{made}/activate")
    assert "experiment_started" not in doable_of(person)
    assert Experiment.objects.get().status == "active"


def test_a_contradiction_is_named_until_one_side_is_taken_away(ana: APIClient) -> None:
    person = Person.objects.get()
    for label in ("calm", "time", "pay"):
        facts.add(person, kind=FactKind.VALUE, label=label, polarity=Polarity.WANTS)
    assert "agreed" in {point["fact"] for point in explained(ana, "clarity")["points"]}
    against = facts.add(person, kind=FactKind.VALUE, label="calm", polarity=Polarity.AVOIDS)
    assert "agreed" not in {point["fact"] for point in explained(ana, "clarity")["points"]}
    shown = browser_of(ana).get("/coach/readings/").content.decode()
    assert "pulls apart" in shown
    assert ": ." not in shown
    facts.remove(person, against)
    assert "agreed" in {point["fact"] for point in explained(ana, "clarity")["points"]}


def test_history_has_twelve_weeks_and_ends_with_now(through: APIClient) -> None:
    Event.objects.update(created_at=timezone.now() - timedelta(weeks=3))
    body = through.get("/wimd/metrics").json()
    assert len(body["history"]) == 13
    assert {name: body["history"][-1][name] for name in body["metrics"]} == body["metrics"]
    momentum = [one["momentum"] for one in body["history"]]
    assert (momentum[:9], momentum[9:11], momentum[12]) == ([0] * 9, [30, 15], 4)


def test_somebody_else_sees_nothing_of_it(through: APIClient) -> None:
    other = APIClient()
    other.credentials(HTTP_X_SESSION_ID=other.post("/session").json()["session_id"])
    assert numbers(other) == {"clarity": 0, "action": 0, "momentum": 0}
    assert [reading["points"] for reading in other.get("/wimd/metrics").json()["explanation"].values()] == [[], [], []]


def test_a_browser_at_the_call_is_led_to_the_page(client: Client) -> None:
    answer = client.get("/wimd/metrics", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/coach/readings/")
