"""Reads of files, the conversation, the readings and the prompt library, starting from the person."""

from wimd.queries.agenda import known_of
from wimd.queries.facts import BadCursor, FactPage, Wanted, known_facts_of, matching, page_of, sources_in
from wimd.queries.files import SOURCES, bytes_of, facts_in, private_of, revised_of, uploads_of, words_of
from wimd.queries.library import active_prompts, library, rows_of
from wimd.queries.readings import steps_of, things_of
from wimd.queries.standing import state_of
from wimd.queries.talk import conversation_of, turns_of

__all__ = [
    "SOURCES",
    "BadCursor",
    "FactPage",
    "Wanted",
    "active_prompts",
    "bytes_of",
    "conversation_of",
    "facts_in",
    "known_facts_of",
    "known_of",
    "library",
    "matching",
    "page_of",
    "private_of",
    "revised_of",
    "rows_of",
    "sources_in",
    "state_of",
    "steps_of",
    "things_of",
    "turns_of",
    "uploads_of",
    "words_of",
]
