"""Every page of the admin, as each role: what it may see it sees, personal words stay closed, nothing else is written."""

import re
from collections.abc import Iterator
from functools import partial

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.people.models import Session
from mosaic.people.sealed import SealedField
from mosaic.staff import PERSONAL_APPS, Role, create
from tests.staff.everything import CANARY, make_everything
from wimd import loading
from wimd.models import Conversation, PromptSet, Turn

pytestmark = [pytest.mark.one_engine, pytest.mark.django_db, pytest.mark.usefixtures("quick_passwords")]

STATE = {
    "mosaic.heartbeat",
    "mosaic.alert",
    "mosaic.traffic",
    "journal.dailycount",
    "ai.ledgerline",
    "ai.spent",
    "ai.breaker",
    "wimd.feedbacksum",
}
PERSONAL = {one._meta.label_lower for one in admin.site._registry if one._meta.app_label in PERSONAL_APPS}
SEEN = {
    Role.SUPPORT: STATE | PERSONAL,
    Role.COACH: STATE | PERSONAL,
    Role.OPERATOR: STATE | {"opportunity_bridge.job", "wimd.promptset", "wimd.promptrow", "ps101.flowversion"},
}
# What a role may add: drafts of flows; nothing that is there already is deleted.
WRITES = {Role.OPERATOR: {"ps101.flowversion"}}
# What Django's admin itself writes: the log of openings and staff's own logins.
NOT_OURS = ("admin", "auth", "sessions", "axes", "contenttypes")


@pytest.fixture
def quick_passwords(settings: Settings) -> None:
    """Spare the slow digest that real passwords get."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def everything(tasks_at_once: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> str:
    """Return the token of somebody who used everything."""
    with django_capture_on_commit_callbacks(execute=True):
        return make_everything()


def staff(role: Role) -> Client:
    """Return the browser of somebody who logged in with the password they were given."""
    password = create(f"kim-{role}", role)
    client = Client(headers={"User-Agent": "test"})
    sent = {"username": f"kim-{role}", "password": password, "next": "/admin/"}
    assert client.post("/admin/login/", sent).headers["Location"] == "/admin/"
    return client


def pages_of(model: type[Model], row: Model | None) -> Iterator[str]:
    """Yield the pages the admin has for a model: list, search, adding, and those of a row."""
    address = partial(_address, model)
    yield address("changelist")
    yield f"{address('changelist')}?q=x"
    yield address("add")
    if row:
        yield from (address(page, row.pk) for page in ("change", "history", "delete"))


def _address(model: type[Model], page: str, *ids: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=ids)


def sealed_words(row: Model) -> Iterator[str]:
    """Yield every sealed text of a row that is long enough to be known again; ids stand beside it in plain, too."""
    for field in row._meta.fields:
        if isinstance(field, SealedField):
            texts = _texts(getattr(row, field.name))
            yield from (text for text in texts if len(text) > 12 and not re.fullmatch(r"[0-9a-f-]{36}", text))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in _texts(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in _texts(part))


def everything_stored() -> dict[str, list[dict[str, object]]]:
    """Return all rows of all our models."""
    models = (model for model in apps.get_models() if model._meta.app_label not in NOT_OURS)
    return {model._meta.label: list(model._default_manager.order_by("pk").values()) for model in models}


def wordiest(model: type[Model]) -> Model | None:
    """Return the row of a model that seals the most."""
    return max(model._default_manager.all(), key=lambda row: len(list(sealed_words(row))), default=None)


# A coach sees the pages that support sees; what a coach may open comes below.
@pytest.mark.parametrize("role", [Role.SUPPORT, Role.OPERATOR])
def test_every_page_answers_with_what_a_role_may_see_and_no_words(role: Role, everything: str) -> None:
    client, secrets = staff(role), (CANARY, everything, Session.objects.get().digest, "7" * 64)
    for model in admin.site._registry:
        row, seen = wordiest(model), model._meta.label_lower in SEEN[role]
        closed = [*secrets, *(sealed_words(row) if row else ())]
        for page in pages_of(model, row):
            answer = client.get(page)
            may_write = page.endswith("/add/") and model._meta.label_lower in WRITES.get(role, ())
            is_closed = page.endswith(("/add/", "/delete/")) and not may_write
            assert answer.status_code == (200 if seen and not is_closed else 403), page
            assert not [text for text in closed if text in answer.content.decode()], page


@pytest.mark.usefixtures("everything")
def test_nothing_is_written_by_trying() -> None:
    ours = {model for model in admin.site._registry if model._meta.app_label not in NOT_OURS}
    before = everything_stored()
    assert set(before) == {model._meta.label for model in ours}
    assert [label for label, rows in before.items() if not rows] == []
    for role in (Role.COACH, Role.OPERATOR):
        client = staff(role)
        for model in ours:
            row = model._default_manager.order_by("pk")[0]
            sent = {"post": "yes", "action": "delete_selected", "_selected_action": str(row.pk)}
            answers = [client.post(page, sent).status_code for page in pages_of(model, row) if "history" not in page]
            # A list comes back unchanged, and so does an operator's correction that lacks its fields.
            assert set(answers) <= {200, 302, 403}
        assert {**everything_stored(), "mosaic.Traffic": before["mosaic.Traffic"]} == before, role


@pytest.fixture
def turn() -> Turn:
    """Return something that somebody said."""
    api = APIClient()
    api.post("/wimd", {"prompt": f"I trained {CANARY} to drive a forklift."})
    return Turn.objects.get(speaker="person")


def test_a_coach_opens_words_and_each_opening_is_logged(turn: Turn) -> None:
    page = staff(Role.COACH).get(_address(Turn, "change", turn.pk), {"open": "1"})
    assert CANARY in page.content.decode()
    entry = LogEntry.objects.get()
    assert (entry.user.username, entry.object_id) == ("kim-coach", str(turn.pk))
    assert entry.change_message == "opened personal text"
    assert CANARY not in entry.object_repr


def test_a_whole_talk_is_opened_at_once_and_that_is_logged(turn: Turn) -> None:
    client, address = staff(Role.COACH), _address(Conversation, "change", turn.conversation_id)
    assert CANARY not in client.get(address).content.decode()
    assert not LogEntry.objects.exists()
    page = client.get(address, {"open": "1"}).content.decode()
    assert CANARY in page
    answer = Turn.objects.get(speaker="coach").text.split("\n")[0]
    assert answer.replace("“", "").split()[0] in page
    assert LogEntry.objects.get().object_id == str(turn.conversation_id)


def test_support_opens_no_talk(turn: Turn) -> None:
    page = staff(Role.SUPPORT).get(_address(Conversation, "change", turn.conversation_id), {"open": "1"})
    assert page.status_code == 200
    assert CANARY not in page.content.decode()


def test_support_opens_nothing(turn: Turn) -> None:
    page = staff(Role.SUPPORT).get(_address(Turn, "change", turn.pk), {"open": "1"})
    assert page.status_code == 200
    assert CANARY not in page.content.decode()
    assert not LogEntry.objects.exists()


def test_an_operator_chooses_the_prompts_in_use_and_nobody_else_does() -> None:
    loading.load()
    other = PromptSet.objects.create(sha256="1" * 64, count=0)
    sent = {"action": "use", "_selected_action": str(other.pk)}
    staff(Role.SUPPORT).post(_address(PromptSet, "changelist"), sent)
    assert PromptSet.objects.get(is_active=True) != other
    staff(Role.OPERATOR).post(_address(PromptSet, "changelist"), sent)
    assert PromptSet.objects.get(is_active=True) == other
    assert LogEntry.objects.get().change_message == "put in use"


@pytest.mark.parametrize("role", Role)
def test_the_permissions_of_a_role_are_those_the_admin_grants(role: Role) -> None:
    client = staff(role)
    user = User.objects.get()
    # Choosing a version is an action of its own; its rows are never edited.
    # Having a file read again is one too.
    granted = user.get_all_permissions() - {
        "people.open_personal_text",
        "wimd.change_promptset",
        "wimd.retry_upload",
    }
    shown = set()
    for app in client.get("/admin/").context["app_list"]:
        for model in app["models"]:
            can = [action for action, may in model["perms"].items() if may]
            shown |= {f"{app['app_label']}.{action}_{model['object_name'].lower()}" for action in can}
    assert shown == granted


def test_a_role_that_does_not_exist_and_a_name_twice_are_refused() -> None:
    with pytest.raises(CommandError):
        call_command("create_staff", "kim", "--role", "chief")
    create("kim", Role.COACH)
    with pytest.raises(CommandError, match="kim already"):
        call_command("create_staff", "kim", "--role", "coach")


def test_ten_wrong_passwords_lock_even_the_right_one_out(client: Client) -> None:
    password = create("kim", Role.COACH)
    for wrong in range(10):
        client.post("/admin/login/", {"username": "kim", "password": f"wrong-{wrong}"})
    answer = client.post("/admin/login/", {"username": "kim", "password": password})
    assert answer.status_code == 429
    assert client.get("/admin/").status_code == 302
