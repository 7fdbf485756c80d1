"""Addresses of discovery: pages and API."""

from django.urls import URLPattern, URLResolver, include, path

from mosaic.lib.routes import api
from ps101 import views
from ps101.viewsets import ContextViewSet, FlowViewSet, JourneyViewSet

FACT_ACTIONS = ("confirm", "remove", "restore")

pages: list[URLPattern | URLResolver] = [
    path("discovery/", views.discovery, name="discovery"),
    path("discovery/start/", views.start, name="start"),
    path("discovery/next/", views.go_on, name="next"),
    path("discovery/pause/", views.pause, name="pause"),
    path("discovery/prompt/<slug:key>/", views.prompt, name="prompt"),
    path("discovery/prompt/<slug:key>/draft/", views.draft, name="draft"),
    path("discovery/understood/", views.understood, name="understood"),
    path("discovery/understood/read-again/", views.read_again, name="read-again"),
    path("discovery/understood/confirm/", views.confirm, name="confirm"),
    path("discovery/understood/problem/", views.problem, name="problem"),
    path("discovery/facts/<uuid:fact_id>/rename/", views.rename, name="fact-rename"),
    *[
        path(f"discovery/facts/<uuid:fact_id>/{action}/", views.fact, {"action": action}, name=f"fact-{action}")
        for action in FACT_ACTIONS
    ],
]

journey = JourneyViewSet.as_view({"get": "retrieve"})
context = ContextViewSet.as_view({"get": "retrieve", "patch": "partial_update"})

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((pages, "ps101"))),
    api("ps101/flows", FlowViewSet.as_view({"get": "list"}), "flow-list"),
    api("ps101/flows/<slug:key>", FlowViewSet.as_view({"get": "retrieve"}), "flow-detail"),
    api("ps101/journeys", JourneyViewSet.as_view({"get": "list", "post": "create"}), "journey-list"),
    api("ps101/journeys/<uuid:journey_id>", journey, "journey-detail"),
    api(
        "ps101/journeys/<uuid:journey_id>/answers/<slug:prompt_key>",
        JourneyViewSet.as_view({"put": "answer"}),
        "journey-answer",
    ),
    api("ps101/journeys/<uuid:journey_id>/pause", JourneyViewSet.as_view({"post": "pause"}), "journey-pause"),
    api("ps101/journeys/<uuid:journey_id>/resume", JourneyViewSet.as_view({"post": "resume"}), "journey-resume"),
    api("ps101/journeys/<uuid:journey_id>/complete", JourneyViewSet.as_view({"post": "complete"}), "journey-complete"),
    api("api/ps101/extract-context", ContextViewSet.as_view({"post": "extract"}), "context-extract"),
    api("api/ps101/context", context, "context"),
]
