"""Sentences for what the engine reports as codes."""

from enum import StrEnum

from django.utils.translation import gettext as _

from ps101.domain.commitment import Doubt
from ps101.domain.engine import AnswerProblem, Finding
from ps101.domain.experiments import Fault, NextMove, Status
from ps101.domain.momentum import Effort


class Group(StrEnum):
    """What else somebody told, as the page groups it."""

    WORK = "work"
    SKILLS = "other-skills"
    AHEAD = "ahead"
    TERMS = "terms"


def group_words(group: Group) -> str:
    """Name a group."""
    names = {
        Group.WORK: _("work and learning"),
        Group.SKILLS: _("skills you want, lack or leave"),
        Group.AHEAD: _("what you want and love"),
        Group.TERMS: _("place, hours and pay"),
    }
    return names[group]


def fault_words(fault: Fault) -> str:
    """Say why something about an experiment cannot be kept."""
    sentences = {
        Fault.NOTHING: _("A few words are needed here."),
        Fault.REVIEW_BEFORE_START: _("The day to look back comes before the day it starts."),
        Fault.OUT_OF_RANGE: _("Confidence is a number from 1 to 10."),
    }
    return sentences[fault]


def words_for(finding: Finding) -> str:
    """Say what an answer still needs."""
    numbers = {"needed": finding.needed, "found": finding.found}
    match finding.code:
        case AnswerProblem.TOO_SHORT:
            return _("%(found)d characters so far, %(needed)d are enough. What you wrote is kept as a draft.") % numbers
        case AnswerProblem.TOO_LONG:
            return _("%(found)d characters; up to %(needed)d fit. What you wrote is kept as a draft.") % numbers
        case AnswerProblem.RATING_MISSING:
            return _("A number from 1 to 10 goes with this answer. Your words are kept as a draft.")
        case AnswerProblem.RATING_OUT_OF_RANGE:
            return _("The number lies between 1 and 10. Your words are kept as a draft.")


def status_words(status: str) -> str:
    """Say where an experiment stands."""
    return {
        Status.DRAFT: _("waiting"),
        Status.ACTIVE: _("under way"),
        Status.REVIEWED: _("looked back at"),
        Status.ARCHIVED: _("put away"),
    }[Status(status)]


def next_move_words(move: str) -> str:
    """Say what somebody makes of what an experiment taught."""
    return {
        NextMove.CONTINUE: _("go on with it"),
        NextMove.PIVOT: _("try something different"),
        NextMove.ARCHIVE: _("put it away"),
    }[NextMove(move)]


def understood_words(name: str) -> str:
    """Name a list of what was understood."""
    return {
        "skills": _("skills"),
        "secret_powers": _("secret powers"),
        "passions": _("what gives you energy"),
        "values": _("what matters to you"),
        "goals": _("where you want to get"),
        "internal_obstacles": _("in the way, inside"),
        "external_obstacles": _("in the way, outside"),
    }[name]


def doubt_words(doubt: Doubt) -> str:
    """Say why a commitment is not kept as it was typed."""
    return {
        Doubt.NOTHING: _("A few words are needed here."),
        Doubt.DAY_PASSED: _("This day is over. Any day from today on will do."),
        Doubt.DAY_TOO_FAR: _("This day is more than three months away. A nearer one works better."),
    }[doubt]


def effort_words(effort: Effort) -> str:
    """Name a kind of step."""
    return {
        Effort.THOUGHT: _("days with answers"),
        Effort.PLANNED: _("days with a plan"),
        Effort.TRIED: _("experiments begun or looked back at"),
        Effort.DID: _("steps done"),
        Effort.SOUGHT: _("steps towards work"),
    }[effort]
