"""The session part of the API: begin, look, stay, leave nothing behind."""

from pathlib import Path

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import StreamingHttpResponse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.problems import Invalid, Problem
from mosaic.people import holdings, serializers, services
from mosaic.people.archive import reading
from mosaic.people.archive.download import download
from mosaic.people.domain.archive import Refused
from mosaic.people.http import PersonViewSet
from mosaic.people.identity import spend
from mosaic.people.words import NOT_EMPTY, refusal_words


@extend_schema(tags=["session"])
class SessionViewSet(PersonViewSet):
    """The session itself. It has no id in its address: the token names it."""

    beginning = frozenset(("create",))
    quiet = frozenset(("retrieve",))
    serializer_class = serializers.SessionSummary

    @extend_schema(request=None, responses={201: serializers.SessionStarted})
    def create(self, request: Request) -> Response:
        """Start a session, or name the one in use."""
        return Response(
            {"session_id": self.access.echo, "user_id": str(self.person.pk), "expires_at": self.person.expires_at},
            status=201,
        )

    @extend_schema(responses=serializers.SessionSummary)
    def retrieve(self, request: Request) -> Response:
        """Say what is here and until when."""
        return Response(serializers.SessionSummary(holdings.summary_of(self.person)).data)

    @extend_schema(request=None, responses=serializers.SessionSummary)
    def extend(self, request: Request) -> Response:
        """Start the 30 days again."""
        services.renew(self.person, at_once=True)
        return self.retrieve(request)

    @extend_schema(request=serializers.PlaceChange, responses=serializers.SessionSummary)
    def partial_update(self, request: Request) -> Response:
        """Change time zone, region or language."""
        form = serializers.PlaceChange(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        services.set_place(self.person, **form.validated_data)
        return self.retrieve(request)

    @extend_schema(responses=serializers.ErasureReceipt)
    def destroy(self, request: Request) -> Response:
        """Erase everything of this person now."""
        receipt = services.erase(self.person)
        data = {"erased_at": receipt.erased_at, "rows": receipt.rows, "files": receipt.files}
        return Response(data, headers={"Clear-Site-Data": '"cache", "cookies", "storage"'})


class ZipRenderer(BaseRenderer):
    """Lets a program ask for a ZIP by name; the archive itself is never rendered."""

    media_type = "application/zip"
    format = "zip"


@extend_schema(tags=["session"])
class ArchiveViewSet(PersonViewSet):
    """Taking everything along, and bringing it back."""

    beginning = frozenset(("take_in",))
    parser_classes = (MultiPartParser,)
    renderer_classes = (JSONRenderer, ZipRenderer)
    serializer_class = serializers.Imported

    @extend_schema(responses={(200, "application/zip"): OpenApiTypes.BINARY})
    def export(self, request: Request) -> StreamingHttpResponse:
        """Download everything of this person: `mosaic.json`, every file, every résumé version, `summary.html`."""
        spend("exports", str(self.person.pk))
        return download(self.person)

    @extend_schema(request=serializers.ArchiveInput, responses={201: serializers.Imported})
    def take_in(self, request: Request) -> Response:
        """Take in an exported archive. Only for a person with nothing here yet; a session is started if there is none."""
        file = request.FILES.get("file")
        if not isinstance(file, TemporaryUploadedFile):
            raise Invalid("file", "required", _("Send a file in the field “file” of a multipart form."))
        spend("uploads", str(self.person.pk))
        taken = _taken_in(self, Path(file.temporary_file_path()))
        answer: dict[str, object] = {
            "session_id": self.access.echo,
            "user_id": self.person.pk,
            "rows": taken.rows,
            "files": taken.files,
        }
        return Response(serializers.Imported(answer).data, status=201)


def _taken_in(view: ArchiveViewSet, path: Path) -> reading.TakenIn:
    """Take in an archive for a view's person. Raises Problem."""
    try:
        return reading.take_in(view.person, path)
    except reading.NotEmpty as error:
        raise Problem(409, "not_empty", NOT_EMPTY) from error
    except Refused as refused:
        words = refusal_words(refused)
        found = {"field": "file", "code": refused.why.value, "message": words}
        raise Problem(422, "archive_refused", words, errors=[found]) from refused
