"""Files a person brought, the conversation with the coach, and the library the coach speaks from."""

from wimd.models.files import GONE, Upload
from wimd.models.library import PromptRow, PromptSet
from wimd.models.talk import Conversation, Turn

__all__ = ["GONE", "Conversation", "PromptRow", "PromptSet", "Turn", "Upload"]
