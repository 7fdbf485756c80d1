"""Files a person brought, the conversation with the coach, check-ins, feedback, and the library the coach speaks from."""

from wimd.models.checkins import CheckIn
from wimd.models.feedback import Feedback, FeedbackSum
from wimd.models.files import GONE, Upload
from wimd.models.library import PromptRow, PromptSet
from wimd.models.talk import Conversation, Turn

__all__ = [
    "GONE",
    "CheckIn",
    "Conversation",
    "Feedback",
    "FeedbackSum",
    "PromptRow",
    "PromptSet",
    "Turn",
    "Upload",
]
