"""Addresses of the coach, the files and the delta: pages and API."""

from django.urls import URLPattern, URLResolver, include, path

from mosaic.lib.routes import api, page_or_call
from mosaic.lib.unchanged import polled
from mosaic.lib.uploads import takes_file
from wimd import views, viewsets
from wimd.viewsets import (
    AgendaViewSet,
    CheckInViewSet,
    CoachViewSet,
    DeltaViewSet,
    FactViewSet,
    FeedbackViewSet,
    ReadResumeViewSet,
    StreamViewSet,
    TargetViewSet,
    UploadViewSet,
)

feedback = FeedbackViewSet.as_view({"get": "retrieve", "put": "update", "delete": "destroy"})

pages: list[URLPattern | URLResolver] = [
    path("coach/", views.coach, name="coach"),
    path("coach/readings/", views.readings, name="readings"),
    path("coach/check-in/", views.check_in, name="check-in"),
    path("coach/check-in/remove/", views.remove_check_in, name="remove-check-in"),
    path("coach/questions/", views.ask_on, name="questions"),
    path("coach/turns/<uuid:turn_id>/stream", views.stream, name="stream"),
    path("coach/turns/<uuid:turn_id>/stop", views.stop, name="stop"),
    path("coach/files/", views.files, name="files"),
    path("coach/files/<uuid:upload_id>/", views.file, name="file"),
    path("coach/files/<uuid:upload_id>/resume/", views.correct, name="correct"),
    path("coach/files/<uuid:upload_id>/remove/", views.remove_file, name="remove-file"),
    path("coach/files/<uuid:upload_id>/read-again/", views.read_again, name="read-again"),
    path("coach/files/<uuid:upload_id>/write-down/", views.have_written_down, name="write-down"),
    path("delta/short-form/", views.short_form, name="short-form"),
    path("delta/facts/", views.facts, name="facts"),
    path("delta/facts/add/", views.add_fact, name="fact-add"),
    path("delta/facts/<uuid:fact_id>/", views.fact, name="fact-edit"),
    *(
        path(f"delta/facts/<uuid:fact_id>/{action}/", views.change_fact, {"action": action}, name=f"fact-{action}")
        for action in ("confirm", "remove", "restore")
    ),
    path("delta/facts/<uuid:fact_id>/rename/", views.rename_fact, name="fact-rename"),
    path("delta/facts/<uuid:fact_id>/merge/", views.merge_fact, name="fact-merge"),
    path("delta/facts/<uuid:fact_id>/split/", views.split_fact, name="fact-split"),
    path("delta/", views.delta, name="delta"),
    path("delta/compare/", views.compare, name="delta-compare"),
    path("delta/target/", views.target, name="delta-target"),
    path("delta/skills/", views.bridge, name="delta-skills"),
    path("delta/test/", views.test, name="delta-test"),
    path("delta/tell/", views.tell, name="delta-tell"),
    path("delta/fact/", views.judge, name="delta-fact"),
]

upload = polled(UploadViewSet.as_view({"get": "retrieve", "delete": "destroy"}))
checkins = CheckInViewSet.as_view({"get": "list", "post": "create", "patch": "partial_update", "delete": "destroy"})
fact = FactViewSet.as_view({"get": "retrieve", "patch": "partial_update", "delete": "destroy"})

target = TargetViewSet.as_view({"get": "retrieve", "put": "update", "delete": "destroy"})

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((pages, "wimd"))),
    api("wimd", CoachViewSet.as_view({"post": "create"}), "wimd"),
    api("wimd/stream", StreamViewSet.as_view({"post": "create"}), "wimd-stream"),
    api("wimd/stream/<uuid:turn_id>", StreamViewSet.as_view({"get": "retrieve"}), "wimd-stream-turn"),
    api("wimd/stream/<uuid:turn_id>/stop", CoachViewSet.as_view({"post": "stop"}), "wimd-stream-stop"),
    api("wimd/start-ps101", CoachViewSet.as_view({"post": "start"}), "wimd-start-ps101"),
    api("wimd/conversation", CoachViewSet.as_view({"get": "conversation"}), "wimd-conversation"),
    api("wimd/metrics", CoachViewSet.as_view({"get": "metrics"}), "wimd-metrics"),
    api("wimd/checkins", checkins, "checkin-list"),
    # Said of all of Mosaic, so it stands in no part of it.
    path("feedback/", page_or_call(views.feedback, feedback), name="feedback"),
    path("feedback/take-back/", views.take_feedback_back, name="take-feedback-back"),
    api("feedback", feedback, "feedback-own"),
    api("wimd/upload", takes_file(UploadViewSet.as_view({"post": "create"})), "wimd-upload"),
    api("wimd/uploads", polled(UploadViewSet.as_view({"get": "list"})), "upload-list"),
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
    api("wimd/agenda", AgendaViewSet.as_view({"get": "retrieve", "patch": "partial_update"}), "wimd-agenda"),
    api("wimd/facts", FactViewSet.as_view({"get": "list", "post": "create"}), "fact-list"),
    api("wimd/facts/suggestions", FactViewSet.as_view({"get": "suggestions"}), "fact-suggestions"),
    api("wimd/facts/<uuid:fact_id>", fact, "fact-detail"),
    api("wimd/facts/<uuid:fact_id>/restore", FactViewSet.as_view({"post": "restore"}), "fact-restore"),
    api("wimd/facts/<uuid:fact_id>/merge", FactViewSet.as_view({"post": "merge"}), "fact-merge"),
    api("wimd/facts/<uuid:fact_id>/split", FactViewSet.as_view({"post": "split"}), "fact-split"),
    api("wimd/analysis", DeltaViewSet.as_view({"get": "retrieve"}), "wimd-analysis"),
    api("wimd/analysis/experiments", DeltaViewSet.as_view({"post": "take"}), "wimd-analysis-experiments"),
    api("wimd/analysis/experiments/<slug:dimension>", DeltaViewSet.as_view({"delete": "leave"}), "wimd-analysis-leave"),
    api("wimd/target", target, "wimd-target"),
    api("wimd/target/skills/<slug:skill>", TargetViewSet.as_view({"put": "bridge"}), "wimd-target-skill"),
    api("prompts/active", viewsets.active_prompts, "prompts-active"),
    api("prompts/<slug:sha256>", viewsets.prompt_set, "prompts"),
]
