"""Addresses of what came of a journey."""

from django.urls import path

from mosaic.lib.routes import api
from ps101.views import closing, summary
from ps101.viewsets.mastery import CommitmentViewSet, MasteryViewSet

pages = [
    path("discovery/commitment/", closing.commitment, name="commitment"),
    path("discovery/commitment/done/", closing.done, name="commitment-done"),
    path("discovery/commitment/undo/", closing.undo, name="commitment-undo"),
    path("discovery/mastery/", closing.mastery, name="mastery"),
    path("discovery/mastery/next/", closing.next_experiment, name="next-experiment"),
    path("discovery/summary/", summary.summary, name="summary"),
    path("discovery/summary/pdf/", summary.pdf, name="summary-pdf"),
    path("discovery/compare/", summary.compare, name="compare"),
]

ONE = "ps101/journeys/<uuid:journey_id>"
calls = [
    api(f"{ONE}/commitment", CommitmentViewSet.as_view({"get": "retrieve", "put": "update"}), "commitment"),
    api(
        f"{ONE}/commitment/done",
        CommitmentViewSet.as_view({"post": "finish", "delete": "reopen"}),
        "commitment-done",
    ),
    api(f"{ONE}/summary", MasteryViewSet.as_view({"get": "summary"}), "journey-summary"),
    api("ps101/mastery", MasteryViewSet.as_view({"get": "mastery"}), "mastery"),
    api("ps101/compare", MasteryViewSet.as_view({"get": "compare"}), "compare"),
]
