"""Lists of discovery in the admin, narrowed down: by age, by state, by where something came from."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from mosaic.people import services as people
from mosaic.staff import Role
from ps101.models import Context, Experiment, FlowVersion, Journey
from tests.staff.test_roles import quick_passwords, staff

__all__ = ["quick_passwords"]
pytestmark = [
    pytest.mark.one_engine,
    pytest.mark.django_db,
    pytest.mark.usefixtures("quick_passwords", "flows"),
]


@pytest.fixture
def support() -> Client:
    return staff(Role.SUPPORT)


@pytest.mark.parametrize(("age", "days"), [("week", [0]), ("month", [7, 20]), ("quarter", [30]), ("older", [90, 400])])
def test_experiments_are_found_by_age(support: Client, age: str, days: list[int]) -> None:
    person, now = people.begin().session.person, timezone.now()
    made = {
        day: Experiment.objects.create(person=person, title="x", created_at=now - timedelta(days=day, minutes=1))
        for day in (0, 7, 20, 30, 90, 400)
    }
    found = support.get("/admin/ps101/experiment/", {"age": age}).context["cl"].queryset
    assert set(found) == {made[day] for day in days}
    assert len(support.get("/admin/ps101/experiment/").context["cl"].queryset) == len(made)


def test_contexts_are_found_by_where_they_came_from(support: Client) -> None:
    flow = FlowVersion.objects.get(key="discovery")
    for model, degraded in (("alpha", False), ("alpha", True), ("", False)):
        person = people.begin().session.person
        journey = Journey.objects.create(person=person, flow=flow)
        Context.objects.create(
            person=person, journey=journey, model=model, degraded=degraded, flow_name="discovery 2", state="done"
        )
    listed = support.get("/admin/ps101/context/", {"model": "alpha", "degraded__exact": "0"}).context["cl"]
    assert len(listed.queryset) == 1
    assert len(support.get("/admin/ps101/context/", {"flow_name": "discovery 2"}).context["cl"].queryset) == 3
