"""Files a person brought, the conversation with the coach, the delta, and the library the coach speaks from."""

from wimd.models.delta import Analysis, SkillBridge, Target
from wimd.models.files import GONE, NO_ROOM, Upload
from wimd.models.library import PromptRow, PromptSet
from wimd.models.talk import Conversation, Turn

__all__ = [
    "GONE",
    "NO_ROOM",
    "Analysis",
    "Conversation",
    "PromptRow",
    "PromptSet",
    "SkillBridge",
    "Target",
    "Turn",
    "Upload",
]
