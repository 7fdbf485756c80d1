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
from wimd.services.short_form import fill_in
from wimd.services.talk import ask_on, say

__all__ = [
    "QuotaExceeded",
    "StorageFull",
    "UnsupportedFile",
    "add_file",
    "ask_on",
    "fill_in",
    "have_written_down",
    "read_again",
    "remove_file",
    "say",
]
