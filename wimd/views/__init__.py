"""Pages of the coach and of the person's files."""

from wimd.views.facts import add_fact, change_fact, fact, facts, merge_fact, rename_fact, split_fact
from wimd.views.files import correct, file, files, have_written_down, read_again, remove_file
from wimd.views.short_form import short_form
from wimd.views.talk import ask_on, coach

__all__ = [
    "add_fact",
    "ask_on",
    "change_fact",
    "coach",
    "correct",
    "fact",
    "facts",
    "file",
    "files",
    "have_written_down",
    "merge_fact",
    "read_again",
    "remove_file",
    "rename_fact",
    "short_form",
    "split_fact",
]
