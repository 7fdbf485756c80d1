"""Open sessions, leaving, and what a language model may see."""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.people import consent, recovery, services, shares
from mosaic.people.models import AIMode, AIReceipt, Person, Session
from mosaic.people.services import Opened
from mosaic.staff import Role, create
from tests.people.people import make_opened, make_person

pytestmark = pytest.mark.django_db
COOKIE = settings.PERSON_COOKIE_NAME
WORDS = "[NAME] runs a warehouse shift."


def headers(opened: Opened) -> dict[str, str]:
    return {"X-Session-ID": opened.token}


def keeper() -> Opened:
    """Return somebody who keeps something here."""
    opened = make_opened()
    services.keep_content(opened.session.person)
    return opened


def waiting(person: Person) -> AIReceipt:
    consent.set_mode(person, AIMode.ASK)
    return consent.ask(person, provider="anthropic", model="m", purpose="coach", payload=WORDS)


class TestSessions:
    def test_the_open_ones_are_listed_without_their_secrets(self, api: APIClient) -> None:
        ana = make_opened()
        services.open_session(ana.session.person)
        make_opened()
        answer = api.get("/session/sessions", headers=headers(ana))
        listed = answer.json()["sessions"]
        assert len(listed) == 2
        assert [one["id"] for one in listed if one["is_current"]] == [str(ana.session.pk)]
        assert ana.token not in answer.content.decode()
        assert set(listed[0]) == {"id", "created_at", "used_at", "is_current"}

    def test_one_is_ended(self, api: APIClient) -> None:
        ana = make_opened()
        other = services.open_session(ana.session.person)
        assert api.delete(f"/session/sessions/{other.session.pk}", headers=headers(ana)).status_code == 204
        assert api.get("/session", headers=headers(other)).status_code == 404
        assert api.get("/session", headers=headers(ana)).status_code == 200

    def test_all_others_are_ended(self, api: APIClient) -> None:
        ana, bob = make_opened(), make_opened()
        services.open_session(ana.session.person)
        assert api.delete("/session/sessions", headers=headers(ana)).json() == {"ended": 1}
        assert list(Session.objects.filter(person=ana.session.person)) == [ana.session]
        assert Session.objects.filter(pk=bob.session.pk).exists()

    def test_the_page_ends_them_too(self, client: Client) -> None:
        ana = make_opened()
        other, third = services.open_session(ana.session.person), services.open_session(ana.session.person)
        client.cookies[COOKIE] = ana.token
        assert "end it" in client.get("/your-data/").content.decode()
        client.post(f"/your-data/sessions/{other.session.pk}/end/")
        assert set(Session.objects.all()) == {ana.session, third.session}
        client.post("/your-data/sessions/end-others/")
        assert list(Session.objects.all()) == [ana.session]


class TestLeaving:
    def test_leaving_ends_the_session_and_keeps_the_person(self, api: APIClient) -> None:
        ana = keeper()
        api.post("/session/recovery-code", headers=headers(ana))
        answer = api.post("/session/leave", headers=headers(ana))
        assert answer.status_code == 200
        assert answer.json()["has_recovery_code"] is True
        assert "storage" in answer.headers["Clear-Site-Data"]
        assert api.get("/session", headers=headers(ana)).status_code == 404
        assert Person.objects.filter(pk=ana.session.person_id).exists()

    def test_without_a_way_back_it_asks_first(self, api: APIClient) -> None:
        ana = keeper()
        answer = api.post("/session/leave", headers=headers(ana))
        assert (answer.status_code, answer.json()["code"]) == (409, "no_recovery_code")
        assert api.post("/session/leave", {"sure": True}, headers=headers(ana)).status_code == 200

    def test_another_open_session_is_a_way_back(self, api: APIClient) -> None:
        ana = keeper()
        services.open_session(ana.session.person)
        assert api.post("/session/leave", headers=headers(ana)).status_code == 200

    def test_erasing_through_the_api_clears_the_browser(self, api: APIClient) -> None:
        assert "storage" in api.delete("/session", headers=headers(make_opened())).headers["Clear-Site-Data"]


class TestConsent:
    def test_it_is_off_until_the_person_chooses(self, api: APIClient) -> None:
        ana = make_opened()
        assert api.get("/session", headers=headers(ana)).json()["ai"] == {"consent": False, "mode": "off"}
        with pytest.raises(consent.NotAllowed):
            consent.ask(ana.session.person, provider="p", model="m", purpose="coach", payload=WORDS)
        with pytest.raises(consent.NotAllowed):
            consent.note_sending(ana.session.person, provider="p", model="m", purpose="coach", payload=WORDS)

    def test_a_mode_is_chosen(self, api: APIClient) -> None:
        ana = make_opened()
        answer = api.put("/session/ai", {"mode": "on"}, headers=headers(ana))
        assert answer.json() == {"consent": True, "mode": "on"}
        assert api.put("/session/ai", {"mode": "always"}, headers=headers(ana)).status_code == 422
        assert consent.mode_of(ana.session.person) == AIMode.ON

    def test_the_masked_text_is_shown_and_sealed(self, api: APIClient) -> None:
        ana = make_opened()
        receipt = waiting(ana.session.person)
        listed = api.get("/session/ai/receipts", headers=headers(ana)).json()["receipts"]
        assert [one["state"] for one in listed] == ["waiting"]
        assert "payload" not in listed[0]
        shown = api.get(f"/session/ai/receipts/{receipt.pk}", headers=headers(ana)).json()
        assert shown["payload"] == WORDS

    @pytest.mark.parametrize(("decision", "state"), [("send", "approved"), ("decline", "declined")])
    def test_a_text_is_decided_once(self, api: APIClient, decision: str, state: str) -> None:
        ana = make_opened()
        receipt = waiting(ana.session.person)
        address = f"/session/ai/approvals/{receipt.pk}"
        assert api.post(address, {"decision": decision}, headers=headers(ana)).json()["state"] == state
        again = api.post(address, {"decision": "send"}, headers=headers(ana))
        assert (again.status_code, again.json()["code"]) == (409, "already_decided")

    def test_the_sending_side_hears_of_approvals_alone(
        self, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(consent, "_listeners", [])
        heard: list[AIReceipt] = []
        consent.when_approved(heard.append)
        person = make_person()
        yes, no = waiting(person), waiting(person)
        with django_capture_on_commit_callbacks(execute=True):
            consent.decide(person, yes.pk, send=True)
            consent.decide(person, no.pk, send=False)
        assert heard == [yes]

    def test_an_approved_text_is_sent_once_and_not_after_turning_off(self) -> None:
        person = make_person()
        first, second = waiting(person), waiting(person)
        for receipt in (first, second):
            consent.decide(person, receipt.pk, send=True)
        consent.begin_sending(first)
        with pytest.raises(consent.NotAllowed):
            consent.begin_sending(first)
        consent.set_mode(person, AIMode.OFF)
        with pytest.raises(consent.NotAllowed):
            consent.begin_sending(second)
        assert set(consent.receipts_of(person).values_list("state", flat=True)) == {"sent", "declined"}

    def test_after_a_day_the_built_in_answer_stands(self) -> None:
        person = make_person()
        receipt = waiting(person)
        with (
            time_machine.travel(timezone.now() + timedelta(hours=25), tick=False),
            pytest.raises(consent.AlreadyDecided),
        ):
            consent.decide(person, receipt.pk, send=True)

    def test_the_page_shows_the_text_before_it_is_sent(self, client: Client) -> None:
        ana = make_opened()
        client.cookies[COOKIE] = ana.token
        assert "Nothing of yours has been sent" in client.get("/your-data/").content.decode()
        client.post("/your-data/ai/", {"mode": "ask"})
        ana.session.person.refresh_from_db()
        receipt = waiting(ana.session.person)
        assert "Waiting for your word" in client.get("/your-data/").content.decode()
        shown = client.get(f"/your-data/ai/{receipt.pk}/").content.decode()
        assert WORDS in shown
        assert "do not send it" in shown
        client.post(f"/your-data/ai/{receipt.pk}/", {"decision": "decline"})
        assert "This was not sent" in client.get(f"/your-data/ai/{receipt.pk}/").content.decode()


class TestTheEndIsSeen:
    def test_days_left_are_on_every_page_that_holds_data(self, client: Client) -> None:
        ana = keeper()
        client.cookies[COOKIE] = ana.token
        for page in (
            "/",
            "/coach/",
            "/coach/files/",
            "/opportunities/",
            "/applications/",
            "/your-data/",
            "/your-data/shares/",
        ):
            shown = client.get(page).content.decode()
            assert "30 days left" in shown, page
            assert "start the days again" not in shown or page == "/your-data/", page

    def test_coming_back_late_is_said_on_that_page(self, client: Client) -> None:
        ana = keeper()
        client.cookies[COOKIE] = ana.token
        Person.objects.update(expires_at=timezone.now() + timedelta(days=4, hours=12))
        shown = client.get("/coach/").content.decode()
        assert "Only 5 days were left when you came" in shown
        assert shown.index("take everything along first") < shown.index("start the days again")
        assert "Only 5 days" not in client.get("/coach/").content.decode()

    def test_a_short_time_is_said_on_every_page(self, client: Client, settings: Settings) -> None:
        settings.DATA_DAYS = 3
        ana = keeper()
        client.cookies[COOKIE] = ana.token
        for page in ("/", "/coach/", "/applications/"):
            assert "3 days left: after" in client.get(page).content.decode()

    def test_extending_takes_one_click(self, client: Client, api: APIClient) -> None:
        ana = keeper()
        client.cookies[COOKIE] = ana.token
        soon = timezone.now() + timedelta(days=2)
        Person.objects.update(expires_at=soon)
        assert api.get("/session", headers=headers(ana)).json()["days_left"] == 2
        client.post("/your-data/extend/")
        assert api.get("/session", headers=headers(ana)).json()["days_left"] == 30


def test_the_privacy_page_names_the_numbers_of_the_settings(client: Client, settings: Settings) -> None:
    settings.DATA_DAYS, settings.BACKUP_DAYS = 17, 5
    shown = client.get("/privacy/").content.decode()
    assert "17 days after your last visit" in shown
    assert "encrypted, for 5 days" in shown
    assert "at most 24 hours" in shown
    assert f"ends after {shares.MOST_DAYS} days" in shown


class TestWhatStaffSee:
    def test_support_sees_rows_without_words(self, client: Client) -> None:
        person = make_person()
        waiting(person)
        made = shares.open_share(person, codes=["delta"], days=7, label="canary", version=None, allows_comments=True)
        shares.comment(made.share, author="canary", text="canary")
        shares.note_opening(made.share)
        recovery.make(person)
        create("kim", Role.SUPPORT)
        client.force_login(User.objects.get(username="kim"))
        for name in ("recoverycode", "aireceipt", "share", "shareopening", "sharecomment"):
            listed = client.get(f"/admin/people/{name}/")
            assert listed.status_code == 200, name
            row = apps.get_model("people", name)._default_manager.get()
            shown = client.get(f"/admin/people/{name}/{row.pk}/change/?open=1").content.decode()
            assert "canary" not in listed.content.decode() + shown
            assert WORDS not in shown
