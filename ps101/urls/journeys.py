"""Addresses of flows, journeys and answers."""

from django.urls import path

from mosaic.lib.routes import api
from ps101.views import journeys as views
from ps101.viewsets import FlowViewSet, JourneyViewSet

pages = [
    path("discovery/", views.discovery, name="discovery"),
    path("discovery/start/", views.start, name="start"),
    path("discovery/next/", views.go_on, name="next"),
    path("discovery/pause/", views.pause, name="pause"),
    path("discovery/step/<slug:key>/", views.step, name="step"),
    path("discovery/prompt/<slug:key>/", views.prompt, name="prompt"),
    path("discovery/prompt/<slug:key>/draft/", views.draft, name="draft"),
]

calls = [
    api("ps101/flows", FlowViewSet.as_view({"get": "list"}), "flow-list"),
    api("ps101/flows/<slug:key>", FlowViewSet.as_view({"get": "retrieve"}), "flow-detail"),
    api("ps101/journeys", JourneyViewSet.as_view({"get": "list", "post": "create"}), "journey-list"),
    api("ps101/journeys/<uuid:journey_id>", JourneyViewSet.as_view({"get": "retrieve"}), "journey-detail"),
    api(
        "ps101/journeys/<uuid:journey_id>/answers/<slug:prompt_key>",
        JourneyViewSet.as_view({"put": "answer"}),
        "journey-answer",
    ),
    api("ps101/journeys/<uuid:journey_id>/pause", JourneyViewSet.as_view({"post": "pause"}), "journey-pause"),
    api("ps101/journeys/<uuid:journey_id>/resume", JourneyViewSet.as_view({"post": "resume"}), "journey-resume"),
    api("ps101/journeys/<uuid:journey_id>/complete", JourneyViewSet.as_view({"post": "complete"}), "journey-complete"),
]
