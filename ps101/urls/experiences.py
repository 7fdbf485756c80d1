"""Addresses of what somebody has done, and of the small tools beside a question."""

from django.urls import path

from mosaic.lib.routes import api
from ps101.views import experiences as views
from ps101.views import tools
from ps101.viewsets import ExperienceViewSet, ToolUseViewSet, ToolViewSet

pages = [
    path("discovery/experiences/", views.experiences, name="experiences"),
    path("discovery/experiences/two-questions/", views.two_questions, name="two-questions"),
    path("discovery/experiences/<uuid:experience_id>/", views.experience, name="experience"),
    path("discovery/experiences/<uuid:experience_id>/remove/", views.remove, name="experience-remove"),
    path("discovery/prompt/<slug:key>/tool/<slug:tool>/", tools.use, name="tool"),
]

calls = [
    api("wimd/experiences", ExperienceViewSet.as_view({"get": "list", "post": "create"}), "experience-list"),
    api("wimd/experiences/pass", ExperienceViewSet.as_view({"post": "pass_questions"}), "experience-pass"),
    api(
        "wimd/experiences/<uuid:experience_id>",
        ExperienceViewSet.as_view({"get": "retrieve", "patch": "partial_update", "delete": "destroy"}),
        "experience-detail",
    ),
    api("ps101/tools", ToolViewSet.as_view({"get": "list"}), "tool-list"),
    api(
        "ps101/journeys/<uuid:journey_id>/answers/<slug:prompt_key>/tools/<slug:tool>",
        ToolUseViewSet.as_view({"post": "use"}),
        "tool-use",
    ),
]
