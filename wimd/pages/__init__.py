"""What the coach's pages show."""

from wimd.pages.files import file, files, removal
from wimd.pages.talk import conversation

__all__ = ["conversation", "file", "files", "removal"]
