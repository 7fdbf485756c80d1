"""The WIMD part of the API: the coach, files, facts, readings, check-ins, feedback, the library."""

from wimd.viewsets.agenda import AgendaViewSet
from wimd.viewsets.checkins import CheckInViewSet
from wimd.viewsets.delta import DeltaViewSet, TargetViewSet
from wimd.viewsets.facts import FactViewSet
from wimd.viewsets.feedback import FeedbackViewSet
from wimd.viewsets.files import ReadResumeViewSet, UploadViewSet
from wimd.viewsets.library import active_prompts, prompt_set
from wimd.viewsets.stream import StreamViewSet
from wimd.viewsets.talk import CoachViewSet

__all__ = [
    "AgendaViewSet",
    "CheckInViewSet",
    "CoachViewSet",
    "DeltaViewSet",
    "FactViewSet",
    "FeedbackViewSet",
    "ReadResumeViewSet",
    "StreamViewSet",
    "TargetViewSet",
    "UploadViewSet",
    "active_prompts",
    "prompt_set",
]
