"""Links for a counsellor or a friend show what was chosen, for as long as was chosen, and nothing else."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from rest_framework.test import APIClient

from mosaic.domain.contact import without_contact
from mosaic.facts import services as facts
from mosaic.facts.domain.kinds import FactKind
from mosaic.people import services
from mosaic.people.models import Person, Share
from mosaic.people.services import Opened
from opportunity_bridge import services as bridge
from resume import services as resumes
from tests.people.people import make_opened

pytestmark = pytest.mark.django_db
COOKIE = settings.PERSON_COOKIE_NAME
RESUME = (
    "Ada Berg\nada@example.org\n+47 22 33 44 55\n\nSummary\nWrite to ada@example.org or call 020 7946 0958.\n\n"
    "Work\nShift supervisor, Nordhav, 2014 - 2020\n- Led the morning meeting\n"
)
POSTING = "Warehouse trainer\nNordhav\nWhat you bring\n- Experience in training new staff\n- Forklift driving\n- Planning a rota for a team\n"


@pytest.fixture
def ana() -> Opened:
    """Return somebody with a résumé, a fact and an application."""
    opened = make_opened()
    person = opened.session.person
    services.keep_content(person)
    resumes.make_canonical(person, text=RESUME)
    facts.add(person, kind=FactKind.SKILL, label="planning the rota")
    bridge.apply(person, bridge.paste_posting(person, text=POSTING), notes="canary notes", enclosure=None)
    return opened


def share(api: APIClient, opened: Opened, *scopes: str, **more: object) -> tuple[str, str]:
    """Make a link; return its id and its path."""
    answer = api.post("/session/shares", {"scopes": scopes, **more}, headers={"X-Session-ID": opened.token})
    assert answer.status_code == 201, answer.json()
    return answer.json()["share"]["id"], urlsplit(answer.json()["url"]).path


def test_only_what_was_chosen_is_shown(api: APIClient, client: Client, ana: Opened) -> None:
    pages = {
        scope: client.get(share(api, ana, scope)[1]).content.decode()
        for scope in ("resume_version", "delta", "applications")
    }
    marks = {
        "resume_version": "Led the morning meeting",
        "delta": "planning the rota",
        "applications": "Warehouse trainer",
    }
    for scope, page in pages.items():
        assert [other for other, mark in marks.items() if mark in page] == [scope]


def test_contact_data_and_notes_never_go_along(api: APIClient, client: Client, ana: Opened) -> None:
    page = client.get(share(api, ana, "resume_version", "delta", "applications")[1]).content.decode()
    assert "Shift supervisor" in page
    assert "2014" in page
    for hidden in ("ada@example.org", "22 33 44 55", "7946", "canary notes", "your-data"):
        assert hidden not in page, hidden


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("mail a.b+c@example.co.uk now", "mail […] now"),
        ("call +47 22 33 44 55", "call […]"),
        ("(020) 7946 0958", "[…]"),
        ("see https://example.org/me and www.example.org", "see […] and […]"),
        ("linkedin.com/in/ada", "[…]"),
        ("2014 - 2020", "2014 - 2020"),
        ("05/2014 – 11/2019", "05/2014 – 11/2019"),
        ("saved 1,200 hours in 2019", "saved 1,200 hours in 2019"),
    ],
)
def test_contact_data_is_told_from_dates(text: str, left: str) -> None:
    assert without_contact(text) == left


def test_every_opening_is_listed_and_renews_nothing(api: APIClient, client: Client, ana: Opened) -> None:
    share_id, path = share(api, ana, "delta")
    Person.objects.update(expires_at=timezone.now() + timedelta(days=3))
    before = Person.objects.get().expires_at
    assert client.get(path).status_code == client.get(path).status_code == client.head(path).status_code == 200
    assert Person.objects.get().expires_at == before
    shown = api.get(f"/session/shares/{share_id}", headers={"X-Session-ID": ana.token}).json()
    assert len(shown["openings"]) == 2


def test_the_secret_is_shown_once_and_stored_as_a_digest(api: APIClient, client: Client, ana: Opened) -> None:
    _, path = share(api, ana, "delta")
    secret = path.split("/")[2]
    assert len(secret) >= 32
    assert secret not in api.get("/session/shares", headers={"X-Session-ID": ana.token}).content.decode()
    assert Share.objects.get().digest != secret
    shown = client.get(path)
    assert shown.headers["Referrer-Policy"] == "same-origin"
    assert shown.headers["Cache-Control"] == "no-store"
    assert not shown.cookies.get(COOKIE)


def test_it_ends_by_itself_by_hand_and_with_the_person(api: APIClient, client: Client, ana: Opened) -> None:
    held = {"X-Session-ID": ana.token}
    (_, timed), (by_hand, taken), (_, erased) = (share(api, ana, "delta", days=2) for _ in range(3))
    with time_machine.travel(timezone.now() + timedelta(days=2, minutes=1), tick=False):
        assert client.get(timed).status_code == 404
    assert api.delete(f"/session/shares/{by_hand}", headers=held).status_code == 204
    assert client.get(taken).status_code == 404
    assert api.get(f"/session/shares/{by_hand}", headers=held).json()["is_over"] is True
    assert api.delete(f"/session/shares/{by_hand}", headers=held).status_code == 204
    assert api.get(f"/session/shares/{by_hand}", headers=held).status_code == 404
    assert client.get(erased).status_code == 200
    api.delete("/session", headers=held)
    assert client.get(erased).status_code == 404
    assert not Share.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"scopes": []},
        {"scopes": ["everything"]},
        {"scopes": ["delta"], "days": 31},
        {"scopes": ["delta"], "days": 0},
        {},
    ],
)
def test_what_cannot_be_shown_is_refused(api: APIClient, ana: Opened, wrong: dict[str, object]) -> None:
    assert api.post("/session/shares", wrong, headers={"X-Session-ID": ana.token}).status_code == 422


def test_somebody_elses_version_is_not_shown(api: APIClient, ana: Opened) -> None:
    bob = make_opened()
    theirs = resumes.make_canonical(bob.session.person, text=RESUME)
    body = {"scopes": ["resume_version"], "version_id": str(theirs.pk)}
    assert api.post("/session/shares", body, headers={"X-Session-ID": ana.token}).status_code == 422


def test_answers_are_taken_where_they_are_wanted(api: APIClient, client: Client, ana: Opened) -> None:
    share_id, open_path = share(api, ana, "delta", comments=True)
    _, closed_path = share(api, ana, "delta")
    assert client.post(closed_path, {"text": "well done"}).status_code == 403
    assert client.post(open_path, {"text": ""}).status_code == 422
    assert client.post(open_path, {"text": "well done", "author": "Kim"}).status_code == 302
    assert "well done" not in client.get(open_path).content.decode()
    answers = api.get(f"/session/shares/{share_id}", headers={"X-Session-ID": ana.token}).json()["answers"]
    assert [(one["author"], one["text"]) for one in answers] == [("Kim", "well done")]


def test_links_are_made_and_seen_on_the_page(client: Client, ana: Opened) -> None:
    client.cookies[COOKIE] = ana.token
    assert client.post("/your-data/shares/", {"days": 3}).status_code == 422
    made = client.post(
        "/your-data/shares/", {"scopes": ["delta"], "days": 3, "label": "Kim", "comments": "on"}
    ).content.decode()
    found = re.search(r"http://testserver(/shared/[\w-]+/)", made)
    assert found
    stranger = Client()
    assert stranger.get(found[1]).status_code == 200
    one = Share.objects.get()
    assert "Kim" in client.get("/your-data/shares/").content.decode()
    shown = client.get(f"/your-data/shares/{one.pk}/").content.decode()
    assert "Nobody has answered" in shown
    client.post(f"/your-data/shares/{one.pk}/end/")
    assert stranger.get(found[1]).status_code == 404


def test_guessing_is_slowed(client: Client, settings: Settings) -> None:
    settings.RATES = {**settings.RATES, "shares": "3/h"}
    assert [client.get("/shared/guess/").status_code for _ in range(4)] == [404, 404, 404, 429]
