"""Files a person brought, the conversation with the coach, and the library the coach speaks from."""

from wimd.models.files import GONE, NO_ROOM, Upload
from wimd.models.library import PromptRow, PromptSet
from wimd.models.talk import Conversation, Turn

__all__ = ["GONE", "NO_ROOM", "Conversation", "PromptRow", "PromptSet", "Turn", "Upload"]
