"""Small experiments through the API: what is tried, what may stop it, what is done, what it taught."""

from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from mosaic.facts.models import Evidence, SourceKind
from mosaic.journal.models import Reminder
from ps101.models import Experiment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]

CANVAS = {
    "title": "The returns map",
    "hypothesis": "If I draw it, they ask me less.",
    "success_metric": "two questions",
}
TOLD = {
    "outcome": "I trained two new colleagues and both managed alone.",
    "learning": "I love explaining things, and I am good at drawing maps.",
    "confidence_before": 4,
    "confidence_after": 7,
    "next_move": "continue",
}


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    """Return a program that speaks for one person."""
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


def design(client: APIClient, **more: object) -> dict[str, object]:
    answer = client.post("/ps101/experiments", CANVAS | more)
    assert answer.status_code == 201, answer.content
    made: dict[str, object] = answer.json()
    return made


def in_days(days: int) -> str:
    return str(timezone.localdate() + timedelta(days=days))


def test_a_fresh_session_has_an_empty_list(ana: APIClient) -> None:
    assert ana.get("/ps101/experiments").json() == {"experiments": [], "next": None, "previous": None}


def test_an_experiment_grows_until_it_is_designed(ana: APIClient) -> None:
    made = design(ana)
    assert (made["status"], made["badges"], made["actions_needed"]) == ("draft", [], 3)
    changed = ana.patch(f"/ps101/experiments/{made['id']}", {"review_on": in_days(7)}).json()
    assert changed["badges"] == ["designed"]
    assert changed["title"] == "The returns map"
    assert str(Reminder.objects.get(kind="review").due_on) == in_days(7)


def test_nothing_at_all_is_no_experiment(ana: APIClient) -> None:
    answer = ana.post("/ps101/experiments", {"resources": "an hour"})
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "nothing")


def test_looking_back_before_the_start_is_refused_and_changes_nothing(ana: APIClient) -> None:
    made = design(ana, start_on=in_days(3))
    answer = ana.patch(f"/ps101/experiments/{made['id']}", {"review_on": in_days(1)})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "review_on")
    assert Experiment.objects.get().review_on is None


def test_a_change_over_an_older_version_shows_both(ana: APIClient) -> None:
    one = f"/ps101/experiments/{design(ana)['id']}"
    assert ana.patch(one, {"title": "Another map", "version": 1}).json()["version"] == 2
    answer = ana.patch(one, {"title": "A third one", "version": 1})
    assert (answer.status_code, answer.json()["code"]) == (409, "lost_update")
    assert (answer.json()["current"]["title"], answer.json()["yours"]["title"]) == ("Another map", "A third one")


def test_the_same_change_twice_is_one(ana: APIClient) -> None:
    one = f"/ps101/experiments/{design(ana)['id']}"
    for _ in range(2):
        assert ana.patch(one, {"title": "Another map", "version": 1}).json()["version"] == 2


def test_one_experiment_is_under_way_and_the_others_wait(ana: APIClient) -> None:
    first, second = design(ana)["id"], design(ana, title="Another")["id"]
    assert ana.post(f"/ps101/experiments/{first}/activate").json()["status"] == "active"
    assert ana.post(f"/ps101/experiments/{first}/activate").status_code == 200
    answer = ana.post(f"/ps101/experiments/{second}/activate")
    assert (answer.status_code, answer.json()["active"]) == (409, first)
    ana.post(f"/ps101/experiments/{first}/archive")
    assert ana.post(f"/ps101/experiments/{second}/activate").json()["status"] == "active"


def test_an_obstacle_with_a_strategy_and_three_steps_make_a_plan(ana: APIClient) -> None:
    one = f"/ps101/experiments/{design(ana, review_on=in_days(7))['id']}"
    obstacle = {"kind": "external", "label": "The course is on Tuesdays.", "strategy": "Ask Petra to swap."}
    assert ana.post(f"{one}/obstacles", obstacle).status_code == 201
    for label in ("ring Petra", " Ring  Petra", "draw the map"):
        made = ana.post(f"{one}/actions", {"label": label}).json()
    assert made["actions_needed"] == 1
    assert ana.post(f"{one}/actions", {"label": "try it with Lea"}).json()["badges"] == ["designed", "plan_ready"]


def test_a_step_is_due_done_and_open_again(ana: APIClient) -> None:
    one = f"/ps101/experiments/{design(ana)['id']}"
    step = ana.post(f"{one}/actions", {"label": "ring Petra", "due_on": in_days(2)}).json()["actions"][0]
    path = f"{one}/actions/{step['id']}"
    assert ana.patch(path, {"done": True}).json()["actions"][0]["done_at"]
    assert [each.state for each in Reminder.objects.filter(kind="action")] == ["done"]
    assert ana.patch(path, {"done": False}).json()["actions"][0]["done_at"] is None
    assert Reminder.objects.filter(kind="action", state="open").count() == 1
    assert ana.delete(path).json()["actions"] == []
    assert not Reminder.objects.filter(kind="action", state="open").exists()


def test_an_obstacle_is_put_in_other_words_and_taken_away(ana: APIClient) -> None:
    one = f"/ps101/experiments/{design(ana)['id']}"
    made = ana.post(f"{one}/obstacles", {"kind": "internal", "label": "I put it off."}).json()["obstacles"][0]
    path = f"{one}/obstacles/{made['id']}"
    assert ana.patch(path, {"strategy": "Ten minutes only."}).json()["obstacles"][0] == {
        **made,
        "strategy": "Ten minutes only.",
    }
    assert ana.delete(path).json()["obstacles"] == []


def test_what_was_learned_is_suggested_with_its_words(ana: APIClient) -> None:
    one = f"/ps101/experiments/{design(ana)['id']}"
    answer = ana.put(f"{one}/reflection", TOLD).json()
    assert (answer["status"], answer["badges"][-1]) == ("reviewed", "reflection_logged")
    quotes = [evidence.quote for evidence in Evidence.objects.filter(source_kind=SourceKind.REFLECTION)]
    told = f"{TOLD['outcome']}\n\n{TOLD['learning']}"
    assert quotes
    assert all(quote in told for quote in quotes)
    energisers = [one for one in ana.get("/wimd/facts").json()["facts"] if one["kind"] == "energiser"]
    assert energisers


def test_deleting_an_experiment_takes_back_what_it_taught(ana: APIClient) -> None:
    one = f"/ps101/experiments/{design(ana, review_on=in_days(3))['id']}"
    ana.put(f"{one}/reflection", TOLD)
    assert ana.delete(one).status_code == 204
    assert ana.get(one).status_code == 404
    assert not Evidence.objects.filter(source_kind=SourceKind.REFLECTION).exists()
    assert not Reminder.objects.filter(state="open").exists()


def test_confidence_is_a_number_from_one_to_ten(ana: APIClient) -> None:
    one = f"/ps101/experiments/{design(ana)['id']}"
    answer = ana.put(f"{one}/reflection", TOLD | {"confidence_after": 11})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "confidence_after")


def test_what_was_put_away_comes_back_as_what_it_was(ana: APIClient) -> None:
    one = f"/ps101/experiments/{design(ana)['id']}"
    assert ana.put(f"{one}/reflection", TOLD | {"next_move": "archive"}).json()["status"] == "archived"
    assert ana.post(f"{one}/activate").status_code == 409
    assert ana.post(f"{one}/bring-back").json()["status"] == "reviewed"


def test_somebody_elses_experiment_is_nowhere(ana: APIClient) -> None:
    one = f"/ps101/experiments/{design(ana)['id']}"
    bob = APIClient()
    bob.credentials(HTTP_X_SESSION_ID=bob.post("/session").json()["session_id"])
    assert [bob.get(one).status_code, bob.put(f"{one}/reflection", TOLD).status_code] == [404, 404]
    follows = {**CANVAS, "follows": one.rsplit("/", 1)[1]}
    assert bob.post("/ps101/experiments", follows).status_code == 404
    assert bob.post("/ps101/experiments", {**CANVAS, "follows": "not-an-id"}).status_code == 404
