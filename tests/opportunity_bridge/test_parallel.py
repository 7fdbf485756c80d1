"""Many requests at the same moment, on the database file."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from mosaic.people import keyring
from mosaic.people.models import Person
from opportunity_bridge import services
from opportunity_bridge.models import Application, ApplicationEvent, Job, Ranking
from tests.opportunity_bridge.made import make_job, somebody, tell_skills

THREADS = 20


def at_once(work: object, person: Person) -> list[UUID]:
    """Do something in many threads at the same moment; return the ids they got."""
    barrier = Barrier(THREADS)

    def one(_: int) -> UUID:
        try:
            with keyring.scope():
                barrier.wait()
                found: UUID = work(Person.objects.get(pk=person.pk))  # type: ignore[operator]  # a callable, told apart below
                return found
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


@pytest.mark.django_db(transaction=True)
def test_twenty_applications_at_once_are_one() -> None:
    ana, job = somebody(), make_job()
    found = at_once(lambda person: services.apply(person, Job.objects.get(pk=job.pk), notes="once").pk, ana)
    assert len(set(found)) == 1
    assert Application.objects.count() == ApplicationEvent.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twenty_looks_at_once_leave_one_order() -> None:
    ana = somebody()
    make_job()
    tell_skills(ana, "leading-a-team", "training-staff")
    assert len(set(at_once(lambda person: services.refresh_ranking(person).pk, ana))) == 1
    assert Ranking.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twenty_saves_at_once_are_one() -> None:
    ana, job = somebody(), make_job()
    assert len(set(at_once(lambda person: services.save(person, Job.objects.get(pk=job.pk)).pk, ana))) == 1
