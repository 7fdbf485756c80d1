"""Reads of files, the conversation, the readings and the prompt library, starting from the person."""

from wimd.queries.files import SOURCES, bytes_of, facts_in, private_of, revised_of, uploads_of, words_of
from wimd.queries.library import active_prompts, library, rows_of
from wimd.queries.readings import steps_of, things_of
from wimd.queries.standing import state_of
from wimd.queries.talk import answered_by, answers_of, conversation_of, turns_of

__all__ = [
    "SOURCES",
    "active_prompts",
    "answered_by",
    "answers_of",
    "bytes_of",
    "conversation_of",
    "facts_in",
    "library",
    "private_of",
    "revised_of",
    "rows_of",
    "state_of",
    "steps_of",
    "things_of",
    "turns_of",
    "uploads_of",
    "words_of",
]
