"""The WIMD part of the API: the coach, files, facts, readings, the library."""

from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.ai.domain.wishes import Why
from mosaic.ai.sending import NotAnswered
from mosaic.facts import queries as fact_queries
from mosaic.facts import services as fact_services
from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.models import Fact
from mosaic.lib.problems import Invalid, NotFound, Problem
from mosaic.people.http import PersonViewSet
from mosaic.people.identity import spend
from wimd import corrections, hearing, queries, serializers, services
from wimd.domain.changing import Change
from wimd.domain.values import Unusable
from wimd.models import Turn, Upload
from wimd.sentences import refusal_of
from wimd.serializers import resumes
from wimd.words import NO_ROOM

MIB = 1024 * 1024


@extend_schema(tags=["wimd"])
class CoachViewSet(PersonViewSet):
    """Talking with the coach."""

    beginning = frozenset(("create", "start"))
    quiet = frozenset(("metrics",))
    serializer_class = serializers.WimdAnswer

    @extend_schema(request=serializers.WimdInput, responses=serializers.WimdAnswer)
    def create(self, request: Request) -> Response:
        """Say something; the answer fits where the person stands."""
        form = serializers.WimdInput(data=request.data)
        form.is_valid(raise_exception=True)
        spend("chat", str(self.person.pk))
        turn = services.say(
            self.person, text=form.validated_data["prompt"], client_id=form.validated_data.get("client_id")
        )
        return self._said(turn)

    @extend_schema(request=serializers.StartInput, responses=serializers.WimdAnswer)
    def start(self, request: Request) -> Response:
        """Open discovery, or go on with it, as a talk: one question at a time; no answer is ever wiped."""
        form = serializers.StartInput(data=request.data)
        form.is_valid(raise_exception=True)
        spend("chat", str(self.person.pk))
        return self._said(services.ask_on(self.person, flow=form.validated_data["flow"]))

    @extend_schema(responses=serializers.TurnList)
    def conversation(self, request: Request) -> Response:
        """Show what was said, the newest turn last."""
        turns = serializers.TurnShape(queries.turns_of(self.person), many=True).data
        return Response({"turns": turns, "next": None, "previous": None})

    def _said(self, turn: Turn) -> Response:
        return Response(
            {
                "session_id": self.access.echo,
                "result": serializers.result_shape(turn),
                "metrics": serializers.metrics_shape(self.person, timezone.now()),
            }
        )

    @extend_schema(responses=None)
    def metrics(self, request: Request) -> Response:
        """Show clarity, action and momentum with everything that earned a point."""
        return Response(serializers.metrics_detail(self.person, timezone.now()))


@extend_schema(tags=["wimd"])
class UploadViewSet(PersonViewSet):
    """Files."""

    beginning = frozenset(("create",))
    quiet = frozenset(("list", "retrieve"))
    parser_classes = (MultiPartParser,)
    serializer_class = serializers.FileShape

    @extend_schema(request=serializers.UploadInput, responses={201: serializers.UploadAnswer})
    def create(self, request: Request) -> Response:
        """Keep a file; it is read in the background."""
        file = request.FILES.get("file")
        if not isinstance(file, UploadedFile):
            raise Invalid("file", "required", _("Send a file in the field “file” of a multipart form."))
        spend("uploads", str(self.person.pk))
        upload = keep(self, file)
        return Response({"session_id": self.access.echo, "file": serializers.file_shape(upload)}, status=201)

    @extend_schema(responses=serializers.FileList)
    def list(self, request: Request) -> Response:
        """List the person's files, the latest first."""
        uploads = [serializers.file_shape(upload) for upload in queries.uploads_of(self.person)]
        return Response({"uploads": uploads, "next": None, "previous": None})

    @extend_schema(responses=serializers.FileDetail)
    def retrieve(self, request: Request, upload_id: UUID) -> Response:
        """Show a file, its text and what was found in it."""
        return Response(serializers.file_detail(self.person, upload_of(self, upload_id)))

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, upload_id: UUID) -> Response:
        """Delete a file and what rested on it alone."""
        services.remove_file(self.person, upload_of(self, upload_id))
        return Response(status=204)

    @extend_schema(request=None, responses=serializers.FileDetail)
    def read_again(self, request: Request, upload_id: UUID) -> Response:
        """Have a file read once more."""
        services.read_again(self.person, upload_of(self, upload_id))
        return self.retrieve(request, upload_id)

    @extend_schema(request=None, responses=serializers.FileDetail)
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

    serializer_class = serializers.FileDetail

    @extend_schema(request=resumes.CorrectionInput, responses=serializers.FileDetail)
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
        return Response(serializers.file_detail(self.person, upload))


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
        raise Invalid("file", "empty_file", _("This file is empty: it holds 0 bytes."))
    try:
        return services.add_file(view.person, file=file)
    except services.UnsupportedFile as error:
        detail = _(
            "This is not a kind of file that can be read here. PDF, DOCX, ODT, RTF, plain text, pictures, sound and film can."
        )
        raise Problem(415, "unsupported_file_type", detail) from error
    except services.QuotaExceeded as error:
        detail = _("Your files together would be more than fits. %(free)d MB are left; deleting a file makes room.") % {
            "free": error.free // MIB
        }
        raise Problem(413, "quota_exceeded", detail, free=error.free) from error
    except services.StorageFull as error:
        raise Problem(507, "storage_full", NO_ROOM) from error


@extend_schema(tags=["wimd"])
class FactViewSet(PersonViewSet):
    """What is known about the person."""

    serializer_class = serializers.FactShape

    @extend_schema(responses=serializers.FactList)
    def list(self, request: Request) -> Response:
        """List what is known, removed facts last."""
        facts = fact_queries.facts_of(self.person).exclude(status=Status.UNSUPPORTED)
        ordered = sorted(facts, key=lambda fact: fact.status == Status.REMOVED)
        return Response({"facts": serializers.facts_shape(ordered), "next": None, "previous": None})

    @extend_schema(request=serializers.FactInput, responses={201: serializers.FactShape})
    def create(self, request: Request) -> Response:
        """State something about oneself."""
        form = serializers.FactInput(data=request.data)
        form.is_valid(raise_exception=True)
        given = form.validated_data
        fact = fact_services.add(
            self.person,
            kind=FactKind(given["kind"]),
            label=given["label"],
            polarity=Polarity(given["polarity"]),
            lexicon_id=given.get("lexicon_id", ""),
        )
        return Response(serializers.fact_shape(fact), status=201)

    @extend_schema(request=serializers.FactChange, responses=serializers.FactShape)
    def partial_update(self, request: Request, fact_id: UUID) -> Response:
        """Confirm a fact, or give it other words."""
        form = serializers.FactChange(data=request.data)
        form.is_valid(raise_exception=True)
        fact = self._fact(fact_id)
        if "label" in form.validated_data:
            fact = fact_services.edit(self.person, fact, label=form.validated_data["label"])
        elif form.validated_data.get("status"):
            fact = fact_services.confirm(self.person, fact)
        return Response(serializers.fact_shape(fact))

    @extend_schema(responses=serializers.FactShape)
    def destroy(self, request: Request, fact_id: UUID) -> Response:
        """Take a fact out of everything that follows; it can be restored."""
        return Response(serializers.fact_shape(fact_services.remove(self.person, self._fact(fact_id))))

    @extend_schema(request=None, responses=serializers.FactShape)
    def restore(self, request: Request, fact_id: UUID) -> Response:
        """Bring a removed fact back."""
        return Response(serializers.fact_shape(fact_services.restore(self.person, self._fact(fact_id))))

    def _fact(self, fact_id: UUID) -> Fact:
        fact = fact_queries.facts_of(self.person).filter(pk=fact_id).first()
        if fact is None:
            raise NotFound("fact_not_found", _("There is no such fact."))
        return fact


@require_safe
def active_prompts(request: HttpRequest) -> JsonResponse:
    """Say which version of the library is in use."""
    active = queries.active_prompts()
    shape = (
        {"active": active.sha256, "count": active.count, "tags": active.tags}
        if active
        else {"active": None, "count": 0, "tags": {}}
    )
    return JsonResponse(shape)


@require_safe
def prompt_set(request: HttpRequest, sha256: str) -> JsonResponse:
    """Show a version of the library to staff."""
    if not request.user.is_staff:
        raise Problem(403, "staff_only", _("This is open to staff."))
    rows = queries.rows_of(sha256)
    if not rows:
        raise NotFound("prompts_not_found", _("There is no such version."))
    return JsonResponse({"sha256": sha256, "rows": rows})
