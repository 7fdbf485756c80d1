"""Reads of files, the conversation, the delta, the readings and the prompt library, starting from the person."""

from wimd.queries.delta import analyses_of, bridges_of, chosen_target_of, delta_of, occupations_named, targets_of
from wimd.queries.files import SOURCES, bytes_of, facts_in, private_of, revised_of, uploads_of, words_of
from wimd.queries.library import active_prompts, library, rows_of
from wimd.queries.readings import steps_of, things_of
from wimd.queries.standing import state_of
from wimd.queries.talk import conversation_of, turns_of

__all__ = [
    "SOURCES",
    "active_prompts",
    "analyses_of",
    "bridges_of",
    "bytes_of",
    "chosen_target_of",
    "conversation_of",
    "delta_of",
    "facts_in",
    "library",
    "occupations_named",
    "private_of",
    "revised_of",
    "rows_of",
    "state_of",
    "steps_of",
    "targets_of",
    "things_of",
    "turns_of",
    "uploads_of",
    "words_of",
]
