"""The delta over the API: fresh sessions, targets, bridges, tests that become experiments, then and now, and no traces."""

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks
from rest_framework.test import APIClient

from mosaic.facts import services as facts
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.models import Fact
from mosaic.people import services as people
from mosaic.people.models import Person
from ps101.models import Experiment
from tests.opportunity_bridge.made import make_job
from tests.people.people import make_opened
from wimd import services
from wimd.models import Analysis, SkillBridge, Target
from wimd.services.delta import MOST_ANALYSES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]
POSTING = "Warehouse trainer\nNordhav\nWhat you bring\n- Experience in training new staff\n- Forklift driving\n- Planning a rota for a team\n"


@pytest.fixture
def ana(api: APIClient) -> Person:
    opened = make_opened()
    api.credentials(HTTP_X_SESSION_ID=opened.token)
    return opened.session.person


def say(person: Person, kind: FactKind, label: str, polarity: Polarity = Polarity.HAS, lexicon_id: str = "") -> Fact:
    return facts.add(person, kind=kind, label=label, polarity=polarity, lexicon_id=lexicon_id)


def dimensions(api: APIClient) -> dict[str, dict[str, object]]:
    body = api.get("/wimd/analysis").json()
    return {one["key"]: one for one in body["analysis"]["delta"]["dimensions"]}


def test_a_fresh_session_knows_nothing_and_keeps_nothing(api: APIClient, ana: Person) -> None:
    answer = api.get("/wimd/analysis")
    body = answer.json()
    assert answer.status_code == 200
    found = body["analysis"]["delta"]["dimensions"]
    assert [one["gap"] for one in found] == [None] * 9
    assert all(one["missing"] for one in found)
    assert (body["history"], body["computed_at"], body["source"]) == ([], None, "built-in")
    assert (body["analysis"]["occupations"], body["analysis"]["experiments"]) == ([], [])
    assert not Analysis.objects.exists()
    ana.refresh_from_db()
    assert not ana.has_content


def test_without_a_session_there_is_none(api: APIClient) -> None:
    assert api.get("/wimd/analysis").status_code == 401


def test_a_removed_fact_is_gone_at_once_and_a_restored_one_back(api: APIClient, ana: Person) -> None:
    say(ana, FactKind.PAY, "24,000 euros a year")
    wish = say(ana, FactKind.PAY, "30,000 euros a year", Polarity.WANTS)
    before = api.get("/wimd/analysis")
    assert dimensions(api)["pay"]["gap"] == 3
    facts.remove(ana, wish)
    after = api.get("/wimd/analysis")
    assert dimensions(api)["pay"]["gap"] is None
    assert "30,000" not in after.content.decode()
    assert before["ETag"] != after["ETag"]
    facts.restore(ana, wish)
    assert dimensions(api)["pay"]["gap"] == 3


def test_the_same_delta_is_not_sent_twice(api: APIClient, ana: Person) -> None:
    say(ana, FactKind.PAY, "24,000 euros a year")
    api.get("/wimd/analysis")
    first = api.get("/wimd/analysis")
    again = api.get("/wimd/analysis", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, first["Cache-Control"]) == (304, "private, no-cache")
    say(ana, FactKind.PAY, "30,000 euros a year", Polarity.WANTS)
    assert api.get("/wimd/analysis", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_how_it_stood_is_kept_once_for_each_change_and_the_first_stays(api: APIClient, ana: Person) -> None:
    say(ana, FactKind.GOAL, "teach apprentices", Polarity.WANTS)
    for _ in range(3):
        api.get("/wimd/analysis")
    assert Analysis.objects.count() == 1
    first = Analysis.objects.get().pk
    for number in range(MOST_ANALYSES + 3):
        say(ana, FactKind.NETWORK, f"Somebody{number}, who teaches")
        api.get("/wimd/analysis")
    assert Analysis.objects.count() == MOST_ANALYSES
    assert Analysis.objects.filter(pk=first).exists()
    history = api.get("/wimd/analysis").json()["history"]
    assert len(history) == MOST_ANALYSES
    assert {one["key"]: one["gap"] for one in history[-1]["dimensions"]}["network"] is None


def test_a_target_is_chosen_changed_and_left(api: APIClient, ana: Person) -> None:
    say(ana, FactKind.SKILL, "bookkeeping", lexicon_id="bookkeeping")
    chosen = api.put("/wimd/target", {"occupation": "bookkeeper"}).json()["target"]
    assert (chosen["kind"], chosen["occupation"]) == ("occupation", "bookkeeper")
    assert dimensions(api)["skills"]["wanted"][0]["label"] == "bookkeeper"  # type: ignore[index]  # a list of lines
    words = api.put("/wimd/target", {"label": "to train as a baker in my town"}).json()["target"]
    assert (words["kind"], words["occupation"]) == ("words", "baker")
    assert Target.objects.filter(is_chosen=True).count() == 1
    assert api.delete("/wimd/target").json()["target"] is None
    assert api.put("/wimd/target", {"label": None}).json()["target"] is None
    assert not Target.objects.exists()


def test_what_is_no_target_is_refused(api: APIClient, ana: Person) -> None:
    assert api.put("/wimd/target", {"occupation": "dragon-tamer"}).status_code == 422
    assert api.put("/wimd/target", {"occupation": "baker", "label": "x"}).status_code == 422
    assert api.put("/wimd/target", {"saved": "1"}).status_code == 404
    bo = make_opened().session.person
    other = services.add_target(bo, job=make_job().pk, label="x", skills=())
    assert api.put("/wimd/target", {"saved": str(other.pk)}).status_code == 404


def test_kinds_of_work_are_found_by_their_names(api: APIClient, ana: Person) -> None:
    found = [one["id"] for one in api.get("/wimd/target?q=nurse").json()["occupations"]]
    assert "registered-nurse" in found
    assert api.get("/wimd/target?q=occupational ther").json()["occupations"][0]["id"] == "occupational-therapist"
    assert api.get("/wimd/target?q=%20").json()["occupations"] == []
    assert api.get("/wimd/target?q=xyzzy").json()["occupations"] == []


def test_a_kept_posting_can_be_aimed_at_until_it_is_let_go(api: APIClient, ana: Person) -> None:
    job = api.post("/ob/jobs", {"text": POSTING}).json()["job"]["job_id"]
    saved = api.get("/wimd/target").json()["saved"]
    assert [one["job_id"] for one in saved] == [job]
    chosen = api.put("/wimd/target", {"saved": saved[0]["id"]}).json()["target"]
    assert chosen["kind"] == "saved"
    assert api.get("/wimd/analysis").json()["analysis"]["delta"]["skills"]
    api.post(f"/ob/jobs/{job}/unsave")
    assert api.get("/wimd/target").json() == {"target": None, "saved": [], "occupations": []}
    api.post(f"/ob/jobs/{job}/save")
    api.post(f"/ob/jobs/{job}/save")
    assert len(api.get("/wimd/target").json()["saved"]) == 1
    api.post(f"/ob/jobs/{job}/hide", {"reason": "pay"})
    assert api.get("/wimd/target").json()["saved"] == []


def test_a_missing_skill_is_bridged_left_out_and_taken_back(api: APIClient, ana: Person) -> None:
    say(ana, FactKind.SKILL, "bookkeeping", lexicon_id="bookkeeping")
    api.put("/wimd/target", {"occupation": "bookkeeper"})

    def standing(skill: str) -> tuple[str, str | None]:
        rows = api.get("/wimd/analysis").json()["analysis"]["delta"]["skills"]
        return next((one["standing"], one["bridge"]) for one in rows if one["skill"] == skill)

    rows = api.get("/wimd/analysis").json()["analysis"]["delta"]["skills"]
    missing = next(one["skill"] for one in rows if one["standing"] == "missing" and one["essential"])
    for choice, state in (("learn", "missing"), ("drop", "dropped"), ("drop", "dropped"), ("show", "missing")):
        assert api.put(f"/wimd/target/skills/{missing}", {"choice": choice}).status_code == 200
        assert standing(missing) == (state, choice)
    assert SkillBridge.objects.count() == 1
    api.put(f"/wimd/target/skills/{missing}", {"choice": None})
    assert standing(missing) == ("missing", None)
    assert api.put("/wimd/target/skills/dragon-taming", {"choice": "learn"}).status_code == 404
    assert api.put(f"/wimd/target/skills/{missing}", {"choice": "steal"}).status_code == 422


def test_a_test_becomes_one_experiment_however_often_it_is_asked(api: APIClient, ana: Person) -> None:
    say(ana, FactKind.GOAL, "teach apprentices", Polarity.WANTS)
    say(ana, FactKind.NETWORK, "Ngozi, who teaches")
    made = [api.post("/wimd/analysis/experiments", {"dimension": "network"}) for _ in range(2)]
    assert [one.status_code for one in made] == [201, 201]
    assert made[0].json()["id"] == made[1].json()["id"]
    test = dimensions(api)["network"]["smallest_test"]
    assert isinstance(test, dict)
    assert (test["experiment_id"], test["words"]) == (made[0].json()["id"], made[0].json()["title"])
    assert "Ngozi" in test["words"]
    assert api.delete("/wimd/analysis/experiments/network").status_code == 204
    assert Experiment.objects.get().status == "archived"
    assert api.post("/wimd/analysis/experiments", {"dimension": "network"}).json()["id"] == made[0].json()["id"]
    assert Experiment.objects.get().status == "draft"
    assert api.post("/wimd/analysis/experiments", {"dimension": "time"}).status_code == 404
    assert api.delete("/wimd/analysis/experiments/time").status_code == 404


def test_occupations_are_those_of_the_page_of_occupations_in_its_order(api: APIClient, ana: Person) -> None:
    for skill in ("bookkeeping", "payroll-processing", "invoicing"):
        say(ana, FactKind.SKILL, skill, lexicon_id=skill)
    mine = api.get("/wimd/analysis").json()["analysis"]["occupations"]
    theirs = api.get("/ob/occupations").json()["occupations"]
    assert len(mine) >= 5
    assert [one["id"] for one in mine] == [one["id"] for one in theirs][: len(mine)]
    assert all(one["carries"] and one["carries"][0]["quote"] and one["first_test"] for one in mine)


def test_nobody_sees_anothers_delta(api: APIClient, ana: Person) -> None:
    say(ana, FactKind.GOAL, "teach Zilpzalp", Polarity.WANTS)
    api.get("/wimd/analysis")
    bo = make_opened()
    api.credentials(HTTP_X_SESSION_ID=bo.token)
    answer = api.get("/wimd/analysis")
    assert "Zilpzalp" not in answer.content.decode()
    assert answer.json()["history"] == []


def test_erasing_leaves_nothing_of_it(
    api: APIClient, ana: Person, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    say(ana, FactKind.GOAL, "teach apprentices", Polarity.WANTS)
    api.put("/wimd/target", {"label": "bakery"})
    api.put("/wimd/target/skills/teamwork", {"choice": "ask"})
    api.get("/wimd/analysis")
    with django_capture_on_commit_callbacks(execute=True):
        people.erase(ana)
    assert [model.objects.count() for model in (Target, SkillBridge, Analysis)] == [0, 0, 0]
