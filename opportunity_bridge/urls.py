"""Addresses of this app: pages and API."""

from django.urls import URLPattern, URLResolver, include, path

from mosaic.lib.routes import api
from opportunity_bridge import views
from opportunity_bridge.viewsets import ApplicationViewSet, JobViewSet, OpportunityViewSet

opportunities: list[URLPattern | URLResolver] = [
    path("opportunities/", views.opportunities, name="list"),
    path("opportunities/saved/", views.saved, name="saved"),
    path("opportunities/occupations/", views.occupations, name="occupations"),
    path("opportunities/paste/", views.paste, name="paste"),
    path("opportunities/weights/", views.weights, name="weights"),
    path("opportunities/<uuid:job_id>/", views.detail, name="detail"),
    path("opportunities/<uuid:job_id>/save/", views.save, name="save"),
    path("opportunities/<uuid:job_id>/unsave/", views.unsave, name="unsave"),
    path("opportunities/<uuid:job_id>/hide/", views.hide, name="hide"),
    path("opportunities/<uuid:job_id>/tell/<int:place>/", views.tell, name="tell"),
]
applications: list[URLPattern | URLResolver] = [
    path("applications/", views.applications, name="list"),
    path("applications/move/", views.move_one, name="move-one"),
    path("applications/<uuid:application_id>/", views.application, name="detail"),
    path("applications/<uuid:application_id>/move/", views.move, name="move"),
    path("applications/<uuid:application_id>/undo/", views.undo, name="undo"),
    path("applications/<uuid:application_id>/notes/", views.notes, name="notes"),
]

application = ApplicationViewSet.as_view({"get": "retrieve", "patch": "partial_update"})

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((opportunities, "opportunities"))),
    path("", include((applications, "applications"))),
    api("ob/opportunities", OpportunityViewSet.as_view({"get": "list"}), "opportunity-list"),
    api("ob/matches", OpportunityViewSet.as_view({"get": "matches"}), "match-list"),
    api("ob/occupations", OpportunityViewSet.as_view({"get": "occupations"}), "occupation-list"),
    api("ob/status", OpportunityViewSet.as_view({"get": "status"}), "application-status"),
    api("ob/weights", OpportunityViewSet.as_view({"put": "weights"}), "weights"),
    api("ob/jobs", JobViewSet.as_view({"post": "create"}), "job-list"),
    api("ob/jobs/<uuid:job_id>", JobViewSet.as_view({"get": "retrieve"}), "job-detail"),
    api("ob/jobs/<uuid:job_id>/save", JobViewSet.as_view({"post": "save"}), "job-save"),
    api("ob/jobs/<uuid:job_id>/unsave", JobViewSet.as_view({"post": "unsave"}), "job-unsave"),
    api("ob/jobs/<uuid:job_id>/hide", JobViewSet.as_view({"post": "hide"}), "job-hide"),
    api("ob/applications/<uuid:application_id>", application, "application-detail"),
    api(
        "ob/applications/<uuid:application_id>/events",
        ApplicationViewSet.as_view({"get": "events"}),
        "application-events",
    ),
]
