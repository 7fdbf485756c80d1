"""What the coach's pages show."""

from wimd.pages.files import file, files, removal
from wimd.pages.talk import answered, conversation, turn

__all__ = ["answered", "conversation", "file", "files", "removal", "turn"]
