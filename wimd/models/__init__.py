"""Files a person brought, the conversation with the coach, check-ins, feedback, and the library the coach speaks from."""

from wimd.models.checkins import CheckIn
from wimd.models.delta import Analysis, SkillBridge, Target
from wimd.models.feedback import Feedback, FeedbackSum
from wimd.models.files import GONE, Upload
from wimd.models.library import PromptRow, PromptSet
from wimd.models.talk import Conversation, Turn

__all__ = [
    "GONE",
    "Analysis",
    "CheckIn",
    "Conversation",
    "Feedback",
    "FeedbackSum",
    "PromptRow",
    "PromptSet",
    "SkillBridge",
    "Target",
    "Turn",
    "Upload",
]
