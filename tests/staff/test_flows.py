"""Flows in the admin: drafts are written, looked at, compared and put in use by operators, and only looked at by others."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.test import Client

from mosaic.people import services as people
from mosaic.staff import Role, create, refresh
from ps101.domain.flow_text import as_text
from ps101.models import FlowVersion, Journey
from tests.ps101.flows import flow_text
from tests.staff.test_roles import quick_passwords, staff

__all__ = ["quick_passwords"]
pytestmark = [
    pytest.mark.one_engine,
    pytest.mark.django_db,
    pytest.mark.usefixtures("quick_passwords", "flows"),
]
LIST = "/admin/ps101/flowversion/"


@pytest.fixture
def operator() -> Client:
    return staff(Role.OPERATOR)


def discovery() -> FlowVersion:
    return FlowVersion.objects.get(key="discovery", is_active=True)


def next_text(client: Client) -> str:
    """Return what the form of a draft begins with."""
    text = client.get(f"{LIST}add/?from={discovery().pk}").context["adminform"].form["text"].value()
    assert isinstance(text, str)
    return text


def add(client: Client, text: str) -> str:
    """Write a draft; return the page that follows."""
    answer = client.post(f"{LIST}add/", {"text": text}, follow=True)
    return answer.content.decode()


def test_a_draft_begins_with_the_words_in_use_and_the_next_number(operator: Client) -> None:
    before = discovery()
    text = next_text(operator)
    assert text == as_text({**before.document, "version": before.version + 1})
    page = add(operator, text.replace("What is hard about your work", "What is heavy about your work"))
    made = FlowVersion.objects.get(key="discovery", version=before.version + 1)
    assert (made.is_active, made.activated_at, made.is_shipped) == (False, None, False)
    assert "What is heavy about your work" in page
    assert "<del>What is hard about your work" in page
    assert discovery() == before


@pytest.mark.parametrize(("role", "offered"), [(Role.OPERATOR, True), (Role.SUPPORT, False)])
def test_a_version_leads_to_what_may_be_done_with_it(role: Role, offered: bool) -> None:
    page = staff(role).get(f"{LIST}{discovery().pk}/change/").content.decode()
    assert f"{LIST}{discovery().pk}/preview/" in page
    assert (f"{LIST}add/?from={discovery().pk}" in page) is offered
    assert f"{LIST}{discovery().pk}/activate/" not in page


def test_browsers_line_ends_change_nothing(operator: Client) -> None:
    add(operator, next_text(operator).replace("\n", "\r\n"))
    made = FlowVersion.objects.get(is_shipped=False)
    assert {**made.document, "version": 0} == {**discovery().document, "version": 0}


def test_every_question_is_shown_as_people_see_it(operator: Client) -> None:
    page = operator.get(f"{LIST}{discovery().pk}/preview/").content.decode()
    for step in discovery().document["steps"]:
        assert step["title"] in page
        assert [prompt["key"] for prompt in step["prompts"] if f'for="answer-{prompt["key"]}"' not in page] == []
    assert page.count("can be left open") + page.count("required</p>") >= 20
    example = discovery().document["steps"][0]["prompts"][0]["example"]
    assert f"For example: “{example[:24]}" in page


def test_what_is_wrong_is_said_with_its_line_and_nothing_is_stored(operator: Client) -> None:
    text = next_text(operator).replace('gate = "reflection"', 'gate = "luck"')
    line = text.split("\n").index('gate = "luck"') + 1
    page = add(operator, text)
    assert f"Line {line}, step 9, gate: this word is not known." in page
    taken = add(operator, next_text(operator).replace("version = 3", "version = 2"))
    assert "Line 2, version: another version has this number. The next free one is 3." in taken
    assert not FlowVersion.objects.filter(is_shipped=False).exists()


def test_a_question_that_is_gone_is_a_warning(operator: Client) -> None:
    page = add(operator, next_text(operator).replace('key = "miracle"', 'key = "wonder"'))
    assert "The question “miracle” of the version in use is gone." in page
    assert "worth a second look" in page


def test_a_draft_is_changed_and_deleted(operator: Client) -> None:
    add(operator, flow_text(1))
    made = FlowVersion.objects.get(key="tiny")
    page = f"{LIST}{made.pk}/change/"
    assert operator.get(page).context["adminform"].form["text"].value() == as_text(made.document)
    operator.post(page, {"text": flow_text(1, text="And how is it?")})
    made.refresh_from_db()
    assert made.document["steps"][0]["prompts"][0]["text"] == "And how is it?"
    assert operator.post(f"{LIST}{made.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not FlowVersion.objects.filter(key="tiny").exists()


def test_what_was_in_use_or_is_answered_is_closed(operator: Client) -> None:
    add(operator, flow_text(1))
    answered = FlowVersion.objects.get(key="tiny")
    Journey.objects.create(person=people.begin().session.person, flow=answered)
    for version in (discovery(), answered):
        before = version.document
        assert operator.post(f"{LIST}{version.pk}/change/", {"text": flow_text(1, text="x y")}).status_code == 403
        assert operator.post(f"{LIST}{version.pk}/delete/", {"post": "yes"}).status_code == 403
        assert FlowVersion.objects.get(pk=version.pk).document == before


def test_putting_in_use_asks_first_is_logged_and_can_be_taken_back(operator: Client) -> None:
    before = discovery()
    add(operator, next_text(operator))
    made = FlowVersion.objects.get(is_shipped=False)
    assert "instead of discovery 2" in operator.get(f"{LIST}{made.pk}/activate/").content.decode()
    assert discovery() == before
    operator.post(f"{LIST}{made.pk}/activate/")
    operator.post(f"{LIST}{made.pk}/activate/")
    assert discovery() == made
    operator.post(f"{LIST}{before.pk}/activate/")
    assert discovery() == before
    logged = LogEntry.objects.filter(change_message__startswith="put in use").order_by("pk")
    assert [(one.object_id, one.change_message) for one in logged] == [
        (str(made.pk), "put in use instead of discovery 2"),
        (str(before.pk), "put in use instead of discovery 3"),
    ]


@pytest.mark.parametrize("role", [Role.SUPPORT, Role.COACH])
def test_others_look_and_change_nothing(role: Role) -> None:
    client, version = staff(role), FlowVersion.objects.get(key="fast_track")
    draft = FlowVersion.objects.create(
        key="fast_track", version=9, sha256="1" * 64, document=version.document, is_shipped=False
    )
    assert client.get(f"{LIST}{draft.pk}/preview/").status_code == 200
    assert client.get(f"{LIST}{draft.pk}/drop-off/").status_code == 200
    for page in (
        f"{LIST}add/",
        f"{LIST}{draft.pk}/change/",
        f"{LIST}{draft.pk}/activate/",
        f"{LIST}{draft.pk}/delete/",
    ):
        assert client.post(page, {"text": flow_text(1), "post": "yes"}).status_code == 403, page
    assert client.get(f"{LIST}{draft.pk}/activate/").status_code == 403
    assert list(FlowVersion.objects.filter(is_active=True, key="fast_track")) == [version]


def test_nobody_without_a_login_sees_them(client: Client) -> None:
    for page in ("preview", "activate", "drop-off"):
        answer = client.get(f"{LIST}{discovery().pk}/{page}/")
        assert answer.headers["Location"].startswith("/admin/login/")


def test_an_old_version_this_code_cannot_ask_is_shown_with_words(operator: Client) -> None:
    old = FlowVersion.objects.create(key="discovery", version=1, sha256="2" * 64, document={"key": "discovery"})
    for page in ("preview", "drop-off", "activate"):
        assert "cannot ask this version" in operator.get(f"{LIST}{old.pk}/{page}/").content.decode()
    answer = operator.post(f"{LIST}{old.pk}/activate/", follow=True)
    assert "cannot ask this version" in answer.content.decode()
    assert discovery() != old


def test_a_new_release_gives_its_permissions_to_those_who_have_a_role() -> None:
    create("kim", Role.OPERATOR)
    Group.objects.get(name=Role.OPERATOR).permissions.clear()
    refresh()
    assert User.objects.get().has_perm("ps101.add_flowversion")
    assert not Group.objects.exclude(name=Role.OPERATOR).exists()
