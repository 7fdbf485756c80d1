"""Many requests for a reading at the same moment, on the database file."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from pytest_django import Settings
from rest_framework.test import APIClient

from mosaic.journal.domain.names import Happened
from mosaic.journal.models import Event
from mosaic.people.models import Person
from ps101 import loading, queries, services
from ps101.models import Context
from tests.ai.fake import Turn
from tests.ai.keys import two_providers
from tests.ps101.answers import FAST_TRACK
from tests.ps101.test_model_reading import BY_MODEL

THREADS = 20


def answered(token: str) -> None:
    """Answer everything, without anything being read."""
    api = APIClient(headers={"X-Session-ID": token})
    journey = api.post("/ps101/journeys", {"flow": "fast_track"}).json()["id"]
    for key, text in FAST_TRACK.items():
        api.put(f"/ps101/journeys/{journey}/answers/{key}", {"text": text, "version": 0})
    api.put("/session/ai", {"mode": "on"})


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("tasks_at_once")
def test_twenty_requests_at_once_are_one_reading_and_one_call_of_a_model(settings: Settings) -> None:
    list(loading.load_all())
    token = APIClient().post("/session").json()["session_id"]
    answered(token)
    barrier = Barrier(THREADS)

    def press(_: int) -> int:
        try:
            barrier.wait()
            return APIClient(headers={"X-Session-ID": token}).post("/api/ps101/extract-context").status_code
        finally:
            connection.close()

    with two_providers(settings) as (one, other):
        one.idle = lambda _path, _body: Turn((json.dumps(BY_MODEL),), before=0.5)
        with ThreadPoolExecutor(THREADS) as pool:
            assert set(pool.map(press, range(THREADS))) <= {200, 202}
        assert (len(one.asked), len(other.asked)) == (1, 0)
    assert Event.objects.filter(name=Happened.CONTEXT_MADE).count() == 1
    context = Context.objects.get()
    assert (context.state, context.source) == ("done", "anthropic")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("tasks_at_once")
def test_what_is_changed_while_a_model_reads_and_asked_for_is_read_too(settings: Settings) -> None:
    list(loading.load_all())
    token = APIClient().post("/session").json()["session_id"]
    answered(token)
    person = Person.objects.get()
    journey = queries.latest_journey_of(person)
    assert journey
    changed = {"text": "I want mornings, and that is all of it.", "version": 1}

    def changing(*_: object) -> Turn:
        try:
            api = APIClient(headers={"X-Session-ID": token})
            if queries.answers_in(journey)["problem_statement"].version == 1:
                api.put(f"/ps101/journeys/{journey.pk}/answers/problem_statement", changed)
                assert api.post("/api/ps101/extract-context").status_code == 202
            return Turn((json.dumps(BY_MODEL | {"problem_definition": ""}),))
        finally:
            connection.close()

    with two_providers(settings) as (one, _):
        one.idle = changing
        services.request_context(person, journey)
        assert len(one.asked) == 2
    assert Context.objects.get().problem_definition == changed["text"]
