"""What the pages of the coach and the delta show."""

from wimd.pages import delta
from wimd.pages.files import file, files, removal
from wimd.pages.talk import answered, conversation, turn

__all__ = ["answered", "conversation", "delta", "file", "files", "removal", "turn"]
