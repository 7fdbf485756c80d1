"""Postings, what a person makes of them, and the applications that follow."""

from opportunity_bridge.models.applications import Application, ApplicationEvent
from opportunity_bridge.models.decisions import Interest, Ranking, Weights
from opportunity_bridge.models.jobs import PASTED, SAMPLE, Asked, Job, Words

__all__ = [
    "PASTED",
    "SAMPLE",
    "Application",
    "ApplicationEvent",
    "Asked",
    "Interest",
    "Job",
    "Ranking",
    "Weights",
    "Words",
]
