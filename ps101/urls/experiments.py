"""Addresses of small experiments."""

from django.urls import path

from mosaic.lib.routes import api
from ps101.views import experiments as views
from ps101.views import plans
from ps101.viewsets import ActionViewSet, ExperimentViewSet, ObstacleViewSet, ReflectionViewSet

PAGE = "experiments/<uuid:experiment_id>/"
ACTION = f"{PAGE}actions/<uuid:action_id>/"
pages = [
    path("experiments/", views.experiments, name="experiments"),
    path("experiments/new/", views.new, name="experiment-new"),
    path(PAGE, views.experiment, name="experiment"),
    path(f"{PAGE}activate/", views.activate, name="experiment-activate"),
    path(f"{PAGE}archive/", views.move, {"action": "archive"}, name="experiment-archive"),
    path(f"{PAGE}bring-back/", views.move, {"action": "bring-back"}, name="experiment-bring-back"),
    path(f"{PAGE}remove/", views.remove, name="experiment-remove"),
    path(f"{PAGE}obstacles/", plans.obstacles, name="obstacles"),
    path(f"{PAGE}obstacles/<uuid:obstacle_id>/", plans.obstacle, name="obstacle"),
    path(f"{PAGE}actions/", plans.actions, name="actions"),
    *[
        path(f"{ACTION}{what}/", plans.action, {"what": what}, name=f"action-{what}")
        for what in ("change", "done", "open", "remove")
    ],
    path(f"{PAGE}reflection/", plans.reflection, name="reflection"),
]

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
