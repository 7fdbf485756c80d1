"""Addresses of the coach and the files: pages and API."""

from django.urls import URLPattern, URLResolver, include, path

from mosaic.lib.routes import api
from wimd import views, viewsets
from wimd.viewsets import CoachViewSet, FactViewSet, ReadResumeViewSet, StreamViewSet, UploadViewSet

pages: list[URLPattern | URLResolver] = [
    path("coach/", views.coach, name="coach"),
    path("coach/questions/", views.ask_on, name="questions"),
    path("coach/turns/<uuid:turn_id>/stream", views.stream, name="stream"),
    path("coach/turns/<uuid:turn_id>/stop", views.stop, name="stop"),
    path("coach/files/", views.files, name="files"),
    path("coach/files/<uuid:upload_id>/", views.file, name="file"),
    path("coach/files/<uuid:upload_id>/resume/", views.correct, name="correct"),
    path("coach/files/<uuid:upload_id>/remove/", views.remove_file, name="remove-file"),
    path("coach/files/<uuid:upload_id>/read-again/", views.read_again, name="read-again"),
    path("coach/files/<uuid:upload_id>/write-down/", views.have_written_down, name="write-down"),
]

upload = UploadViewSet.as_view({"get": "retrieve", "delete": "destroy"})
fact = FactViewSet.as_view({"patch": "partial_update", "delete": "destroy"})

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((pages, "wimd"))),
    api("wimd", CoachViewSet.as_view({"post": "create"}), "wimd"),
    api("wimd/stream", StreamViewSet.as_view({"post": "create"}), "wimd-stream"),
    api("wimd/stream/<uuid:turn_id>", StreamViewSet.as_view({"get": "retrieve"}), "wimd-stream-turn"),
    api("wimd/stream/<uuid:turn_id>/stop", CoachViewSet.as_view({"post": "stop"}), "wimd-stream-stop"),
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
    api("prompts/active", viewsets.active_prompts, "prompts-active"),
    api("prompts/<slug:sha256>", viewsets.prompt_set, "prompts"),
]
