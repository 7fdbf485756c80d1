"""Sentences for what the engine reports as codes."""

from enum import StrEnum

from django.utils.translation import gettext as _

from ps101.domain.engine import AnswerProblem, Finding
from ps101.domain.experiments import Fault


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


def list_words(name: str) -> str:
    """Name a list of what was understood."""
    names = {
        "passions": _("what gives you energy"),
        "skills": _("skills"),
        "secret_powers": _("secret powers"),
        "internal_obstacles": _("in the way, inside"),
        "external_obstacles": _("in the way, outside"),
    }
    return names[name]


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
