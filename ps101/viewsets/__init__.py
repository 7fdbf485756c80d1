"""The discovery part of the API."""

from ps101.viewsets.contexts import ContextViewSet
from ps101.viewsets.draws import InterestsViewSet, PreferencesViewSet
from ps101.viewsets.experiments import ExperimentViewSet
from ps101.viewsets.journeys import FlowViewSet, JourneyViewSet
from ps101.viewsets.plans import ActionViewSet, ObstacleViewSet, ReflectionViewSet

__all__ = [
    "ActionViewSet",
    "ContextViewSet",
    "ExperimentViewSet",
    "FlowViewSet",
    "InterestsViewSet",
    "JourneyViewSet",
    "ObstacleViewSet",
    "PreferencesViewSet",
    "ReflectionViewSet",
]
