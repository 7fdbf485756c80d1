"""Flows as they were loaded, a person's way through one, what they tried, and what came of it."""

from ps101.models.contexts import Context, EarlierContext
from ps101.models.draws import Experience, InterestAnswer, PreferenceChoice
from ps101.models.experiments import Action, Commitment, Experiment, Obstacle, Reflection
from ps101.models.flows import FlowIsKept, FlowVersion
from ps101.models.journeys import Answer, AnswerRevision, Journey

__all__ = [
    "Action",
    "Answer",
    "AnswerRevision",
    "Commitment",
    "Context",
    "EarlierContext",
    "Experience",
    "Experiment",
    "FlowIsKept",
    "FlowVersion",
    "InterestAnswer",
    "Journey",
    "Obstacle",
    "PreferenceChoice",
    "Reflection",
]
