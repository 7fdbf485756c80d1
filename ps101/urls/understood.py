"""Addresses of what was understood."""

from django.urls import path

from mosaic.lib.routes import api
from ps101.views import understood
from ps101.viewsets import ContextViewSet

FACT_ACTIONS = ("confirm", "remove", "restore")

pages = [
    path("discovery/understood/", understood.understood, name="understood"),
    path("discovery/understood/read-again/", understood.read_again, name="read-again"),
    path("discovery/understood/confirm/", understood.confirm, name="confirm"),
    path("discovery/understood/problem/", understood.problem, name="problem"),
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
