"""Reads of files, the conversation, the delta, the readings and the prompt library, starting from the person."""

from wimd.queries.agenda import known_of
from wimd.queries.checkins import (
    account_in,
    checkins_of,
    latest_checkin_of,
    may_check_in,
    next_checkin_of,
    week_now,
)
from wimd.queries.delta import analyses_of, bridges_of, chosen_target_of, delta_of, occupations_named, targets_of
from wimd.queries.doable import doable_of
from wimd.queries.facts import BadCursor, FactPage, Wanted, known_facts_of, matching, page_of, sources_in
from wimd.queries.feedback import feedback_figures, feedback_of
from wimd.queries.files import (
    SOURCES,
    bytes_of,
    facts_found_in,
    facts_in,
    largest_of,
    places_in,
    private_of,
    resting_on,
    revised_of,
    uploads_of,
    words_of,
)
from wimd.queries.library import active_prompts, library, rows_of
from wimd.queries.readings import WISHED_STATE, contradictions_of, steps_of, things_of, zone_of
from wimd.queries.standing import state_of
from wimd.queries.talk import answered_by, answers_of, conversation_of, turns_of

__all__ = [
    "SOURCES",
    "WISHED_STATE",
    "BadCursor",
    "FactPage",
    "Wanted",
    "account_in",
    "active_prompts",
    "analyses_of",
    "answered_by",
    "answers_of",
    "bridges_of",
    "bytes_of",
    "checkins_of",
    "chosen_target_of",
    "contradictions_of",
    "conversation_of",
    "delta_of",
    "doable_of",
    "facts_found_in",
    "facts_in",
    "feedback_figures",
    "feedback_of",
    "known_facts_of",
    "known_of",
    "largest_of",
    "latest_checkin_of",
    "library",
    "matching",
    "may_check_in",
    "next_checkin_of",
    "occupations_named",
    "page_of",
    "places_in",
    "private_of",
    "resting_on",
    "revised_of",
    "rows_of",
    "sources_in",
    "state_of",
    "steps_of",
    "targets_of",
    "things_of",
    "turns_of",
    "uploads_of",
    "week_now",
    "words_of",
    "zone_of",
]
