"""Pages of the coach, of the person's files and of their delta."""

from wimd.views.delta import bridge, compare, delta, judge, target, tell, test
from wimd.views.files import correct, file, files, have_written_down, read_again, remove_file
from wimd.views.talk import ask_on, coach

__all__ = [
    "ask_on",
    "bridge",
    "coach",
    "compare",
    "correct",
    "delta",
    "file",
    "files",
    "have_written_down",
    "judge",
    "read_again",
    "remove_file",
    "target",
    "tell",
    "test",
]
