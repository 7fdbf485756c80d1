"""Days of experiments in the person's own calendar: read back as a calendar program reads them."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from rest_framework.test import APIClient

from mosaic.lib import ics
from mosaic.lib.text import normalised
from ps101.models import Action, Experiment

DAY = date(2031, 3, 30)
THEN = datetime(2030, 5, 1, 9, tzinfo=UTC)
WORDS = st.text(max_size=300)


def events_in(content: bytes) -> list[Event]:
    return [event for event in Calendar.from_ical(content).walk("VEVENT") if isinstance(event, Event)]


def entry(title: str = "a", words: str = "", changed_at: datetime = THEN) -> ics.Entry:
    return ics.Entry(uid="review-1@mosaic", day=DAY, title=title, words=words, created_at=THEN, changed_at=changed_at)


@given(WORDS, WORDS)
def test_any_words_come_back_as_one_event(title: str, words: str) -> None:
    (event,) = events_in(ics.write([entry(title, words)], name=title))
    assert str(event["SUMMARY"]) == normalised(title)
    assert str(event.get("DESCRIPTION", "")) == normalised(words)
    assert event.DTSTART == DAY
    assert (event.DTEND - event.DTSTART).days == 1


def test_lines_are_folded_and_words_cannot_add_a_line() -> None:
    content = ics.write([entry("x\r\nATTENDEE:mailto:kim@example.org " + "ü" * 200)], name="Mosaic")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\r\nATTENDEE" not in content
    assert b"PRODID:-//Mosaic//Mosaic//EN" in content


@given(st.integers(0, 10**8), st.integers(1, 10**6))
def test_a_later_change_has_a_higher_number(seconds: int, more: int) -> None:
    first, later = (entry(changed_at=THEN + timedelta(seconds=one)) for one in (seconds, seconds + more))
    assert first.sequence < later.sequence


@pytest.fixture
def ana() -> APIClient:
    client = APIClient()
    client.credentials(HTTP_X_SESSION_ID=client.post("/session").json()["session_id"])
    return client


def design(api: APIClient, **more: str) -> str:
    made = api.post("/ps101/experiments", {"title": "Sit in on Petra's lesson", "review_on": str(DAY), **more})
    assert made.status_code == 201
    return str(made.json()["id"])


def plan(api: APIClient, experiment: str, label: str, day: str | None = "2031-03-02") -> str:
    made = api.post(f"/ps101/experiments/{experiment}/actions", {"label": label, "due_on": day})
    return str(made.json()["actions"][-1]["id"])


def days(api: APIClient, path: str = "/ps101/experiments/calendar") -> dict[str, Event]:
    return {str(event["UID"]): event for event in events_in(api.get(path).content)}


@pytest.mark.django_db
def test_the_day_to_look_back_and_open_steps_are_in_it(ana: APIClient) -> None:
    experiment = design(ana)
    step, done = plan(ana, experiment, "ring Petra"), plan(ana, experiment, "look up the bus")
    plan(ana, experiment, "buy a pen", day=None)
    ana.patch(f"/ps101/experiments/{experiment}/actions/{done}", {"done": True})
    found = days(ana)
    assert set(found) == {f"review-{experiment}@mosaic", f"action-{step}@mosaic"}
    assert found[f"review-{experiment}@mosaic"].DTSTART == DAY
    assert days(ana, f"/ps101/experiments/{experiment}/calendar") == found


@pytest.mark.django_db
def test_titles_say_nothing_unless_details_are_chosen(ana: APIClient) -> None:
    experiment = design(ana, success_metric="two questions come up")
    plan(ana, experiment, "ring Petra")
    plain, told = (ana.get(f"/ps101/experiments/calendar{query}").content.decode() for query in ("", "?details=1"))
    assert "Petra" not in plain
    assert {str(event["SUMMARY"]) for event in days(ana).values()} == {"Mosaic: look back", "Mosaic: a small step"}
    assert told.count("Petra") == 2
    assert "two questions come up" in told.replace("\r\n ", "")


@pytest.mark.django_db
def test_a_moved_day_is_the_same_event_with_a_higher_number(ana: APIClient) -> None:
    experiment = design(ana)
    step = plan(ana, experiment, "ring Petra")
    earlier = timezone.now() - timedelta(days=3)
    for rows in (Experiment.objects, Action.objects):
        rows.update(created_at=earlier, changed_at=earlier)
    before = days(ana)
    ana.patch(f"/ps101/experiments/{experiment}", {"review_on": "2031-04-06"})
    ana.patch(f"/ps101/experiments/{experiment}/actions/{step}", {"due_on": "2031-03-09"})
    after = days(ana)
    moved = {f"review-{experiment}@mosaic": date(2031, 4, 6), f"action-{step}@mosaic": date(2031, 3, 9)}
    assert {name: event.DTSTART for name, event in after.items()} == moved
    for name, event in after.items():
        assert (before[name]["SEQUENCE"], before[name].DTSTAMP) < (event["SEQUENCE"], event.DTSTAMP)


@pytest.mark.django_db
def test_downloading_again_gives_the_same_bytes(ana: APIClient) -> None:
    experiment = design(ana)
    plan(ana, experiment, "ring Petra")
    first = ana.get("/ps101/experiments/calendar").content
    ana.post(f"/ps101/experiments/{experiment}/activate")
    assert ana.get("/ps101/experiments/calendar").content == first


@pytest.mark.django_db
def test_what_was_looked_back_at_or_put_away_is_not_in_it(ana: APIClient) -> None:
    reviewed, archived = design(ana), design(ana)
    plan(ana, reviewed, "ring Petra")
    told = {"outcome": "she rang", "learning": "I like it", "confidence_after": 6, "next_move": "continue"}
    assert ana.put(f"/ps101/experiments/{reviewed}/reflection", told).status_code == 200
    ana.post(f"/ps101/experiments/{archived}/archive")
    assert days(ana) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_a_day_is_the_day_the_person_wrote_wherever_they_are(ana: APIClient, zone: str) -> None:
    assert ana.patch("/session", {"timezone": zone}).status_code == 200
    design(ana)
    content = ana.get("/ps101/experiments/calendar").content
    assert b"DTSTART;VALUE=DATE:20310330\r\n" in content
    assert b"VTIMEZONE" not in content


@pytest.mark.django_db
def test_the_file_is_handed_over_and_kept_nowhere(ana: APIClient) -> None:
    answer = ana.get("/ps101/experiments/calendar", headers={"Accept": "text/calendar"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mosaic-experiments.ics"'
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
def test_others_experiments_are_not_there(ana: APIClient) -> None:
    experiment = design(ana)
    bob = APIClient()
    bob.credentials(HTTP_X_SESSION_ID=bob.post("/session").json()["session_id"])
    for key in (experiment, uuid4()):
        answer = bob.get(f"/ps101/experiments/{key}/calendar", headers={"Accept": "text/calendar"})
        assert (answer.status_code, answer.json()["code"]) == (404, "experiment_not_found")
    assert days(bob) == {}


@pytest.mark.django_db
@pytest.mark.usefixtures("flows")
def test_the_pages_hand_over_the_same_file(client: Client, ana: APIClient) -> None:
    client.post("/discovery/start/", {"flow": "fast_track"})
    experiment = Experiment.objects.create(person_id=_person(client), title="Sit in on Petra's lesson")
    for path in ("/experiments/calendar.ics", f"/experiments/{experiment.pk}/calendar.ics"):
        answer = client.get(path)
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert client.get(f"/experiments/{design(ana)}/calendar.ics").status_code == 404
    assert Client().get("/experiments/calendar.ics").headers["Location"] == "/"


def _person(client: Client) -> UUID:
    return UUID(str(client.get("/session").json()["user_id"]))
