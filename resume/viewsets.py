"""The résumé part of the API."""

from typing import cast
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic.lib.pdf import MissingGlyphs, Paper, paper_for
from mosaic.lib.problems import Invalid, NotFound
from mosaic.people.http import PersonViewSet
from mosaic.people.identity import spend
from resume import corrections, queries, serializers, services
from resume.domain.compare import compare
from resume.domain.document import NotAResume
from resume.domain.posting import Posting
from resume.http import missing_glyphs, not_a_resume, not_ready, nothing_to_go_by, uuid_of
from resume.models import Version
from resume.rendering.files import Format
from wimd.models import Upload
from wimd.queries import uploads_of

PAGE = 50
FORMATS = [one.value for one in Format]
PAPERS = [one.value for one in Paper]


@extend_schema(tags=["resume"])
class ResumeViewSet(PersonViewSet):
    """Writing a résumé, and making it for a posting."""

    beginning = frozenset(("rewrite",))
    serializer_class = serializers.VersionMade

    @extend_schema(request=serializers.RewriteInput, responses={201: serializers.VersionMade})
    def rewrite(self, request: Request) -> Response:
        """Write a résumé from a file, a text or what is known; with a job, one for that posting."""
        form = serializers.RewriteInput(data=request.data)
        form.is_valid(raise_exception=True)
        given = cast(dict[str, str | None], form.validated_data)
        posting = self._posting(given["job_id"]) if given.get("job_id") else None
        upload = self._upload(given)
        name = given.get("version_name") or ""
        text = given.get("source_resume") or ""
        try:
            version = services.make_canonical(self.person, upload=upload, text=text, name="" if posting else name)
        except services.NotReadYet as error:
            raise not_ready() from error
        except services.NothingToGoBy as error:
            raise nothing_to_go_by() from error
        if posting is None:
            return self._made(version)
        return self._customized(posting, version, (), name)

    @extend_schema(request=serializers.CustomizeInput, responses={201: serializers.VersionMade})
    def customize(self, request: Request) -> Response:
        """Make a version for a posting out of a version, a text or the latest résumé."""
        form = serializers.CustomizeInput(data=request.data)
        form.is_valid(raise_exception=True)
        given = form.validated_data
        posting = self._posting(given["job_id"])
        base = None
        if given.get("version_id"):
            base = version_or_404(self, given["version_id"])
        elif (given.get("resume") or "").strip():
            base = services.make_canonical(self.person, text=given["resume"])
        return self._customized(posting, base, given.get("highlight_skills", ()), given.get("version_name") or "")

    def _customized(self, posting: Posting, base: Version | None, highlight: tuple[str, ...], name: str) -> Response:
        try:
            made = services.customize(self.person, job=posting, base=base, highlight=highlight, name=name)
        except services.NothingToGoBy as error:
            raise nothing_to_go_by() from error
        return self._made(made.version, made.not_evidenced)

    def _made(self, version: Version, not_evidenced: tuple[str, ...] = ()) -> Response:
        shape = serializers.version_shape(self.person, version)
        more = {"session_id": self.access.echo, "not_evidenced": list(not_evidenced)}
        return Response(shape | more, status=201)

    def _posting(self, job_id: str | None) -> Posting:
        posting = queries.posting_for(self.person, uuid_of(job_id))
        if posting is None:
            raise NotFound("job_not_found", _("There is no such posting."))
        return posting

    def _upload(self, given: dict[str, str | None]) -> Upload | None:
        """Return the named file, or the latest résumé when neither a file nor a text is named."""
        if given.get("upload_id"):
            upload = uploads_of(self.person).filter(pk=uuid_of(given["upload_id"])).first()
            if upload is None:
                raise NotFound("upload_not_found", _("There is no such file."))
            return upload
        if (given.get("source_resume") or "").strip():
            return None
        return next(iter(queries.readable_uploads_of(self.person)), None)


@extend_schema(tags=["resume"])
class VersionViewSet(PersonViewSet):
    """The versions of a person's résumés."""

    quiet = frozenset(("list", "retrieve"))
    serializer_class = serializers.VersionShape

    @extend_schema(parameters=[OpenApiParameter("before", OpenApiTypes.DATETIME)], responses=serializers.VersionList)
    def list(self, request: Request) -> Response:
        """List versions, the latest first; `next` leads to earlier ones."""
        page, following = queries.page_of(self.person, request.query_params.get("before", ""), PAGE)
        marked = queries.holding_removed(self.person, page)
        lines = [serializers.version_line(one, contains_removed=one.pk in marked) for one in page]
        address = request.build_absolute_uri(request.path)
        following_address = f"{address}?before={following}" if following else None
        return Response({"versions": lines, "next": following_address, "previous": None})

    @extend_schema(responses=serializers.VersionShape)
    def retrieve(self, request: Request, version_id: UUID) -> Response:
        """Show a version."""
        return Response(serializers.version_shape(self.person, version_or_404(self, version_id)))

    @extend_schema(request=serializers.EditInput, responses=serializers.VersionShape)
    def partial_update(self, request: Request, version_id: UUID) -> Response:
        """Make a new version out of an edited document or text, or under another name."""
        form = serializers.EditInput(data=request.data)
        form.is_valid(raise_exception=True)
        given = form.validated_data
        version = version_or_404(self, version_id)
        try:
            edited = corrections.edit(
                self.person,
                version,
                document=given.get("document"),
                text=given.get("resume", ""),
                name=given.get("version_name", ""),
            )
        except NotAResume as error:
            raise not_a_resume(error) from error
        except corrections.NothingChanged:
            edited = version
        return Response(serializers.version_shape(self.person, edited))

    @extend_schema(request=None, responses={201: serializers.VersionShape})
    def restore(self, request: Request, version_id: UUID) -> Response:
        """Make an earlier version the latest one."""
        try:
            restored = corrections.restore(self.person, version_or_404(self, version_id))
        except services.NothingToGoBy as error:
            raise nothing_to_go_by() from error
        return Response(serializers.version_shape(self.person, restored), status=201)

    @extend_schema(request=None, responses={201: serializers.VersionShape})
    def undo(self, request: Request, version_id: UUID, change_id: str) -> Response:
        """Make a version without one of the changes."""
        try:
            left = corrections.undo(self.person, version_or_404(self, version_id), change_id=change_id)
        except corrections.UnknownChange as error:
            raise NotFound("change_not_found", _("There is no such change in this version.")) from error
        except services.NothingToGoBy as error:
            raise nothing_to_go_by() from error
        return Response(serializers.version_shape(self.person, left), status=201)

    @extend_schema(
        parameters=[
            OpenApiParameter("from", OpenApiTypes.UUID, required=True),
            OpenApiParameter("to", OpenApiTypes.UUID, required=True),
        ],
        responses=serializers.Comparison,
    )
    def compare(self, request: Request) -> Response:
        """Show what differs between two versions, word by word."""
        old = version_or_404(self, request.query_params.get("from", ""))
        new = version_or_404(self, request.query_params.get("to", ""))
        marked = queries.holding_removed(self.person, [old, new])
        document = queries.sourced(new).document
        found = compare(queries.sourced(old).document, document)
        return Response(
            {
                "from": serializers.version_line(old, contains_removed=old.pk in marked),
                "to": serializers.version_line(new, contains_removed=new.pk in marked),
                "differences": [serializers.difference_shape(document, one) for one in found],
            }
        )

    @extend_schema(
        parameters=[
            OpenApiParameter("format", enum=FORMATS, required=True),
            OpenApiParameter("paper", enum=PAPERS),
        ],
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY},
    )
    def export(self, request: Request, version_id: UUID) -> HttpResponse:
        """Download a version as a file."""
        version = version_or_404(self, version_id)
        named, sized = request.query_params.get("format", ""), request.query_params.get("paper", "")
        if named not in FORMATS:
            raise Invalid("format", "unknown_format", _("A résumé comes as pdf, docx, md, txt or json."))
        if sized and sized not in PAPERS:
            raise Invalid("paper", "unknown_paper", _("The paper is a4 or letter."))
        paper = Paper(sized) if sized else paper_for(self.person.region)
        spend("exports", str(self.person.pk))
        try:
            made = services.export(self.person, version, file_format=Format(named), paper=paper)
        except MissingGlyphs as error:
            raise missing_glyphs(error) from error
        return HttpResponse(
            made.content, content_type=made.content_type, headers={"Content-Disposition": made.disposition}
        )


def version_or_404(view: PersonViewSet, version_id: UUID | str) -> Version:
    """Return a version of the person who asks, or raise the problem that says there is none."""
    pk = version_id if isinstance(version_id, UUID) else uuid_of(version_id)
    version = queries.versions_of(view.person).filter(pk=pk).first()
    if version is None:
        raise NotFound("version_not_found", _("There is no such version."))
    return version
