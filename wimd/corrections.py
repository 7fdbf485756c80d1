"""Correcting what was read in a résumé."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.people.models import Person
from wimd import learning, queries
from wimd.domain.changing import Change, changed, says_the_same
from wimd.domain.corrections import Revised
from wimd.domain.learning import learned, named_anew
from wimd.models import Upload


class NoResume(Exception):
    """A file in which no résumé was recognised."""


class LostUpdate(Exception):
    """What was read was corrected in between; `current` is the file as it is now."""

    def __init__(self, current: Upload) -> None:
        super().__init__(current.resume_version)
        self.current = current


@transaction.atomic
def correct(person: Person, upload: Upload, *, version: int, changes: Sequence[Change]) -> Upload:
    """Keep corrections beside what was read, all or none. Raises NoResume, LostUpdate, Unusable.

    `version` is the one the writer saw. Sending the same corrections twice is one correction.
    """
    locked = queries.uploads_of(person).select_for_update().get(pk=upload.pk)
    revised = queries.revised_of(locked)
    if revised is None:
        raise NoResume
    edits = changed(revised, changes)
    if locked.resume_version != version:
        if says_the_same(revised, edits):
            return locked
        raise LostUpdate(locked)
    if edits != revised.edits:
        locked.resume_edits, locked.resume_version = edits.as_json(), version + 1
        locked.save(update_fields=["resume_edits", "resume_version"])
        known = _learn(locked, revised, Revised(revised.read, edits))
        note(person, Happened.FILE_CORRECTED, locked, changes=len(changes), facts=known)
    return locked


def _learn(upload: Upload, before: Revised, after: Revised) -> int:
    """Let facts follow; what its person writes by its name again stands again, though they had removed it once."""
    today = timezone.localdate()
    said = learned(upload.text, after, today=today)
    is_typed = bool(set(after.edits.values.items()) - set(before.edits.values.items()))
    return learning.keep(upload, said, anew=named_anew(said, before, today=today) if is_typed else ())
