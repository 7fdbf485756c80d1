"""Addresses of the résumé: pages and API."""

from django.urls import URLPattern, URLResolver, include, path

from mosaic.lib.routes import api
from resume import views
from resume.viewsets import ResumeViewSet, VersionViewSet

STUDIO = "resume/studio/"
VERSION = f"{STUDIO}<uuid:version_id>/"

pages: list[URLPattern | URLResolver] = [
    path(STUDIO, views.studio, name="studio"),
    path(f"{STUDIO}make/", views.make, name="make"),
    path(f"{STUDIO}for-job/<uuid:job_id>/", views.for_job, name="for-job"),
    path(VERSION, views.version, name="version"),
    path(f"{VERSION}changes/", views.changes, name="changes"),
    path(f"{VERSION}changes/<slug:change_id>/undo/", views.undo, name="undo"),
    path(f"{VERSION}compare/", views.compare, name="compare"),
    path(f"{VERSION}check/", views.check, name="check"),
    path(f"{VERSION}versions/", views.history, name="history"),
    path(f"{VERSION}restore/", views.restore, name="restore"),
    path(f"{VERSION}rename/", views.rename, name="rename"),
    path(f"{VERSION}export/<slug:file_format>/", views.export, name="export"),
    path(f"{VERSION}edit/", views.edit, name="edit"),
    path(f"{VERSION}edit/<slug:section>/new/", views.edit_entry, name="add-entry"),
    path(f"{VERSION}edit/<slug:section>/<int:place>/", views.edit_entry, name="edit-entry"),
]

version = VersionViewSet.as_view({"get": "retrieve", "patch": "partial_update"})

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((pages, "resume"))),
    api("resume/rewrite", ResumeViewSet.as_view({"post": "rewrite"}), "resume-rewrite"),
    api("resume/customize", ResumeViewSet.as_view({"post": "customize"}), "resume-customize"),
    api("resume/versions", VersionViewSet.as_view({"get": "list"}), "version-list"),
    api("resume/versions/compare", VersionViewSet.as_view({"get": "compare"}), "version-compare"),
    api("resume/versions/<uuid:version_id>", version, "version-detail"),
    api("resume/versions/<uuid:version_id>/restore", VersionViewSet.as_view({"post": "restore"}), "version-restore"),
    api("resume/versions/<uuid:version_id>/export", VersionViewSet.as_view({"get": "export"}), "version-export"),
    api(
        "resume/versions/<uuid:version_id>/changes/<slug:change_id>/undo",
        VersionViewSet.as_view({"post": "undo"}),
        "version-undo",
    ),
]
