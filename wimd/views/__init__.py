"""Pages of the coach and of the person's files, readings, check-ins and feedback."""

from wimd.views.checkins import check_in, remove_check_in
from wimd.views.delta import bridge, compare, delta, judge, target, tell, test
from wimd.views.facts import add_fact, change_fact, fact, facts, merge_fact, rename_fact, split_fact
from wimd.views.feedback import feedback, take_feedback_back
from wimd.views.files import correct, file, files, have_written_down, read_again, remove_file
from wimd.views.readings import readings
from wimd.views.short_form import short_form
from wimd.views.stream import stop, stream
from wimd.views.talk import ask_on, coach

__all__ = [
    "add_fact",
    "ask_on",
    "bridge",
    "change_fact",
    "check_in",
    "coach",
    "compare",
    "correct",
    "delta",
    "fact",
    "facts",
    "feedback",
    "file",
    "files",
    "have_written_down",
    "judge",
    "merge_fact",
    "read_again",
    "readings",
    "remove_check_in",
    "remove_file",
    "rename_fact",
    "short_form",
    "split_fact",
    "stop",
    "stream",
    "take_feedback_back",
    "target",
    "tell",
    "test",
]
