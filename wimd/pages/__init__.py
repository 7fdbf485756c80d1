"""What the pages of the coach and the delta show."""

from wimd.pages import delta
from wimd.pages.files import file, files
from wimd.pages.talk import conversation

__all__ = ["conversation", "delta", "file", "files"]
