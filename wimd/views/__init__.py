"""Pages of the coach and of the person's files."""

from wimd.views.files import correct, file, files, have_written_down, read_again, remove_file
from wimd.views.stream import stop, stream
from wimd.views.talk import ask_on, coach

__all__ = [
    "ask_on",
    "coach",
    "correct",
    "file",
    "files",
    "have_written_down",
    "read_again",
    "remove_file",
    "stop",
    "stream",
]
