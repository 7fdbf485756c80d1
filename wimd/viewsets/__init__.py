"""The WIMD part of the API: the coach, the delta, files, facts, readings, the library."""

from wimd.viewsets.delta import DeltaViewSet, TargetViewSet
from wimd.viewsets.facts import FactViewSet
from wimd.viewsets.files import ReadResumeViewSet, UploadViewSet
from wimd.viewsets.library import active_prompts, prompt_set
from wimd.viewsets.talk import CoachViewSet

__all__ = [
    "CoachViewSet",
    "DeltaViewSet",
    "FactViewSet",
    "ReadResumeViewSet",
    "TargetViewSet",
    "UploadViewSet",
    "active_prompts",
    "prompt_set",
]
