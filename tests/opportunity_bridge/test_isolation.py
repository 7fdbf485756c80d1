"""What belongs to one person is not there for anybody else."""

import pytest
from django.conf import settings
from django.test import Client
from rest_framework.test import APIClient

from mosaic.people import services as people
from mosaic.people.models import Person
from opportunity_bridge import services
from opportunity_bridge.models import Application, Job
from tests.opportunity_bridge.made import TEXT, make_job, signed_in, somebody, tell_skills

pytestmark = pytest.mark.django_db


@pytest.fixture
def theirs() -> tuple[Person, Job, Application]:
    """Return somebody with a pasted posting and an application for it."""
    ana = somebody()
    tell_skills(ana, "leading-a-team", "training-staff")
    job = services.paste_posting(ana, text=f"Shift lead – Canary Parcels\n\n{TEXT}")
    return ana, job, services.apply(ana, job, notes="canary notes")


def test_programs_of_others_find_nothing(api: APIClient, theirs: tuple[Person, Job, Application]) -> None:
    _, job, application = theirs
    signed_in(api)
    asked = [
        api.get(f"/ob/jobs/{job.pk}"),
        api.post(f"/ob/jobs/{job.pk}/save"),
        api.post(f"/ob/jobs/{job.pk}/unsave"),
        api.post(f"/ob/jobs/{job.pk}/hide"),
        api.get(f"/ob/applications/{application.pk}"),
        api.patch(f"/ob/applications/{application.pk}", {"stage": "offer"}),
        api.get(f"/ob/applications/{application.pk}/events"),
    ]
    assert {answer.status_code for answer in asked} == {404}
    for path in ("opportunities", "matches", "status"):
        assert "Canary" not in api.get(f"/ob/{path}").content.decode()


def test_browsers_of_others_find_nothing(client: Client, theirs: tuple[Person, Job, Application]) -> None:
    _, job, application = theirs
    client.cookies[settings.PERSON_COOKIE_NAME] = people.begin().token
    asked = [client.get(f"/opportunities/{job.pk}/"), client.get(f"/applications/{application.pk}/")]
    asked += [client.post(f"/opportunities/{job.pk}/{action}/") for action in ("save", "unsave", "hide", "tell/0")]
    asked += [
        client.post(f"/applications/{application.pk}/{action}/", {"stage": "offer"})
        for action in ("move", "undo", "notes")
    ]
    asked += [client.post("/applications/move/", {"application": str(application.pk), "stage": "offer"})]
    assert {answer.status_code for answer in asked} == {404}
    for path in ("/opportunities/", "/opportunities/saved/", "/applications/"):
        assert "Canary" not in client.get(path).content.decode()


def test_decisions_of_one_person_are_not_those_of_another(
    api: APIClient, theirs: tuple[Person, Job, Application]
) -> None:
    ana, _, _ = theirs
    job = make_job()
    services.hide(ana, job)
    signed_in(api)
    assert [one["job_id"] for one in api.get("/ob/opportunities").json()["opportunities"]] == [str(job.pk)]
