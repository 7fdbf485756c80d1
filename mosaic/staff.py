"""Staff roles: who may see and do what in the admin.

support sees states and counts; coach may also open personal text, and each opening is logged;
operator manages jobs, prompts and budgets, without personal text.
"""

import secrets
from enum import StrEnum

from django.contrib.auth.models import Group, Permission, User
from django.db import transaction


class Role(StrEnum):
    """A staff member's role: the name of a group."""

    SUPPORT = "support"
    COACH = "coach"
    OPERATOR = "operator"


class NameTaken(Exception):
    """A login of this name exists."""


# Apps whose rows belong to people; everything in them is read-only for staff.
PERSONAL_APPS = ("people", "journal", "facts", "ps101", "wimd", "opportunity_bridge", "resume")
# What an operator manages. Postings come from sources and files and are corrected here; versions of the prompt
# library are immutable, and changing one means choosing which is in use. Versions of flows are written as drafts.
MANAGED = {
    "opportunity_bridge.job": ("view", "change"),
    "wimd.promptset": ("view", "change"),
    "wimd.promptrow": ("view",),
    "ps101.flowversion": ("view", "add", "change", "delete"),
}
OWN = (
    "mosaic.heartbeat",
    "mosaic.alert",
    "mosaic.traffic",
    "journal.dailycount",
    "ai.ledgerline",
    "ai.spent",
    "ai.breaker",
    "wimd.feedbacksum",
)
# What those who look after people may have done again; it opens no words.
RETRIES = ("wimd.retry_upload",)


@transaction.atomic
def create(name: str, role: Role) -> str:
    """Make a login and return its password. Raises NameTaken."""
    if User.objects.filter(username=name).exists():
        raise NameTaken
    password = secrets.token_urlsafe(15)
    user = User.objects.create_user(name, password=password, is_staff=True)
    user.groups.add(group_for(role))
    return password


def refresh() -> None:
    """Give the roles somebody has what this code lets them do: a new release may bring something to manage."""
    for role in Role:
        if Group.objects.filter(name=role).exists():
            group_for(role)


def group_for(role: Role) -> Group:
    """Return the role's group with exactly its permissions."""
    group, _ = Group.objects.get_or_create(name=role)
    group.permissions.set(permissions_for(role))
    return group


def permissions_for(role: Role) -> list[Permission]:
    """Return what a role may do."""
    wanted = set(_names(role))
    known = Permission.objects.select_related("content_type")
    return [one for one in known if f"{one.content_type.app_label}.{one.codename}" in wanted]


def _names(role: Role) -> list[str]:
    named = [_name(model, "view") for model in OWN]
    if role in (Role.SUPPORT, Role.COACH):
        views = Permission.objects.filter(content_type__app_label__in=PERSONAL_APPS, codename__startswith="view_")
        named += [f"{one.content_type.app_label}.{one.codename}" for one in views.select_related("content_type")]
        named += RETRIES
    if role is Role.COACH:
        named.append("people.open_personal_text")
    if role is Role.OPERATOR:
        named += [_name(model, action) for model, actions in MANAGED.items() for action in actions]
    return named


def _name(model: str, action: str) -> str:
    app, name = model.split(".")
    return f"{app}.{action}_{name}"
