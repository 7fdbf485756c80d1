"""The WIMD part of the API: the coach, files, facts, readings, the library."""

from wimd.viewsets.facts import FactViewSet
from wimd.viewsets.files import ReadResumeViewSet, UploadViewSet
from wimd.viewsets.library import active_prompts, prompt_set
from wimd.viewsets.stream import StreamViewSet
from wimd.viewsets.talk import CoachViewSet

__all__ = [
    "CoachViewSet",
    "FactViewSet",
    "ReadResumeViewSet",
    "StreamViewSet",
    "UploadViewSet",
    "active_prompts",
    "prompt_set",
]
