"""The discovery part of the API."""

from ps101.viewsets.contexts import (
    ContextViewSet,
)
from ps101.viewsets.draws import (
    InterestsViewSet,
    PreferencesViewSet,
)
from ps101.viewsets.experiences import (
    ExperienceViewSet,
)
from ps101.viewsets.experiments import (
    ExperimentViewSet,
)
from ps101.viewsets.journeys import (
    FlowViewSet,
    JourneyViewSet,
)
from ps101.viewsets.plans import (
    ActionViewSet,
    ObstacleViewSet,
    ReflectionViewSet,
)
from ps101.viewsets.tools import (
    ToolUseViewSet,
    ToolViewSet,
)

__all__ = [
    "ActionViewSet",
    "ContextViewSet",
    "ExperienceViewSet",
    "ExperimentViewSet",
    "FlowViewSet",
    "InterestsViewSet",
    "JourneyViewSet",
    "ObstacleViewSet",
    "PreferencesViewSet",
    "ReflectionViewSet",
    "ToolUseViewSet",
    "ToolViewSet",
]
