"""What a person can do with the coach and with their files."""

from wimd.services.files import (
    QuotaExceeded,
    StorageFull,
    UnsupportedFile,
    add_file,
    have_written_down,
    read_again,
    remove_file,
)
from wimd.services.talk import ask_on, begin_answer, course_of, say, settle_answers, stop_answer

__all__ = [
    "QuotaExceeded",
    "StorageFull",
    "UnsupportedFile",
    "add_file",
    "ask_on",
    "begin_answer",
    "course_of",
    "have_written_down",
    "read_again",
    "remove_file",
    "say",
    "settle_answers",
    "stop_answer",
]
