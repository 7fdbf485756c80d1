"""What staff can do with flows: write a draft, put a version in use, and go back to an earlier one."""

from django.db import transaction
from django.utils import timezone

from ps101.domain.flow import Flow
from ps101.domain.flow_text import Document, check
from ps101.loading import fingerprint
from ps101.models import FlowIsKept, FlowVersion, Journey


class NumberTaken(Exception):
    """Another version of this flow has this number; `free` is the next nobody has."""

    def __init__(self, free: int) -> None:
        super().__init__(free)
        self.free = free


def next_number(key: str) -> int:
    """Return the number a new version of a flow gets."""
    latest = FlowVersion.objects.filter(key=key).order_by("-version").first()
    return latest.version + 1 if latest else 1


@transaction.atomic
def write_draft(draft: FlowVersion, document: Document, flow: Flow) -> FlowVersion:
    """Store a draft, or a stored one anew. Raises NumberTaken, and FlowIsKept for what may not change any more."""
    others = FlowVersion.objects.filter(key=flow.key, version=flow.version).exclude(pk=draft.pk)
    if others.exists():
        raise NumberTaken(next_number(flow.key))
    if draft.pk:
        _require_draft(draft)
    draft.key, draft.version, draft.is_shipped = flow.key, flow.version, False
    draft.document, draft.sha256 = document, fingerprint(document)
    draft.save()
    return draft


@transaction.atomic
def drop_draft(draft: FlowVersion) -> None:
    """Delete a draft. Raises FlowIsKept for what is in use, was, or has a journey."""
    _require_draft(draft).delete()


@transaction.atomic
def activate(version: FlowVersion) -> FlowVersion | None:
    """Put a version in use for new journeys; those under way keep theirs. Return the one it takes over from.

    Going back to an earlier version is the same. Raises Unusable for a version this code cannot ask any more.
    """
    versions = {one.pk: one for one in FlowVersion.objects.select_for_update().filter(key=version.key).order_by("pk")}
    chosen = versions[version.pk]
    former = next((one for one in versions.values() if one.is_active), None)
    if chosen == former:
        return former
    check(chosen.document)
    # The one that goes comes first: two in use at once are refused by the database.
    FlowVersion.objects.filter(key=version.key, is_active=True).update(is_active=False)
    FlowVersion.objects.filter(pk=chosen.pk).update(is_active=True, activated_at=timezone.now())
    version.refresh_from_db()
    return former


def may_change(version: FlowVersion) -> bool:
    """Whether a version is a draft nobody answers."""
    return version.is_draft and not Journey.objects.filter(flow=version).exists()


def _require_draft(version: FlowVersion) -> FlowVersion:
    """Return a draft, locked until the transaction ends. Raises FlowIsKept."""
    locked = FlowVersion.objects.select_for_update().get(pk=version.pk)
    if not may_change(locked):
        raise FlowIsKept
    return locked
