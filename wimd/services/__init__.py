"""What a person can do with the coach and with their files."""

from wimd.services.checkins import NoCheckIn, change_check_in, check_in, remove_check_in
from wimd.services.feedback import give_feedback, take_feedback_back
from wimd.services.files import (
    Brought,
    QuotaExceeded,
    StorageFull,
    UnsupportedFile,
    add_file,
    have_written_down,
    read_again,
    remove_file,
)
from wimd.services.short_form import fill_in
from wimd.services.talk import ask_on, begin_answer, course_of, say, settle_answers, stop_answer

__all__ = [
    "Brought",
    "NoCheckIn",
    "QuotaExceeded",
    "StorageFull",
    "UnsupportedFile",
    "add_file",
    "ask_on",
    "begin_answer",
    "change_check_in",
    "check_in",
    "course_of",
    "fill_in",
    "give_feedback",
    "have_written_down",
    "read_again",
    "remove_check_in",
    "remove_file",
    "say",
    "settle_answers",
    "stop_answer",
    "take_feedback_back",
]
