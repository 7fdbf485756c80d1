"""What the pages of files show."""

from mosaic.facts.origins import origins_of
from mosaic.lib import room
from mosaic.lib.work import WorkState
from mosaic.people.models import PROVIDERS, Person
from wimd import hearing, queries
from wimd.models import Upload
from wimd.pages import resume
from wimd.pages.talk import Shown
from wimd.sentences import message_of

WAITING = (WorkState.QUEUED, WorkState.RUNNING)


def files(person: Person) -> Shown:
    """Return a person's files with how reading them stands."""
    uploads = [_file(upload) for upload in queries.uploads_of(person)]
    return {"uploads": uploads, "is_reading": any(upload["is_waiting"] for upload in uploads)}


def file(person: Person, upload: Upload) -> Shown:
    """Return one file with its text, what was found in it, and what a machine reads field by field."""
    revised = queries.revised_of(upload)
    shown = _file(upload) | {
        "facts": queries.facts_in(upload),
        "origins": origins_of(person),
        "has_resume": bool(revised),
    }
    if revised is None:
        return shown
    return shown | {"sections": resume.sections(revised), "source": resume.source(upload, revised)}


def _file(upload: Upload) -> Shown:
    return {
        "upload": upload,
        "message": message_of(upload),
        "is_waiting": upload.state in WAITING and not room.is_waiting(upload),
        "is_failed": upload.state == WorkState.FAILED,
        "listener": "" if upload.state in WAITING else PROVIDERS.get(name := hearing.listener_for(upload), name),
        "is_recording": hearing.is_recording(upload),
    }
