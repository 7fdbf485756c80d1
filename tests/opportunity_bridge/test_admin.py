"""What staff see: states and counts, no words of a person."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from mosaic.staff import Role, create
from opportunity_bridge import services
from opportunity_bridge.models import Application, Asked, Job
from tests.opportunity_bridge.made import TEXT, make_job, somebody, tell_skills

pytestmark = pytest.mark.django_db

PAGES = ("job", "asked", "interest", "weights", "ranking", "application", "applicationevent")


def staff(client: Client, role: Role) -> Client:
    create("kim", role)
    client.force_login(User.objects.get(username="kim"))
    return client


@pytest.fixture
def pasted() -> Job:
    """Return a posting that somebody pasted, saved and applied for."""
    ana = somebody()
    tell_skills(ana, "leading-a-team")
    job = services.paste_posting(ana, text=f"Shift lead – Canary Parcels\n\n{TEXT}")
    services.apply(ana, job, notes="canary notes")
    services.refresh_ranking(ana)
    services.reset_weights(ana)
    return job


def test_support_sees_lists_and_rows_without_words(client: Client, pasted: Job) -> None:
    staff(client, Role.SUPPORT)
    for name in PAGES:
        answer = client.get(f"/admin/opportunity_bridge/{name}/")
        assert answer.status_code == 200
        assert "anary" not in answer.content.decode()
    for path in (f"job/{pasted.pk}", f"application/{Application.objects.get().pk}"):
        answer = client.get(f"/admin/opportunity_bridge/{path}/change/")
        assert answer.status_code == 200
        assert "anary" not in answer.content.decode()


def test_an_operator_corrects_a_posting_and_it_is_read_again(client: Client) -> None:
    job = make_job("Baker", "You bring\n- cooking\n")
    staff(client, Role.OPERATOR)
    sent = {
        "open_role": "Baker",
        "open_text": "You bring\n- bookkeeping\n",
        "remote": "onsite",
        "open_company": "",
        "open_location": "",
        "open_url": "",
    }
    answer = client.post(f"/admin/opportunity_bridge/job/{job.pk}/change/", sent)
    assert answer.status_code == 302
    assert Asked.objects.filter(job=job, skill="bookkeeping").exists()


def test_nobody_changes_a_pasted_posting(client: Client, pasted: Job) -> None:
    staff(client, Role.OPERATOR)
    assert client.post(f"/admin/opportunity_bridge/job/{pasted.pk}/change/", {"remote": "remote"}).status_code == 403
    assert client.get("/admin/opportunity_bridge/job/add/").status_code == 403
    assert client.post(f"/admin/opportunity_bridge/job/{pasted.pk}/delete/").status_code == 403
