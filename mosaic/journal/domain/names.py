"""What can happen to a person here, and what can be due."""

from enum import StrEnum


class Happened(StrEnum):
    """Names of events. Stored: never renamed, only added to."""

    JOURNEY_STARTED = "journey_started"
    ANSWER_GIVEN = "answer_given"
    JOURNEY_PAUSED = "journey_paused"
    JOURNEY_RESUMED = "journey_resumed"
    JOURNEY_COMPLETED = "journey_completed"
    CONTEXT_MADE = "context_made"
    CONTEXT_CONFIRMED = "context_confirmed"
    MESSAGE_SENT = "message_sent"
    GATE_SHOWN = "gate_shown"
    FILE_ADDED = "file_added"
    FILE_READ = "file_read"
    FILE_CORRECTED = "file_corrected"
    FILE_REMOVED = "file_removed"
    SKILLS_EVIDENCED = "skills_evidenced"
    FACT_CONFIRMED = "fact_confirmed"
    FACT_EDITED = "fact_edited"
    FACT_REMOVED = "fact_removed"
    FACT_RESTORED = "fact_restored"
    FACT_ADDED = "fact_added"
    MATCHES_SEEN = "matches_seen"
    JOB_SAVED = "job_saved"
    JOB_UNSAVED = "job_unsaved"
    JOB_HIDDEN = "job_hidden"
    JOB_ADDED = "job_added"
    WEIGHTS_CHANGED = "weights_changed"
    APPLIED = "applied"
    STAGE_CHANGED = "stage_changed"
    STAGE_UNDONE = "stage_undone"
    VERSION_MADE = "version_made"
    VERSION_EXPORTED = "version_exported"
    REMINDER_DONE = "reminder_done"
    EXPERIMENT_DESIGNED = "experiment_designed"
    EXPERIMENT_STARTED = "experiment_started"
    EXPERIMENT_REVIEWED = "experiment_reviewed"
    EXPERIMENT_ARCHIVED = "experiment_archived"
    EXPERIMENT_BACK = "experiment_back"
    EXPERIMENT_REMOVED = "experiment_removed"
    OBSTACLE_MET = "obstacle_met"
    ACTION_PLANNED = "action_planned"
    ACTION_DONE = "action_done"
    ACTION_OPENED = "action_opened"
    ACTION_DROPPED = "action_dropped"
    COMMITTED = "committed"
    EXPERIENCE_TOLD = "experience_told"
    EXPERIENCE_REMOVED = "experience_removed"
    PREFERENCE_CHOSEN = "preference_chosen"
    LIKING_TOLD = "liking_told"
    CHECKED_IN = "checked_in"
    CHECKIN_REMOVED = "checkin_removed"
    TARGET_CHOSEN = "target_chosen"
    TARGET_LEFT = "target_left"
    SKILL_BRIDGED = "skill_bridged"


class Due(StrEnum):
    """Kinds of reminders."""

    FOLLOW_UP = "follow_up"
    CLOSING = "closing"
    REVIEW = "review"
    ACTION = "action"
    COMMITMENT = "commitment"
    CHECKIN = "checkin"


# What is counted per day for everybody together, without a person.
COUNTED = {
    Happened.CONTEXT_MADE: "context made",
    Happened.SKILLS_EVIDENCED: "three skills evidenced",
    Happened.MATCHES_SEEN: "matches seen",
    Happened.VERSION_MADE: "version made",
    Happened.APPLIED: "application logged",
    Happened.GATE_SHOWN: "gate shown",
}
CAME_BACK = "came back another day"
