"""Addresses of the coach, the files and the delta: pages and API."""

from django.urls import URLPattern, URLResolver, include, path

from mosaic.lib.routes import api
from wimd import views, viewsets
from wimd.viewsets import (
    CoachViewSet,
    DeltaViewSet,
    FactViewSet,
    ReadResumeViewSet,
    TargetViewSet,
    UploadViewSet,
)

pages: list[URLPattern | URLResolver] = [
    path("coach/", views.coach, name="coach"),
    path("coach/questions/", views.ask_on, name="questions"),
    path("coach/files/", views.files, name="files"),
    path("coach/files/<uuid:upload_id>/", views.file, name="file"),
    path("coach/files/<uuid:upload_id>/resume/", views.correct, name="correct"),
    path("coach/files/<uuid:upload_id>/remove/", views.remove_file, name="remove-file"),
    path("coach/files/<uuid:upload_id>/read-again/", views.read_again, name="read-again"),
    path("coach/files/<uuid:upload_id>/write-down/", views.have_written_down, name="write-down"),
    path("delta/", views.delta, name="delta"),
    path("delta/compare/", views.compare, name="delta-compare"),
    path("delta/target/", views.target, name="delta-target"),
    path("delta/skills/", views.bridge, name="delta-skills"),
    path("delta/test/", views.test, name="delta-test"),
    path("delta/tell/", views.tell, name="delta-tell"),
    path("delta/fact/", views.judge, name="delta-fact"),
]

upload = UploadViewSet.as_view({"get": "retrieve", "delete": "destroy"})
fact = FactViewSet.as_view({"patch": "partial_update", "delete": "destroy"})

target = TargetViewSet.as_view({"get": "retrieve", "put": "update", "delete": "destroy"})

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((pages, "wimd"))),
    api("wimd", CoachViewSet.as_view({"post": "create"}), "wimd"),
    api("wimd/start-ps101", CoachViewSet.as_view({"post": "start"}), "wimd-start-ps101"),
    api("wimd/conversation", CoachViewSet.as_view({"get": "conversation"}), "wimd-conversation"),
    api("wimd/metrics", CoachViewSet.as_view({"get": "metrics"}), "wimd-metrics"),
    api("wimd/upload", UploadViewSet.as_view({"post": "create"}), "wimd-upload"),
    api("wimd/uploads", UploadViewSet.as_view({"get": "list"}), "upload-list"),
    api("wimd/uploads/<uuid:upload_id>", upload, "upload-detail"),
    api(
        "wimd/uploads/<uuid:upload_id>/resume",
        ReadResumeViewSet.as_view({"patch": "partial_update"}),
        "upload-resume",
    ),
    api(
        "wimd/uploads/<uuid:upload_id>/read-again",
        UploadViewSet.as_view({"post": "read_again"}),
        "upload-read-again",
    ),
    api(
        "wimd/uploads/<uuid:upload_id>/transcribe",
        UploadViewSet.as_view({"post": "transcribe"}),
        "upload-transcribe",
    ),
    api("wimd/facts", FactViewSet.as_view({"get": "list", "post": "create"}), "fact-list"),
    api("wimd/facts/<uuid:fact_id>", fact, "fact-detail"),
    api("wimd/facts/<uuid:fact_id>/restore", FactViewSet.as_view({"post": "restore"}), "fact-restore"),
    api("wimd/analysis", DeltaViewSet.as_view({"get": "retrieve"}), "wimd-analysis"),
    api("wimd/analysis/experiments", DeltaViewSet.as_view({"post": "take"}), "wimd-analysis-experiments"),
    api("wimd/analysis/experiments/<slug:dimension>", DeltaViewSet.as_view({"delete": "leave"}), "wimd-analysis-leave"),
    api("wimd/target", target, "wimd-target"),
    api("wimd/target/skills/<slug:skill>", TargetViewSet.as_view({"put": "bridge"}), "wimd-target-skill"),
    api("prompts/active", viewsets.active_prompts, "prompts-active"),
    api("prompts/<slug:sha256>", viewsets.prompt_set, "prompts"),
]
