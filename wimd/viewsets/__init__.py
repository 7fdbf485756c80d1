"""The WIMD part of the API: the coach, files, facts, readings, the library."""

from wimd.viewsets.agenda import AgendaViewSet
from wimd.viewsets.facts import FactViewSet
from wimd.viewsets.files import ReadResumeViewSet, UploadViewSet
from wimd.viewsets.library import active_prompts, prompt_set
from wimd.viewsets.talk import CoachViewSet

__all__ = [
    "AgendaViewSet",
    "CoachViewSet",
    "FactViewSet",
    "ReadResumeViewSet",
    "UploadViewSet",
    "active_prompts",
    "prompt_set",
]
