"""Files and what was read in them, as API."""

from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.ai.domain.wishes import Why
from mosaic.ai.sending import NotAnswered
from mosaic.lib.problems import Invalid, NotFound, Problem
from mosaic.people.http import PersonViewSet
from mosaic.people.identity import spend
from wimd import corrections, hearing, queries, services
from wimd.domain.changing import Change
from wimd.domain.values import Unusable
from wimd.models import Upload
from wimd.sentences import refusal_of
from wimd.serializers import resumes
from wimd.serializers.files import (
    FileDetail,
    FileList,
    FileShape,
    UploadAnswer,
    UploadInput,
    file_detail,
    file_name_shape,
    file_shape,
)
from wimd.words import NO_ROOM
from wimd.words import files as words


@extend_schema(tags=["wimd"])
class UploadViewSet(PersonViewSet):
    """Files."""

    beginning = frozenset(("create",))
    quiet = frozenset(("list", "retrieve"))
    parser_classes = (MultiPartParser,)
    serializer_class = FileShape

    @extend_schema(request=UploadInput, responses={201: UploadAnswer})
    def create(self, request: Request) -> Response:
        """Keep a file; it is read in the background."""
        file, *more = request.FILES.getlist("file") or [None]
        if not isinstance(file, UploadedFile):
            raise Invalid("file", "required", _("Send a file in the field “file” of a multipart form."))
        if more:
            raise Invalid("file", "one_at_a_time", _("One request takes one file. Send each in a request of its own."))
        spend("uploads", str(self.person.pk))
        upload = keep(self, file)
        return Response({"session_id": self.access.echo, "file": file_shape(upload)}, status=201)

    @extend_schema(responses=FileList)
    def list(self, request: Request) -> Response:
        """List the person's files, the latest first."""
        uploads = [file_shape(upload) for upload in queries.uploads_of(self.person)]
        return Response({"uploads": uploads, "next": None, "previous": None})

    @extend_schema(responses=FileDetail)
    def retrieve(self, request: Request, upload_id: UUID) -> Response:
        """Show a file, its text and what was found in it."""
        return Response(file_detail(self.person, upload_of(self, upload_id)))

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, upload_id: UUID) -> Response:
        """Delete a file and what rested on it alone."""
        services.remove_file(self.person, upload_of(self, upload_id))
        return Response(status=204)

    @extend_schema(request=None, responses=FileDetail)
    def read_again(self, request: Request, upload_id: UUID) -> Response:
        """Have a file read once more."""
        services.read_again(self.person, upload_of(self, upload_id))
        return self.retrieve(request, upload_id)

    @extend_schema(request=None, responses=FileDetail)
    def transcribe(self, request: Request, upload_id: UUID) -> Response:
        """Let a provider hear this one recording, as it is: the yes to it is the call itself."""
        upload = upload_of(self, upload_id)
        if not hearing.is_recording(upload):
            raise Problem(409, "no_recording", _("This file is neither sound nor film."))
        try:
            services.have_written_down(self.person, upload)
        except NotAnswered as none:
            raise _nobody_listens(none) from none
        return self.retrieve(request, upload_id)


def _nobody_listens(none: NotAnswered) -> Problem:
    if none.why is Why.OFF:
        return Problem(
            409, "ai_mode_off", _("Your AI mode is off, so nothing is sent. You can change it under your data.")
        )
    return Problem(503, "ai_unavailable", _("No transcription provider is set up here. The file is kept."))


@extend_schema(tags=["wimd"])
class ReadResumeViewSet(PersonViewSet):
    """What was read in a résumé."""

    serializer_class = FileDetail

    @extend_schema(request=resumes.CorrectionInput, responses=FileDetail)
    def partial_update(self, request: Request, upload_id: UUID) -> Response:
        """Correct what was read, all or none; null brings back what was read."""
        upload = upload_of(self, upload_id)
        form = resumes.CorrectionInput(data=request.data)
        form.is_valid(raise_exception=True)
        changes = [Change(one["path"], one["value"]) for one in form.validated_data["changes"]]
        try:
            upload = corrections.correct(self.person, upload, version=form.validated_data["version"], changes=changes)
        except corrections.NoResume as error:
            raise Problem(409, "no_resume", _("No résumé was recognised in this file.")) from error
        except corrections.LostUpdate as error:
            raise lost_update(error.current) from error
        except Unusable as error:
            raise Invalid(error.path, error.why, refusal_of(error.why)) from error
        return Response(file_detail(self.person, upload))


def upload_of(view: PersonViewSet, upload_id: UUID) -> Upload:
    """Return a file of a view's person. Raises NotFound."""
    upload = queries.uploads_of(view.person).filter(pk=upload_id).first()
    if upload is None:
        raise NotFound("upload_not_found", _("There is no such file."))
    return upload


def lost_update(current: Upload) -> Problem:
    """Return the answer to corrections of something that was corrected in between; what stands comes along."""
    revised = queries.revised_of(current)
    detail = _("This was changed in the meantime, perhaps in another window. Nothing of it was replaced.")
    shape = resumes.resume_shape(revised, current.resume_version) if revised else None
    return Problem(409, "lost_update", detail, current=shape)


def keep(view: PersonViewSet, file: "UploadedFile[bytes]") -> Upload:
    """Keep a file for a view's person. Raises Problem."""
    if file.size == 0:
        raise Invalid("file", "empty_file", words.empty_file())
    try:
        return services.add_file(view.person, file=file).upload
    except services.UnsupportedFile as error:
        raise Problem(415, "unsupported_file_type", words.unreadable()) from error
    except services.QuotaExceeded as error:
        raise _too_full(view, error.free) from error
    except services.StorageFull as error:
        raise Problem(507, "storage_full", NO_ROOM) from error


def _too_full(view: PersonViewSet, free: int) -> Problem:
    """Return the answer to a file that does not fit any more, with those whose removal makes most room."""
    limit = settings.PERSON_LIMIT
    largest = [file_name_shape(upload) for upload in queries.largest_of(view.person)]
    return Problem(413, "quota_exceeded", words.too_full(limit, free), limit=limit, free=free, largest=largest)
