"""The shapes of files."""

from rest_framework import serializers

from mosaic.lib.work import WorkState
from mosaic.people.models import Person
from wimd import queries
from wimd.models import Upload
from wimd.sentences import message_of
from wimd.serializers.facts import FactShape, facts_shape
from wimd.serializers.resumes import ResumeShape, resume_shape
from wimd.serializers.shape import Shape

STATUSES = {
    WorkState.QUEUED: "stored",
    WorkState.RUNNING: "reading",
    WorkState.DONE: "ready",
    WorkState.FAILED: "failed",
}


class FileShape(serializers.Serializer[Upload]):
    """A file and how reading it went."""

    id = serializers.UUIDField()
    filename = serializers.CharField()
    size = serializers.IntegerField()
    content_type = serializers.CharField()
    sha256 = serializers.CharField()
    status = serializers.ChoiceField(choices=list(STATUSES.values()))
    kind = serializers.ChoiceField(choices=Upload.Kind.choices)
    pages = serializers.IntegerField(allow_null=True)
    words = serializers.IntegerField(allow_null=True)
    message = serializers.CharField()


class FileList(serializers.Serializer[object]):
    """A person's files."""

    uploads = FileShape(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class UploadInput(serializers.Serializer[object]):
    """A file in a form."""

    file = serializers.FileField(allow_empty_file=False)
    session_id = serializers.CharField(required=False, allow_blank=True)


class UploadAnswer(serializers.Serializer[object]):
    """A kept file."""

    session_id = serializers.CharField(allow_null=True)
    file = FileShape()


class FileDetail(serializers.Serializer[object]):
    """A file, its text, what was found in it, and the résumé read in it, null for another document."""

    file = FileShape()
    text = serializers.CharField()
    facts = FactShape(many=True)
    resume = ResumeShape(allow_null=True)


def file_shape(upload: Upload) -> Shape:
    """Return a file and how reading it went."""
    return {
        "id": str(upload.pk),
        "filename": upload.filename,
        "size": upload.size,
        "content_type": upload.content_type,
        "sha256": upload.sha256,
        "status": STATUSES[WorkState(upload.state)],
        "kind": upload.kind,
        "pages": upload.pages,
        "words": upload.words,
        "message": message_of(upload),
    }


def file_name_shape(upload: Upload) -> Shape:
    """Return only which file it is and how large."""
    return {"id": str(upload.pk), "filename": upload.filename, "size": upload.size}


def file_detail(person: Person, upload: Upload) -> Shape:
    """Return a file with its text, what was found in it, and what a machine reads, field by field."""
    facts = queries.facts_in(upload)
    revised = queries.revised_of(upload)
    return {
        "file": file_shape(upload),
        "text": upload.text,
        "facts": facts_shape(facts),
        "resume": resume_shape(revised, upload.resume_version) if revised else None,
    }
