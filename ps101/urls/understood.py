"""Addresses of what was understood."""

from django.urls import path

from mosaic.lib.routes import api
from ps101.views import own_lines, understood
from ps101.viewsets import ContextViewSet

FACT_ACTIONS = ("confirm", "remove", "restore")
LINES, LINE_ACTIONS = ("experiments", "quotes"), ("remove", "restore")

pages = [
    path("discovery/understood/", understood.understood, name="understood"),
    path("discovery/understood/read-again/", understood.read_again, name="read-again"),
    path("discovery/understood/confirm/", understood.confirm, name="confirm"),
    path("discovery/understood/problem/", understood.problem, name="problem"),
    path("discovery/understood/experiments/<int:place>/", own_lines.experiment, name="experiment-words"),
    path("discovery/understood/quotes/<int:place>/", own_lines.quote, name="quote-words"),
    *[
        path(
            f"discovery/understood/{name}/{action}/",
            own_lines.change,
            {"name": name, "action": action},
            name=f"{name}-{action}",
        )
        for name in LINES
        for action in LINE_ACTIONS
    ],
    path("discovery/facts/<uuid:fact_id>/edit/", understood.edit, name="fact-edit"),
    path("discovery/facts/<uuid:fact_id>/rename/", understood.rename, name="fact-rename"),
    *[
        path(f"discovery/facts/<uuid:fact_id>/{action}/", understood.fact, {"action": action}, name=f"fact-{action}")
        for action in FACT_ACTIONS
    ],
]

calls = [
    api("api/ps101/extract-context", ContextViewSet.as_view({"post": "extract"}), "context-extract"),
    api("api/ps101/context", ContextViewSet.as_view({"get": "retrieve", "patch": "partial_update"}), "context"),
]
