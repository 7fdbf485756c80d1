"""The bridge's part of the API, as the contract describes it."""

import pytest
from rest_framework.test import APIClient

from mosaic.people.models import Person
from opportunity_bridge import services
from opportunity_bridge.models import Application, Job
from tests.opportunity_bridge.made import TEXT, make_job, signed_in, tell_role, tell_skills

pytestmark = pytest.mark.django_db

OPPORTUNITY = {
    "job_id", "role", "company", "location", "remote", "pay", "fit_score", "label", "coverage", "contributions",
    "skills_match", "skills_missing", "values_match", "source", "sample", "posted_at", "url",
}  # fmt: skip


@pytest.fixture
def ana(api: APIClient) -> Person:
    """Return whom the client speaks for."""
    return signed_in(api)


def test_a_fresh_session_gets_postings_without_scores_and_what_comes_first(api: APIClient, ana: Person) -> None:
    make_job(sample=True)
    answer = api.get("/ob/opportunities")
    assert answer.status_code == 200
    body = answer.json()
    assert [one["fit_score"] for one in body["opportunities"]] == [None]
    assert body["opportunities"][0]["label"] == "none_yet"
    assert body["next"] == "POST /ps101/journeys"
    assert {"skills", "roles", "values"} <= set(body["missing"])
    for path in ("matches", "status", "occupations"):
        assert api.get(f"/ob/{path}").status_code == 200


def test_an_opportunity_has_every_field_of_the_contract(api: APIClient, ana: Person) -> None:
    make_job(sample=True, open_company="Four Mills", open_location="Leeds, United Kingdom")
    tell_skills(ana, "leading-a-team", "training-staff")
    tell_role(ana, "warehouse-team-leader")
    found = api.get("/ob/opportunities").json()["opportunities"][0]
    assert set(found) >= OPPORTUNITY
    assert found["sample"] is True
    assert sum(one["points"] for one in found["contributions"]) == found["fit_score"]
    assert found["pay"] == {"min": "31000.00", "max": "34000.00", "currency": "GBP", "period": "year"}
    assert {"leading a team", "training colleagues"} <= set(found["skills_match"])
    assert "spreadsheets" in found["skills_missing"]


def test_the_list_is_narrowed_paged_and_refuses_a_foreign_cursor(api: APIClient, ana: Person) -> None:
    tell_skills(ana, "leading-a-team", "training-staff", "rota-planning")
    for number in range(3):
        make_job(f"Helper {number}")
    make_job("Baker", "You bring\n- bread making\n- pastry making\n- cooking\n", remote="remote")
    assert [one["role"] for one in api.get("/ob/opportunities?remote=remote").json()["opportunities"]] == ["Baker"]
    assert "Baker" not in [one["role"] for one in api.get("/ob/opportunities?min_fit=30").json()["opportunities"]]
    first = api.get("/ob/opportunities?limit=3").json()
    second = api.get(first["next"]).json()
    assert len(first["opportunities"]) + len(second["opportunities"]) == 4
    assert second["next"] is None
    refused = api.get("/ob/opportunities?cursor=invented")
    assert (refused.status_code, refused.json()["code"]) == (422, "bad_cursor")
    tell_skills(ana, "cooking")
    stale = api.get(first["next"])
    assert (stale.status_code, stale.json()["code"]) == (409, "order_changed")
    assert api.get("/ob/opportunities?limit=0").status_code == 422


def test_when_nothing_fits_the_nearest_kinds_of_work_are_named(api: APIClient, ana: Person) -> None:
    make_job("Roofer", "You need\n- roof tiling\n- working at height\n- scaffolding\n")
    tell_skills(ana, "bookkeeping", "invoicing", "vat-returns")
    tell_role(ana, "bookkeeper")
    found = api.get("/ob/opportunities").json()["alternatives"]["occupations"]
    assert found
    assert {"carries_over", "missing", "first_test", "fit"} <= set(found[0])
    make_job("Bookkeeper", "You bring\n- bookkeeping\n- invoicing\n- VAT returns\n")
    assert api.get("/ob/opportunities").json()["alternatives"] == {}


def test_a_posting_is_shown_requirement_by_requirement(api: APIClient, ana: Person) -> None:
    job = make_job()
    tell_skills(ana, "leading-a-team", "training-staff", "rota-planning")
    body = api.get(f"/ob/jobs/{job.pk}").json()
    assert body["job"]["text"] == TEXT
    rows = {row["ids"][0]: row for row in body["fit"]["requirements"]}
    assert rows["leading-a-team"]["verdict"] == "met"
    assert rows["leading-a-team"]["quote"] == "Experience of leading a team"
    assert rows["leading-a-team"]["profile_quote"] == "leading a team"
    assert (rows["spreadsheets"]["verdict"], rows["spreadsheets"]["profile_quote"]) == ("missing", None)
    assert rows["driving-licence-b"]["verdict"] == "unknown"
    for row in rows.values():
        assert row["quote"] in {body["job"]["role"], *[TEXT[row["start"] : row["end"]]]}
    assert body["fit"]["raises"][0]["gain"] > 0


def test_a_posting_tells_its_terms_and_what_is_worth_checking(api: APIClient, ana: Person) -> None:
    text = "Porter\nA permanent post, 20 to 25 hours a week.\nYou pay a registration fee of £40.\nClosing date: 2 March 2020"
    details = api.get(f"/ob/jobs/{make_job('Porter', text).pk}").json()["job"]["details"]
    assert (details["hours"]["min"], details["hours"]["max"]) == (20, 25)
    assert [(one["value"], one["quote"]) for one in details["contracts"]] == [("permanent", "permanent")]
    assert details["days"]["closes"]["day"] == "2020-03-02"
    assert details["days"]["starts"] is None
    assert [one["value"] for one in details["stale"]] == ["past-closing"]
    assert [text[one["start"] : one["end"]] for one in details["scam"]] == ["You pay a registration fee"]


def test_pasting_a_posting_matches_it_at_once(api: APIClient, ana: Person) -> None:
    tell_skills(ana, "leading-a-team", "training-staff")
    answer = api.post("/ob/jobs", {"text": f"Shift lead – Canary Parcels\n\n{TEXT}"})
    assert answer.status_code == 201
    body = answer.json()
    assert (body["job"]["role"], body["job"]["company"], body["job"]["own"]) == ("Shift lead", "Canary Parcels", True)
    assert body["job"]["requirements"]
    assert body["fit"]["fit_score"] is not None
    assert Job.objects.get().open_text == ""


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        ({"url": "https://jobs.example/1"}, 422, "unsupported_url"),
        ({"text": "Baker"}, 422, "too_short"),
        ({}, 422, "too_short"),
        ({"text": "word " * 12_500}, 422, "max_length"),
        ({"text": "word " * 8_000}, 413, "request_too_large"),
        ({"html": "<html><body><script>1</script></body></html>"}, 422, "empty"),
    ],
)
def test_what_cannot_be_read_is_refused_with_words(
    api: APIClient, ana: Person, sent: dict[str, str], status: int, code: str
) -> None:
    answer = api.post("/ob/jobs", sent)
    body = answer.json()
    assert answer.status_code == status
    assert code in {body["code"], *(error["code"] for error in body.get("errors", []))}
    assert not Job.objects.exists()


def test_an_address_is_never_fetched(api: APIClient, ana: Person) -> None:
    """The test run has no network: a fetch would not answer 422 but fail."""
    assert (
        api.post("/ob/jobs", {"url": "http://127.0.0.1:1/", "text": ""}).json()["errors"][0]["code"]
        == "unsupported_url"
    )


def test_weights_change_the_order_and_can_be_reset(api: APIClient, ana: Person) -> None:
    changed = api.put("/ob/weights", {"pay": 60})
    assert changed.json() == {
        "weights": {"skills": 40, "role": 20, "values": 15, "interests": 10, "place": 10, "pay": 60},
        "usual": False,
    }
    zero = api.put("/ob/weights", dict.fromkeys(("skills", "role", "values", "interests", "place", "pay"), 0))
    assert zero.json()["errors"][0]["code"] == "nothing_counts"
    assert api.put("/ob/weights", {"pay": 61}).status_code == 422
    assert api.put("/ob/weights", {"reset": True}).json()["usual"] is True


def test_saving_hiding_and_taking_back(api: APIClient, ana: Person) -> None:
    job = make_job()
    assert api.post(f"/ob/jobs/{job.pk}/save").json() == {"job_id": str(job.pk), "state": "saved"}
    assert [one["job_id"] for one in api.get("/ob/matches").json()["matches"]] == [str(job.pk)]
    tell_skills(ana, "cooking")
    api.get("/ob/opportunities")
    assert api.get("/ob/matches").json()["matches"][0]["state"] == "saved"
    assert api.post(f"/ob/jobs/{job.pk}/hide", {"reason": "pay"}).json()["state"] == "hidden"
    assert api.get("/ob/opportunities").json()["total"] == 0
    assert api.post(f"/ob/jobs/{job.pk}/hide", {"reason": "nonsense"}).status_code == 422
    assert api.post(f"/ob/jobs/{job.pk}/unsave").json()["state"] is None


def test_an_application_moves_and_is_undone(api: APIClient, ana: Person) -> None:
    application = services.apply(ana, make_job(sample=True), notes="Ms Adams")
    path = f"/ob/applications/{application.pk}"
    body = api.get(path).json()
    assert (body["stage"], body["notes"], body["sample"], body["next_action"]) == (
        "applied",
        "Ms Adams",
        True,
        "follow_up",
    )
    assert api.patch(path, {"stage": "interview", "words": "Tuesday", "notes": "Room 3"}).json()["stage"] == "interview"
    again = api.patch(path, {"stage": "accepted"}).json()
    assert (again["due"], again["notes"]) == (None, "Room 3")
    refused = api.patch(path, {"stage": "accepted"})
    assert (refused.status_code, refused.json()["code"]) == (409, "stage_unchanged")
    assert api.patch(path, {"undo": True}).json()["stage"] == "interview"
    events = api.get(f"{path}/events").json()["events"]
    assert [(one["change"], one["stage"]) for one in events] == [
        ("moved", "applied"),
        ("moved", "interview"),
        ("moved", "accepted"),
        ("undone", "accepted"),
    ]
    assert events[1]["words"] == "Tuesday"
    assert api.patch(path, {"stage": "saved"}).status_code == 422


def test_another_application_under_way_is_a_conflict(api: APIClient, ana: Person) -> None:
    job = make_job()
    first = services.apply(ana, job)
    api.patch(f"/ob/applications/{first.pk}", {"stage": "withdrawn"})
    services.apply(ana, job)
    refused = api.patch(f"/ob/applications/{first.pk}", {"undo": True})
    assert (refused.status_code, refused.json()["code"]) == (409, "another_under_way")


def test_status_says_what_is_applied_for_and_what_is_left(api: APIClient, ana: Person) -> None:
    applied, left = make_job("Baker"), make_job("Roofer")
    services.apply(ana, applied)
    body = api.get("/ob/status").json()
    assert [one["job_id"] for one in body["applied"]] == [str(applied.pk)]
    assert [one["job_id"] for one in body["available"]] == [str(left.pk)]
    assert body["applications"][0]["events"][0]["stage"] == "applied"
    assert Application.objects.count() == 1


def test_occupations_show_what_carries_over_and_by_which_words(api: APIClient, ana: Person) -> None:
    tell_skills(ana, "classroom-teaching", "lesson-planning")
    found = api.get("/ob/occupations").json()["occupations"][0]
    assert found["carries_over"][0]["quote"]
    assert sum(one["points"] for one in found["contributions"]) == found["fit"]
    assert found["first_test"]["words"]


def test_every_point_of_an_occupation_opens_to_the_fact_it_comes_from(api: APIClient, ana: Person) -> None:
    tell_skills(ana, "classroom-teaching", "lesson-planning")
    found = api.get("/ob/occupations").json()["occupations"][0]
    parts = found["contributions"]
    assert sum(part["points"] for part in parts) == found["fit"]
    facts = {fact["id"]: fact for fact in api.get("/wimd/facts").json()["facts"]}
    for part in parts:
        assert sum(edge["points"] for edge in part["edges"]) == part["points"]
        assert {edge["fact"] for edge in part["edges"]} <= set(facts)
    assert found["codes"] == {"isco": [found["isco"]]}


def test_nothing_of_it_is_open_without_a_session(api: APIClient) -> None:
    for path in ("opportunities", "matches", "status", "occupations"):
        assert api.get(f"/ob/{path}").json()["code"] == "session_required"
