"""The service's own part of the API: health, version, what is switched on."""

import hmac
import ipaddress
from functools import partial

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest, multiprocess
from rest_framework import serializers
from rest_framework.decorators import api_view, authentication_classes
from rest_framework.request import Request
from rest_framework.response import Response

from mosaic import applying, health, watch
from mosaic.journal.queries import open_reminders_of
from mosaic.lib.lane import outside_lane
from mosaic.lib.problems import NotFound, Problem, answer
from mosaic.lib.version import SCHEMA, built_at, commit
from mosaic.people.http import PersonViewSet
from mosaic.schema import OPENAPI
from opportunity_bridge.models import Application
from opportunity_bridge.serializers import ApplicationShape, application_shape

ANYBODY = authentication_classes([])
documented = partial(extend_schema, tags=["service"], request=None, responses=OpenApiTypes.OBJECT)


@outside_lane
@documented()
@api_view(["GET"])
@ANYBODY
def health_all(request: Request) -> Response:
    """Every part asked for real, and what is out of bounds."""
    checks = health.checks()
    ok = all(check["ok"] for check in checks.values())
    alerts = (
        [{"name": alert.name, "reading": alert.reading} for alert in watch.open_alerts()]
        if checks["migrations"]["ok"]
        else []
    )
    return Response({"ok": ok, "checks": checks, "alerts": alerts}, status=200 if ok else 503)


@outside_lane
@documented()
@api_view(["GET"])
@ANYBODY
def health_live(request: Request) -> Response:
    """Whether this process answers at all."""
    return Response({"ok": True})


@outside_lane
@documented()
@api_view(["GET"])
@ANYBODY
def health_ready(request: Request) -> Response:
    """Whether this process can read and write."""
    ready = health.is_ready()
    return Response({"ok": ready}, status=200 if ready else 503)


@documented()
@api_view(["GET"])
@ANYBODY
def version(request: Request) -> Response:
    """What runs here."""
    return Response({"commit": commit(), "built_at": built_at(), "schema_version": SCHEMA})


@documented()
@api_view(["GET"])
@ANYBODY
def config(request: Request) -> Response:
    """What a client needs to know before it asks for anything."""
    limits = {
        "prompt_chars": settings.PROMPT_LIMIT,
        "answer_chars": settings.ANSWER_LIMIT,
        "document_bytes": settings.DOCUMENT_LIMIT,
        "media_bytes": settings.MEDIA_LIMIT,
        "person_bytes": settings.PERSON_LIMIT,
        "data_days": settings.DATA_DAYS,
        "rates": settings.RATES,
    }
    base = f"{request.scheme}://{request.get_host()}"
    return Response({"apiBase": base, "schemaVersion": SCHEMA, "limits": limits, "features": settings.FEATURES})


@require_safe
def openapi(request: HttpRequest) -> FileResponse:
    """The schema, written to a file at build: generating it is not safe in several threads."""
    return FileResponse(OPENAPI.open("rb"), content_type="application/vnd.oai.openapi+json")


@require_safe
@outside_lane
def metrics(request: HttpRequest) -> HttpResponseBase:
    """Prometheus text, for the holder of the token or for this machine."""
    if not _may_read_metrics(request):
        return answer(Problem(403, "forbidden", _("Metrics are open to their token and to this machine.")), request)
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]  # the library has no types here
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


class ApplyInput(serializers.Serializer[object]):
    """Which posting, with which version of which résumé, and what to remember."""

    job_id = serializers.CharField(max_length=64)
    notes = serializers.CharField(required=False, allow_blank=True, max_length=5000)
    resume_version_id = serializers.CharField(required=False, allow_blank=True, allow_null=True, max_length=64)


class ApplyAnswer(serializers.Serializer[object]):
    """The logged application."""

    job = serializers.DictField()
    status = serializers.ChoiceField(choices=["applied"])
    application = ApplicationShape()


@extend_schema(tags=["opportunity bridge"])
class ApplyViewSet(PersonViewSet):
    """Applying with a résumé."""

    serializer_class = ApplyAnswer

    @extend_schema(request=ApplyInput, responses=ApplyAnswer)
    def create(self, request: Request) -> Response:
        """Log an application; freezes the posting and the version, sends nothing."""
        form = ApplyInput(data=request.data)
        form.is_valid(raise_exception=True)
        given = form.validated_data
        application = self._apply(given["job_id"], given.get("notes", ""), given.get("resume_version_id") or "")
        reminder = open_reminders_of(self.person).filter(subject_id=application.pk).first()
        shape = application_shape(application, application.events.all(), reminder)
        return Response({"job": job_named(application), "status": "applied", "application": shape})

    def _apply(self, job_id: str, notes: str, version_id: str) -> Application:
        try:
            return applying.apply(self.person, job_id=job_id, notes=notes, version_id=version_id)
        except applying.UnknownJob as error:
            raise NotFound("job_not_found", _("There is no such posting.")) from error
        except applying.UnknownVersion as error:
            raise NotFound("version_not_found", _("There is no such résumé version.")) from error


def job_named(application: Application) -> dict[str, object]:
    """Return the posting of an application by what it was called when it was frozen."""
    posting = application.posting if isinstance(application.posting, dict) else {}
    named = {name: posting.get(name, "") for name in ("role", "company", "location")}
    return {"job_id": str(application.job_id), **named, "sample": bool(posting.get("sample"))}


def _may_read_metrics(request: HttpRequest) -> bool:
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if settings.METRICS_TOKEN and hmac.compare_digest(given.encode(), settings.METRICS_TOKEN.encode()):
        return True
    forwarded = any(request.headers.get(name) for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP"))
    here = ipaddress.ip_address(request.META.get("REMOTE_ADDR") or "192.0.2.1")
    return here.is_loopback and not forwarded
