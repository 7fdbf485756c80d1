"""Weekly check-ins: one a week of the person's own time zone, read for facts, a real step, and never a duty."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.journal.models import Event, Reminder
from mosaic.people.models import Person
from wimd.domain.checkins import monday_of, week_of
from wimd.models import CheckIn
from wimd.queries.checkins import latest_checkin_of

pytestmark = pytest.mark.django_db

WEEK = {
    "moved": "I planned the rota for nine carers.",
    "hindered": "Two late shifts.",
    "next_step": "Ring Petra.",
    "energy": 4,
}


@pytest.fixture
def ana(api: APIClient) -> APIClient:
    """Return a program that speaks for one person."""
    api.credentials(HTTP_X_SESSION_ID=api.post("/session").json()["session_id"])
    return api


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be another moment, for what is counted by weeks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: moment)
        yield


def momentum(who: APIClient) -> int:
    found: int = who.get("/wimd/metrics").json()["metrics"]["momentum"]
    return found


def test_a_week_is_kept_and_shown(ana: APIClient) -> None:
    answer = ana.post("/wimd/checkins", WEEK, format="json")
    assert answer.status_code == 201
    assert {name: answer.json()[name] for name in WEEK} == WEEK
    assert ana.get("/wimd/checkins").json()["checkins"] == [answer.json()]
    latest = latest_checkin_of(Person.objects.get())
    assert latest is not None
    assert latest.next_step == "Ring Petra."


def test_said_again_in_the_same_week_it_is_changed(ana: APIClient) -> None:
    ana.post("/wimd/checkins", WEEK, format="json")
    answer = ana.post("/wimd/checkins", {"moved": "nothing much"}, format="json")
    assert (answer.status_code, answer.json()["energy"]) == (200, None)
    assert CheckIn.objects.count() == 1
    assert Event.objects.filter(name="checked_in").count() == 1


def test_a_week_is_one_of_the_persons_own_time_zone(ana: APIClient) -> None:
    ana.patch("/session", {"timezone": "Pacific/Auckland"})
    # Sunday evening in London is Monday in Auckland.
    with at(datetime(2026, 11, 22, 20, tzinfo=UTC)):
        assert ana.post("/wimd/checkins", WEEK, format="json").json()["week"] == "2026-W48"
    with at(datetime(2026, 11, 22, 1, tzinfo=UTC)):
        assert ana.post("/wimd/checkins", WEEK, format="json").json()["week"] == "2026-W47"


def test_weeks_begin_on_monday_also_around_new_year() -> None:
    assert {week_of(day) for day in (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3))} == {"2026-W53"}
    assert monday_of("2026-W53") == date(2026, 12, 28)
    assert week_of(date(2027, 1, 4)) == "2027-W01"


@pytest.mark.parametrize("body", [{}, {"moved": "  "}, {"energy": None}])
def test_nothing_at_all_is_refused(ana: APIClient, body: dict[str, object]) -> None:
    assert ana.post("/wimd/checkins", body, format="json").status_code == 422
    assert not CheckIn.objects.exists()


@pytest.mark.parametrize("body", [{"energy": 0}, {"energy": 6}, {"moved": "x" * 601}])
def test_what_does_not_fit_is_refused(ana: APIClient, body: dict[str, object]) -> None:
    assert ana.post("/wimd/checkins", body, format="json").status_code == 422


def test_the_latest_is_changed_in_parts_and_taken_back(ana: APIClient) -> None:
    assert ana.patch("/wimd/checkins", {"energy": 1}, format="json").status_code == 404
    assert ana.delete("/wimd/checkins").status_code == 404
    ana.post("/wimd/checkins", WEEK, format="json")
    changed = ana.patch("/wimd/checkins", {"energy": 1}, format="json").json()
    assert (changed["energy"], changed["moved"]) == (1, WEEK["moved"])
    everything_open = dict.fromkeys(("moved", "hindered", "next_step"), "") | {"energy": None}
    assert ana.patch("/wimd/checkins", everything_open, format="json").status_code == 422
    assert ana.delete("/wimd/checkins").status_code == 204
    assert not CheckIn.objects.exists()


def test_its_words_are_read_for_facts_that_lead_back_to_it(ana: APIClient) -> None:
    ana.post("/wimd/checkins", WEEK, format="json")
    evidence = Evidence.objects.get(fact__lexicon_id="rota-planning")
    assert (evidence.source_kind, evidence.quote) == (SourceKind.CHECKIN, WEEK["moved"])
    said = "\n\n".join(str(WEEK[name]) for name in ("moved", "hindered", "next_step"))
    assert said[evidence.start : evidence.end] == evidence.quote
    ana.patch("/wimd/checkins", {"moved": "nothing"}, format="json")
    assert Fact.objects.get(lexicon_id="rota-planning").status == "unsupported"


def test_what_is_taken_back_is_no_longer_known(ana: APIClient) -> None:
    ana.post("/wimd/checkins", WEEK, format="json")
    ana.delete("/wimd/checkins")
    assert not Evidence.objects.exists()
    assert Fact.objects.get(lexicon_id="rota-planning").status == "unsupported"


def test_it_is_a_real_step_once_a_week_and_skipping_costs_nothing(ana: APIClient) -> None:
    ana.post("/wimd/checkins", {"energy": 3}, format="json")
    first = momentum(ana)
    assert first == 30
    ana.post("/wimd/checkins", {"energy": 5}, format="json")
    assert momentum(ana) == first
    Event.objects.update(created_at=timezone.now() - timedelta(weeks=2))
    after_two_weeks = momentum(ana)
    assert after_two_weeks in (7, 8), "the stated decay, and nothing more for a week that was skipped"


def test_it_reminds_in_a_week_when_asked_and_the_next_one_settles_it(ana: APIClient) -> None:
    now = datetime(2026, 11, 18, 12, tzinfo=UTC)
    with at(now):
        body = ana.post("/wimd/checkins", {**WEEK, "remind": True}, format="json").json()
        assert body["remind_on"] == "2026-11-25"
        assert Reminder.objects.get().state == "open"
    with at(now + timedelta(days=7)):
        ana.post("/wimd/checkins", {"energy": 2}, format="json")
    assert [one.state for one in Reminder.objects.all()] == ["done"]
    assert not Event.objects.filter(name="reminder_done").exists(), "it counts once, as a check-in"


def test_a_reminder_is_taken_back_with_its_tick_and_with_its_check_in(ana: APIClient) -> None:
    ana.post("/wimd/checkins", {**WEEK, "remind": True}, format="json")
    assert ana.patch("/wimd/checkins", {"remind": False}, format="json").json()["remind_on"] is None
    ana.patch("/wimd/checkins", {"remind": True}, format="json")
    ana.delete("/wimd/checkins")
    assert set(Reminder.objects.values_list("state", flat=True)) == {"dropped"}


def test_words_of_danger_are_answered_with_help_and_read_for_nothing(ana: APIClient) -> None:
    ana.patch("/session", {"region": "SE"})
    said = {"moved": "I drove a forklift.", "hindered": "I want to kill myself."}
    body = ana.post("/wimd/checkins", said, format="json").json()
    assert any(line["number"] == "90101" for line in body["help_lines"])
    assert not Fact.objects.exists()


def test_nobody_sees_or_changes_another_persons_weeks(ana: APIClient) -> None:
    ana.post("/wimd/checkins", WEEK, format="json")
    bo = APIClient()
    bo.credentials(HTTP_X_SESSION_ID=bo.post("/session").json()["session_id"])
    assert bo.get("/wimd/checkins").json()["checkins"] == []
    assert bo.patch("/wimd/checkins", {"energy": 1}, format="json").status_code == 404
    assert bo.delete("/wimd/checkins").status_code == 404
    assert CheckIn.objects.get().energy == 4


class TestPage:
    @pytest.fixture
    def browser(self) -> Client:
        client = Client()
        client.post("/coach/", {"prompt": "hello"})
        return client

    def test_the_form_is_kept_and_comes_back_filled(self, browser: Client) -> None:
        answer = browser.post("/coach/check-in/", {"moved": "two calls", "energy": "2", "reminds": "1"}, follow=True)
        page = answer.content.decode()
        assert ">two calls</textarea>" in page
        assert 'id="energy-2" name="energy" value="2" checked' in page
        assert 'name="reminds" value="1" checked' in page
        assert CheckIn.objects.count() == 1

    def test_an_empty_form_comes_back_with_words(self, browser: Client) -> None:
        answer = browser.post("/coach/check-in/", {})
        assert answer.status_code == 422
        assert "One of the three answers" in answer.content.decode()

    def test_a_text_that_is_too_long_is_kept_on_the_page(self, browser: Client) -> None:
        answer = browser.post("/coach/check-in/", {"moved": "x" * 601})
        assert answer.status_code == 422
        assert "x" * 601 in answer.content.decode()

    def test_earlier_weeks_are_listed_with_their_energy_as_a_line(self, browser: Client) -> None:
        for weeks, energy in ((2, 1), (1, 3), (0, 5)):
            with at(timezone.now() - timedelta(weeks=weeks)):
                browser.post("/coach/check-in/", {"moved": f"week {weeks}", "energy": str(energy)})
        page = browser.get("/coach/check-in/").content.decode()
        assert "Energy from 1 to 5 of 5" in page
        assert page.index("week 1") < page.index("week 2")
        assert page.count("Week from") >= 2

    def test_taking_back_twice_is_taking_back_once(self, browser: Client) -> None:
        browser.post("/coach/check-in/", {"moved": "two calls"})
        for _ in range(2):
            assert browser.post("/coach/check-in/remove/").status_code == 302
        assert not CheckIn.objects.exists()

    def test_home_names_a_check_in_that_is_due(self, browser: Client) -> None:
        browser.post("/coach/check-in/", {"moved": "two calls", "reminds": "1"})
        page = browser.get("/").content.decode()
        assert "Your weekly check-in" in page
