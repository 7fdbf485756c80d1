"""What a person can do in discovery."""

from ps101.services.contexts import NotCompleted, confirm_context, read_when_ready, request_context, word_problem
from ps101.services.journeys import (
    AnswerRefused,
    LostUpdate,
    NotOpenYet,
    UnknownFlow,
    complete,
    leave_open,
    pause,
    resume,
    save_answer,
    save_draft,
    start,
)

__all__ = [
    "AnswerRefused",
    "LostUpdate",
    "NotCompleted",
    "NotOpenYet",
    "UnknownFlow",
    "complete",
    "confirm_context",
    "leave_open",
    "pause",
    "read_when_ready",
    "request_context",
    "resume",
    "save_answer",
    "save_draft",
    "start",
    "word_problem",
]
