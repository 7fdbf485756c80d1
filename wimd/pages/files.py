"""What the pages of files show."""

from django.conf import settings

from mosaic.facts.origins import origins_of, place_of
from mosaic.lib import room
from mosaic.lib.work import WorkState
from mosaic.people.models import PROVIDERS, Person
from wimd import hearing, queries
from wimd.domain.files import ACCEPT
from wimd.domain.marking import marked
from wimd.models import Upload
from wimd.pages import resume
from wimd.pages.talk import Shown
from wimd.sentences import message_of

WAITING = (WorkState.QUEUED, WorkState.RUNNING)


def files(person: Person) -> Shown:
    """Return a person's files with how reading them stands."""
    uploads = [_file(upload) for upload in queries.uploads_of(person)]
    return {
        "uploads": uploads,
        "is_reading": any(upload["is_waiting"] for upload in uploads),
        "used": queries.bytes_of(person),
        "limits": {
            "document": settings.DOCUMENT_LIMIT,
            "media": settings.MEDIA_LIMIT,
            "person": settings.PERSON_LIMIT,
        },
        "accept": ACCEPT,
    }


def file(person: Person, upload: Upload) -> Shown:
    """Return one file with its text, what was found in it, and what a machine reads field by field."""
    revised = queries.revised_of(upload)
    shown = _file(upload) | {
        "facts": queries.facts_found_in(upload),
        "origins": origins_of(person),
        "has_resume": bool(revised),
    }
    said = {place_of(start, end): (start, end) for start, end in queries.places_in(upload)}
    if revised is None:
        return shown | {"source": marked(upload.text, said)}
    return shown | {"sections": resume.sections(revised), "source": resume.source(upload, revised, said)}


def removal(upload: Upload) -> Shown:
    """Return what goes when a file goes."""
    return {"upload": upload, "resting": queries.resting_on(upload), "sources": queries.facts_in(upload).count()}


def _file(upload: Upload) -> Shown:
    return {
        "upload": upload,
        "message": message_of(upload),
        "is_waiting": upload.state in WAITING and not room.is_waiting(upload),
        "is_failed": upload.state == WorkState.FAILED,
        "listener": "" if upload.state in WAITING else PROVIDERS.get(name := hearing.listener_for(upload), name),
        "is_recording": hearing.is_recording(upload),
    }
