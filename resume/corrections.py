"""A person's corrections of a résumé: by hand, back to an earlier one, without one change, under another name."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mosaic.lib.text import normalised
from mosaic.people.models import Person
from resume import queries
from resume.domain.changes import Change, apply
from resume.domain.document import Sourced, checked, is_empty
from resume.domain.editing import carried
from resume.domain.reading import read_text
from resume.models import Resume, Version
from resume.services import LONGEST_NAME, LONGEST_TEXT, Cause, Draft, NothingToGoBy, keep, without_removed


class UnknownChange(Exception):
    """There is no change of this id, or it cannot be taken back."""


class NothingChanged(Exception):
    """An edit that leaves everything as it is."""


@transaction.atomic
def edit(person: Person, version: Version, *, document: object = None, text: str = "", name: str = "") -> Version:
    """Make a version out of an edited document or text, or under another name. Raises NotAResume, NothingChanged."""
    before = queries.sourced(version)
    made = before
    if document is not None:
        made = carried(before, checked(document))
    elif text.strip():
        words = normalised(text)[:LONGEST_TEXT]
        made = carried(before, read_text(words, today=timezone.localdate(), region=person.region).document)
    if made.document == before.document and name in ("", version.name):
        raise NothingChanged
    return keep(person, _after(version, made, Cause.EDITED, name=name))


@transaction.atomic
def restore(person: Person, version: Version) -> Version:
    """Make an earlier version the latest one, without what was taken away since. Raises NothingToGoBy."""
    made = _what_is_left(person, queries.sourced(version))
    draft = _after(version, made, Cause.RESTORED, changes=queries.changes_of(version))
    return keep(person, draft)


@transaction.atomic
def undo(person: Person, version: Version, *, change_id: str) -> Version:
    """Make a version without one of its changes. Raises UnknownChange, NothingToGoBy."""
    ground, changes = queries.ground_of(version), queries.changes_of(version)
    undone = next((one for one in changes if one.id == change_id and one.can_be_undone), None)
    if ground is None or undone is None:
        raise UnknownChange
    left = tuple(one for one in changes if one != undone)
    made = _what_is_left(person, apply(ground, [one for one in left if one.can_be_undone]))
    return keep(person, _after(version, made, Cause.UNDONE, changes=left))


@transaction.atomic
def rename(person: Person, resume: Resume, *, name: str) -> Resume:
    """Give a résumé another name; its versions keep theirs."""
    resume.name = normalised(name).strip()[:LONGEST_NAME]
    resume.save(update_fields=["name"])
    return resume


def _what_is_left(person: Person, made: Sourced) -> Sourced:
    left = without_removed(person, made)
    if is_empty(left.document):
        raise NothingToGoBy
    return left


def _after(
    version: Version, made: Sourced, cause: Version.Cause, *, name: str = "", changes: tuple[Change, ...] = ()
) -> Draft:
    """Return the next version after one: for the same posting, on the same ground while its changes are kept."""
    job: UUID | None = version.job
    return Draft(
        made,
        cause,
        name or version.name,
        parent=version,
        changes=changes,
        ground=queries.ground_of(version) if changes else None,
        job=job,
        job_label=version.job_label,
    )
