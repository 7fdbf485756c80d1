"""How far journeys come: counted by the database, told without singling out anybody."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from mosaic.people.services import begin
from ps101.domain.dropoff import FEWEST, Counts, drop_off, told
from ps101.domain.flow_text import read
from ps101.loading import fingerprint
from ps101.models import Answer, Experiment, FlowVersion, Journey
from ps101.queries.dropoff import drop_off_counts
from tests.crowd import make_crowd
from tests.ps101.flows import flow_text

DOCUMENT, FLOW = read(flow_text())
NOW = datetime(2031, 3, 20, 12, tzinfo=UTC)


@given(st.integers(0, 300), st.integers(0, 300))
def test_small_counts_are_never_told(count: int, total: int) -> None:
    figure = told(count, max(count, total, 1))
    assert (figure.count is None) == (figure.percent is None) == (count < FEWEST)
    assert figure.count in (None, count)


@given(st.lists(st.floats(0, 10_000), max_size=30))
def test_a_middle_is_told_of_enough_times_only(minutes: list[float]) -> None:
    row = drop_off(FLOW, Counts(journeys=9, completed=0, minutes={"next": minutes})).rows[1]
    assert (row.minutes is None) == (len(minutes) < FEWEST)
    assert row.minutes is None or min(minutes) - 0.1 <= row.minutes <= max(minutes) + 0.1


def test_every_question_has_a_row_in_order() -> None:
    found = drop_off(FLOW, Counts(journeys=8, completed=6, answered={"now": 7}, stopped={"": 5, "now": 4}))
    assert [(row.number, row.key) for row in found.rows] == [("1.1", "now"), ("2.1", "next")]
    assert [row.answered.count for row in found.rows] == [7, None]
    assert (found.completed.percent, found.unstarted.count, found.rows[0].stopped.count) == (75, 5, None)


@pytest.fixture
def version(db: None) -> FlowVersion:
    return FlowVersion.objects.create(
        key="tiny", version=1, sha256=fingerprint(DOCUMENT), document=DOCUMENT, is_active=True, activated_at=NOW
    )


def journey(version: FlowVersion, *minutes: int, days_ago: int = 1, **more: object) -> Journey:
    """Store a journey that answered one question after the other, so many minutes apart."""
    at = NOW - timedelta(days=days_ago)
    made = Journey.objects.create(person=begin().session.person, flow=version, created_at=at, **more)
    for key, gap in zip(("now", "next"), minutes, strict=False):
        at += timedelta(minutes=gap)
        Answer.objects.create(
            person=made.person, journey=made, prompt_key=key, version=1, saved_at=at, length=9, text="night bus"
        )
    return made


def counts(version: FlowVersion) -> Counts:
    return drop_off_counts(version, FLOW, NOW)


def test_answers_and_ends_are_counted_and_drafts_are_not(version: FlowVersion) -> None:
    journey(version, 2, 7, status=Journey.Status.COMPLETED, completed_at=NOW)
    half = journey(version, 3)
    Answer.objects.create(person=half.person, journey=half, prompt_key="next", draft="I w")
    found = counts(version)
    assert (found.journeys, found.completed, found.answered) == (2, 1, {"now": 2, "next": 1})
    assert found.minutes == {"next": [7.0]}


def test_left_open_counts_no_question_that_was_answered_later(version: FlowVersion) -> None:
    journey(version, 2, skipped=["next"])
    journey(version, 2, 5, skipped=["next"])
    journey(version, skipped=["gate:actions", "next_one", "nextnow"])
    assert counts(version).left_open == {"now": 0, "next": 1}


def test_a_journey_stops_after_a_week_or_when_it_is_paused(version: FlowVersion) -> None:
    journey(version, 2, days_ago=8)
    journey(version, 2, days_ago=6)
    journey(version, 2, 5, status=Journey.Status.PAUSED)
    journey(version, days_ago=30)
    journey(version, days_ago=2)
    journey(version, 2, 5, days_ago=90, status=Journey.Status.COMPLETED)
    assert counts(version).stopped == {"now": 1, "next": 1, "": 1}


def test_who_answered_an_earlier_question_again_stopped_there(version: FlowVersion) -> None:
    again = journey(version, 2, 5, days_ago=9)
    Answer.objects.filter(journey=again, prompt_key="now").update(version=2, saved_at=NOW - timedelta(days=8))
    assert counts(version).stopped == {"now": 1}


@pytest.mark.parametrize(("day", "stopped"), [(date(2031, 3, 25), {}), (date(2031, 3, 20), {"now": 1})])
def test_waiting_for_an_experiment_is_no_stop(version: FlowVersion, day: date, stopped: dict[str, int]) -> None:
    waits = journey(version, 2, days_ago=9)
    Experiment.objects.create(person=waits.person, journey=waits, title="x", review_on=day)
    found = counts(version)
    assert (found.stopped, found.waiting) == (stopped, 0 if stopped else 1)


def test_journeys_of_another_version_are_not_counted(version: FlowVersion) -> None:
    other = FlowVersion.objects.create(key="tiny", version=2, sha256="1" * 64, document=DOCUMENT)
    journey(other, 2, 7, days_ago=9)
    found = counts(version)
    assert (found.journeys, found.answered, found.stopped, dict(found.minutes)) == (0, {}, {}, {})


@pytest.fixture
def kim(client: Client, db: None) -> Client:
    client.force_login(User.objects.create_superuser("kim"))
    return client


def test_the_page_tells_no_small_count_and_no_word(version: FlowVersion, kim: Client) -> None:
    for at in range(6):
        journey(version, 2, *([7] if at < 3 else []))
    page = kim.get(f"/admin/ps101/flowversion/{version.pk}/drop-off/").content.decode()
    rows = [row.split("</tr>")[0] for row in page.split('<th scope="row">')[1:]]
    assert "6 <span" in rows[0]
    assert 'value="100"' in rows[0]
    assert "fewer than 5" in rows[1]
    assert "meter" not in rows[1]
    assert "night bus" not in page


def test_journeys_lead_to_how_far_they_come(version: FlowVersion, kim: Client) -> None:
    page = kim.get("/admin/ps101/journey/").content.decode()
    assert f'href="/admin/ps101/flowversion/{version.pk}/drop-off/"' in page


def test_many_journeys_cost_as_many_queries_as_few(version: FlowVersion, kim: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert kim.get(f"/admin/ps101/flowversion/{version.pk}/drop-off/").status_code == 200
        return len(captured)

    journey(version, 2, 7)
    few = asked()
    crowd(version, 500)
    assert asked() == few
    assert few <= 14
    assert drop_off(FLOW, counts(version)).journeys.count == 501


def crowd(version: FlowVersion, count: int) -> None:
    """Store many journeys at once."""
    people = make_crowd(count, expires_at=timezone.now() + timedelta(days=30))
    journeys = Journey.objects.bulk_create(Journey(person=one, flow=version) for one in people)
    rows = [
        {"person": one.person, "journey": one, "prompt_key": key, "version": 1, "saved_at": NOW}
        for one in journeys
        for key in ("now", "next")
    ]
    Answer.objects.bulk_create(Answer(**row) for row in rows)
