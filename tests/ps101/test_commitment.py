"""One thing for this week: chosen at the end, due on its day, done or not, and nobody is told."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from rest_framework.test import APIClient

from mosaic.journal.models import Event, Reminder
from mosaic.people.services import Opened
from ps101 import services
from ps101.domain.commitment import FURTHEST, Doubt, doubt_about
from ps101.models import Commitment
from ps101.services import closing
from tests.people.people import make_opened
from tests.ps101.whole import TOLD, go_through

TODAY = date(2026, 5, 4)
PAGE = "/discovery/commitment/"


@given(
    st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)), st.dates(max_value=date(2100, 1, 1)) | st.none()
)
def test_a_day_is_taken_from_today_on_or_when_it_was_chosen_already(day: date, kept: date | None) -> None:
    taken = doubt_about("ring the school", day, today=TODAY, kept=kept) is None
    assert taken == (day == kept or TODAY <= day <= TODAY + FURTHEST)


def test_without_words_there_is_nothing_to_hold_to() -> None:
    assert doubt_about(" \n", TODAY, today=TODAY) is Doubt.NOTHING
    assert doubt_about("x", TODAY - timedelta(days=1), today=TODAY) is Doubt.DAY_PASSED
    assert doubt_about("x", date(9999, 1, 1), today=TODAY) is Doubt.DAY_TOO_FAR


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once")]


@pytest.fixture
def opened() -> Opened:
    return make_opened()


@pytest.fixture
def ana(client: Client, opened: Opened) -> Client:
    client.cookies[settings.PERSON_COOKIE_NAME] = opened.token
    return client


def in_days(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def typed(**other: str) -> dict[str, str]:
    return {"week": "Ring the driving school", "day": in_days(3), "holding": "", "telling": "Petra"} | other


def test_the_last_answer_of_discovery_leads_to_it_and_it_can_wait(ana: Client, opened: Opened) -> None:
    go_through(opened.session.person, until="capability")
    form = {"text": TOLD["new_skills"], "version": 0}
    assert ana.post("/discovery/prompt/capability/", form).headers["Location"] == PAGE
    page = ana.get(PAGE).content.decode()
    assert 'href="/discovery/understood/"' in page
    assert ana.get("/discovery/next/").headers["Location"] == "/discovery/understood/"


def test_it_is_kept_and_due_on_its_day(ana: Client, opened: Opened) -> None:
    journey = go_through(opened.session.person)
    assert ana.post(PAGE, typed()).headers["Location"] == "/discovery/mastery/"
    made = Commitment.objects.get(journey=journey)
    due = Reminder.objects.get(kind="commitment")
    assert (due.subject_id, due.due_on, due.state) == (made.pk, made.day, "open")
    assert Event.objects.get(name="committed").data == {}
    assert "Ring the driving school" in ana.get("/discovery/mastery/").content.decode()


def test_said_again_it_is_changed_and_due_once(ana: Client, opened: Opened) -> None:
    go_through(opened.session.person)
    ana.post(PAGE, typed())
    ana.post(PAGE, typed(week="Ring the yard", day=in_days(5)))
    assert Commitment.objects.get().week == "Ring the yard"
    assert [str(one.due_on) for one in Reminder.objects.filter(kind="commitment")] == [in_days(5)]
    assert Event.objects.filter(name="committed").count() == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("day", in_days(-1), "This day is over"),
        ("day", "2999-01-01", "more than three months away"),
        ("day", "soon", "Enter a valid date"),
        ("week", "", "This field is required"),
    ],
)
def test_what_cannot_be_kept_stays_in_its_field(
    ana: Client, opened: Opened, field: str, value: str, words: str
) -> None:
    go_through(opened.session.person)
    answer = ana.post(PAGE, typed(**{field: value}))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert f'id="{field}-error"' in page
    assert "Petra" in page
    assert not Commitment.objects.exists()


def test_done_and_not_done_after_all(ana: Client, opened: Opened) -> None:
    go_through(opened.session.person)
    ana.post(PAGE, typed())
    ana.post(f"{PAGE}done/")
    assert Commitment.objects.get().done_at is not None
    assert Reminder.objects.get(kind="commitment").state == "done"
    ana.post(f"{PAGE}undo/")
    assert Commitment.objects.get().done_at is None
    assert Reminder.objects.filter(kind="commitment", state="open").count() == 1


def test_one_that_is_done_is_open_again_with_another_day(ana: Client, opened: Opened) -> None:
    go_through(opened.session.person)
    ana.post(PAGE, typed())
    ana.post(f"{PAGE}done/")
    ana.post(PAGE, typed(week="Ring the driving school again"))
    assert Commitment.objects.get().done_at is not None
    ana.post(PAGE, typed(week="Sit in on one class", day=in_days(9)))
    assert Commitment.objects.get().done_at is None
    assert [str(one.due_on) for one in Reminder.objects.filter(state="open")] == [in_days(9)]
    assert Event.objects.filter(name="committed").count() == 2


def test_after_a_second_run_the_next_one_is_offered(ana: Client, opened: Opened) -> None:
    go_through(opened.session.person)
    ana.post(PAGE, typed())
    assert "change it" in ana.get("/discovery/mastery/").content.decode()
    go_through(opened.session.person)
    assert "choose the next one" in ana.get("/discovery/mastery/").content.decode()
    ana.post(PAGE, typed(week="Sit in on one class"))
    assert Commitment.objects.count() == 2


def test_a_day_that_came_stays_when_only_words_change(ana: Client, opened: Opened) -> None:
    journey = go_through(opened.session.person)
    closing.commit(opened.session.person, journey, week="Ring", day=timezone.localdate())
    Commitment.objects.update(day=timezone.localdate() - timedelta(days=2))
    assert ana.post(PAGE, typed(day=in_days(-2))).status_code == 302
    assert Commitment.objects.get().week == "Ring the driving school"


class TestCalls:
    @pytest.fixture
    def call(self, api: APIClient, opened: Opened) -> APIClient:
        api.credentials(HTTP_X_SESSION_ID=opened.token)
        return api

    def test_put_get_done_and_back(self, call: APIClient, opened: Opened) -> None:
        journey = services.start(opened.session.person, "fast_track")
        address = f"/ps101/journeys/{journey.pk}/commitment"
        assert call.get(address).json()["code"] == "commitment_not_found"
        made = call.put(address, typed()).json()
        assert made == call.get(address).json()
        assert (made["week"], made["day"], made["done_at"]) == ("Ring the driving school", in_days(3), None)
        assert call.post(f"{address}/done").json()["done_at"] is not None
        assert call.delete(f"{address}/done").json()["done_at"] is None

    def test_a_day_that_is_over_names_its_field(self, call: APIClient, opened: Opened) -> None:
        journey = services.start(opened.session.person, "fast_track")
        answer = call.put(f"/ps101/journeys/{journey.pk}/commitment", typed(day=in_days(-1)))
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "day")
        assert answer.json()["errors"][0]["code"] == "day_passed"

    def test_another_persons_journey_is_nowhere(self, call: APIClient) -> None:
        theirs = services.start(make_opened().session.person, "fast_track")
        for method, path in (("get", ""), ("put", ""), ("post", "/done"), ("delete", "/done")):
            answer = getattr(call, method)(f"/ps101/journeys/{theirs.pk}/commitment{path}", typed())
            assert answer.status_code == 404
