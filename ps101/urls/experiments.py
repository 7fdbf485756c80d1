"""Addresses of small experiments."""

from django.urls import URLPattern

from mosaic.lib.routes import api
from ps101.viewsets import ActionViewSet, ExperimentViewSet, ObstacleViewSet, ReflectionViewSet

pages: list[URLPattern] = []

ONE = "ps101/experiments/<uuid:experiment_id>"
calls = [
    api("ps101/experiments", ExperimentViewSet.as_view({"get": "list", "post": "create"}), "experiment-list"),
    api(
        ONE,
        ExperimentViewSet.as_view({"get": "retrieve", "patch": "partial_update", "delete": "destroy"}),
        "experiment-detail",
    ),
    api(f"{ONE}/activate", ExperimentViewSet.as_view({"post": "activate"}), "experiment-activate"),
    api(f"{ONE}/archive", ExperimentViewSet.as_view({"post": "archive"}), "experiment-archive"),
    api(f"{ONE}/bring-back", ExperimentViewSet.as_view({"post": "bring_back"}), "experiment-bring-back"),
    api(f"{ONE}/obstacles", ObstacleViewSet.as_view({"post": "create"}), "obstacle-list"),
    api(
        f"{ONE}/obstacles/<uuid:obstacle_id>",
        ObstacleViewSet.as_view({"patch": "partial_update", "delete": "destroy"}),
        "obstacle-detail",
    ),
    api(f"{ONE}/actions", ActionViewSet.as_view({"post": "create"}), "action-list"),
    api(
        f"{ONE}/actions/<uuid:action_id>",
        ActionViewSet.as_view({"patch": "partial_update", "delete": "destroy"}),
        "action-detail",
    ),
    api(f"{ONE}/reflection", ReflectionViewSet.as_view({"put": "update", "post": "update"}), "reflection"),
]
