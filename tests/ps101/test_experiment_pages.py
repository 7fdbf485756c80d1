"""Experiments on pages: beside the questions, on their own, and what a step waits for."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ps101 import queries
from ps101.models import Action, Experiment, Journey, Obstacle

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]
LONG = "I will teach one procedure to Lea and ask what was unclear. Then I try it again with somebody I do not know."
CANVAS = {"title": "Teach Lea", "hypothesis": "If I teach it, I know.", "success_metric": "she does it alone"}


@pytest.fixture
def ana(client: Client) -> Client:
    client.post("/discovery/start/", {"flow": "discovery"})
    return client


def answer_until(client: Client, step: str) -> None:
    """Answer every question of the steps before one, and of it."""
    flow = queries.flow_of(Journey.objects.get().flow)
    last = [one.key for one in flow.steps].index(step)
    for one in flow.steps[: last + 1]:
        for prompt in one.prompts:
            typed = {"text": LONG, "version": 0, "rating": 4}
            assert client.post(f"/discovery/prompt/{prompt.key}/", typed).status_code == 302, prompt.key


def in_days(days: int) -> str:
    return str(timezone.localdate() + timedelta(days=days))


def test_the_question_and_the_form_are_both_there(ana: Client) -> None:
    page = ana.get("/discovery/prompt/experiment/").content.decode()
    assert 'name="text"' in page
    assert 'name="hypothesis"' in page


def test_the_form_is_filled_from_what_was_answered(ana: Client) -> None:
    ana.post("/discovery/prompt/experiment/", {"text": LONG, "version": 0})
    page = ana.get("/discovery/prompt/success_sign/").content.decode()
    assert 'value="I will teach one procedure to Lea and ask what was unclear."' in page
    assert f'name="review_on" type="date" value="{in_days(7)}"' in page
    assert not Experiment.objects.exists()


def test_saving_the_form_leads_back_to_the_question(ana: Client) -> None:
    kept = ana.post("/experiments/new/", CANVAS | {"back": "success_sign"})
    assert kept["Location"] == "/discovery/prompt/success_sign/"
    assert Experiment.objects.get().journey == Journey.objects.get()


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org", "step:nothing", "nothing", ""])
def test_a_form_leads_nowhere_else(ana: Client, back: str) -> None:
    kept = ana.post("/experiments/new/", CANVAS | {"back": back})
    assert kept["Location"] == f"/experiments/{Experiment.objects.get().pk}/"


def test_a_step_waits_for_its_form_and_can_be_left_for_later(ana: Client) -> None:
    answer_until(ana, "experiment")
    assert ana.get("/discovery/next/")["Location"] == "/discovery/step/experiment/"
    page = ana.get("/discovery/step/experiment/").content.decode()
    assert all(words in page for words in ("a hunch", "a sign that it works", "a day to look back"))
    assert ana.post("/discovery/step/experiment/")["Location"] == "/discovery/next/"
    assert ana.get("/discovery/next/")["Location"] == "/discovery/prompt/external_obstacles/"


def test_a_step_that_has_what_it_waits_for_leads_on(ana: Client) -> None:
    answer_until(ana, "experiment")
    kept = ana.post("/experiments/new/", CANVAS | {"review_on": in_days(7), "back": "step:experiment"}, follow=True)
    assert "This step has what it waits for." in kept.content.decode()


def test_steps_of_an_answer_are_offered_line_by_line_and_kept_together(ana: Client) -> None:
    ana.post("/experiments/new/", CANVAS)
    plan = "1. Ring Petra on Monday\n2. Draw the map\n3. Try it with Lea"
    ana.post("/discovery/prompt/steps_plan/", {"text": plan, "version": 0})
    page = ana.get("/discovery/prompt/measure_progress/").content.decode()
    assert all(f'value="{step}"' in page for step in ("Ring Petra on Monday", "Draw the map", "Try it with Lea"))
    rows = {"label": ["Ring Petra", "Draw the map", ""], "due_on": [in_days(1), "", ""], "back": "measure_progress"}
    one = Experiment.objects.get().pk
    assert ana.post(f"/experiments/{one}/actions/", rows)["Location"] == "/discovery/prompt/measure_progress/"
    assert [action.label for action in Action.objects.order_by("created_at")] == ["Ring Petra", "Draw the map"]


def test_a_day_nobody_can_read_keeps_every_line(ana: Client) -> None:
    ana.post("/experiments/new/", CANVAS)
    rows = {"label": ["Ring Petra", "Draw the map"], "due_on": ["soon", ""]}
    page = ana.post(f"/experiments/{Experiment.objects.get().pk}/actions/", rows)
    assert page.status_code == 422
    assert all(f'value="{words}"' in page.content.decode() for words in ("Ring Petra", "Draw the map", "soon"))
    assert not Action.objects.exists()


def test_while_an_experiment_runs_nothing_is_asked_and_nothing_is_closed(ana: Client) -> None:
    ana.post("/experiments/new/", CANVAS | {"review_on": in_days(5)})
    one = Experiment.objects.get().pk
    ana.post(f"/experiments/{one}/obstacles/", {"kind": "internal", "label": "fear", "strategy": "ten minutes"})
    ana.post(f"/experiments/{one}/actions/", {"label": ["a", "b", "c"]})
    answer_until(ana, "plan")
    assert ana.get("/discovery/next/")["Location"] == "/discovery/step/reflect/"
    assert "Your experiment runs until" in ana.get("/discovery/step/reflect/").content.decode()
    ana.post("/discovery/prompt/results/", {"text": LONG, "version": 0})
    assert ana.get("/discovery/next/")["Location"] == "/discovery/prompt/confidence_effect/"


def test_the_last_step_opens_once_the_experiment_is_told(ana: Client) -> None:
    ana.post("/experiments/new/", CANVAS | {"review_on": in_days(0)})
    answer_until(ana, "reflect")
    assert ana.post("/discovery/prompt/new_skills/", {"text": LONG, "version": 0})["Location"] == "/discovery/next/"
    told = {"outcome": "It went well.", "learning": "I like it.", "confidence_after": 7, "next_move": "continue"}
    one = Experiment.objects.get().pk
    assert ana.post(f"/experiments/{one}/reflection/", told | {"back": "step:reflect"}).status_code == 302
    assert LONG in ana.get("/discovery/prompt/new_skills/").content.decode()
    assert ana.post("/discovery/prompt/new_skills/", {"text": LONG, "version": 0}).status_code == 302


def test_two_windows_of_an_experiment_see_both(ana: Client) -> None:
    ana.post("/experiments/new/", CANVAS)
    one = f"/experiments/{Experiment.objects.get().pk}/"
    ana.post(one, CANVAS | {"title": "from the first window", "version": 1})
    page = ana.post(one, CANVAS | {"title": "from the second window", "version": 1})
    assert page.status_code == 409
    assert all(words in page.content.decode() for words in ("from the first window", "from the second window"))


def test_an_obstacle_is_changed_and_taken_away(ana: Client) -> None:
    ana.post("/experiments/new/", CANVAS)
    one = f"/experiments/{Experiment.objects.get().pk}/obstacles/"
    ana.post(one, {"kind": "external", "label": "Tuesdays"})
    path = f"{one}{Obstacle.objects.get().pk}/"
    ana.post(path, {"kind": "external", "label": "Tuesdays", "strategy": "swap with Petra"})
    assert Obstacle.objects.get().strategy == "swap with Petra"
    ana.post(path, {"remove": "1"})
    assert not Obstacle.objects.exists()


def test_deleting_asks_first(ana: Client) -> None:
    ana.post("/experiments/new/", CANVAS)
    one = f"/experiments/{Experiment.objects.get().pk}/remove/"
    assert "Putting it away keeps everything." in ana.get(one).content.decode()
    assert Experiment.objects.exists()
    assert ana.post(one)["Location"] == "/experiments/"
    assert not Experiment.objects.exists()
