"""Pages of the coach and of the person's files, readings, check-ins and feedback."""

from wimd.views.checkins import check_in, remove_check_in
from wimd.views.feedback import feedback, take_feedback_back
from wimd.views.files import correct, file, files, have_written_down, read_again, remove_file
from wimd.views.readings import readings
from wimd.views.talk import ask_on, coach

__all__ = [
    "ask_on",
    "check_in",
    "coach",
    "correct",
    "feedback",
    "file",
    "files",
    "have_written_down",
    "read_again",
    "readings",
    "remove_check_in",
    "remove_file",
    "take_feedback_back",
]
