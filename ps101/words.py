"""Sentences for what the engine reports as codes."""

from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ps101.domain.engine import AnswerProblem, Finding
from ps101.domain.experiences import LONGEST_DID, LONGEST_NAME, Unclear
from ps101.domain.experiments import Badge, Fault, Missing, NextMove, Side, Status

SIDES = [(Side.EXTERNAL, gettext_lazy("from outside")), (Side.INTERNAL, gettext_lazy("from inside"))]
NEXT_MOVES = [
    (NextMove.CONTINUE, gettext_lazy("go on with it")),
    (NextMove.PIVOT, gettext_lazy("try something different")),
    (NextMove.ARCHIVE, gettext_lazy("put it away")),
]


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


def status_words(status: Status) -> str:
    """Say where an experiment stands."""
    return {
        Status.DRAFT: _("waiting"),
        Status.ACTIVE: _("under way"),
        Status.REVIEWED: _("looked back at"),
        Status.ARCHIVED: _("put away"),
    }[status]


def badge_words(badge: Badge) -> str:
    """Say what was reached."""
    return {
        Badge.DESIGNED: _("designed"),
        Badge.PLAN_READY: _("plan ready"),
        Badge.REFLECTION_LOGGED: _("looked back at"),
    }[badge]


def missing_words(missing: Missing) -> str:
    """Say what a step still waits for."""
    return {
        Missing.HYPOTHESIS: _("a hunch"),
        Missing.SUCCESS_METRIC: _("a sign that it works"),
        Missing.REVIEW_ON: _("a day to look back"),
        Missing.STRATEGY: _("one obstacle, with what you will do then"),
        Missing.ACTIONS: _("three different steps"),
        Missing.REFLECTION: _("what your experiment taught"),
    }[missing]


def fault_words(fault: Fault) -> str:
    """Say why something about an experiment cannot be kept."""
    sentences = {
        Fault.NOTHING: _("A few words are needed here."),
        Fault.REVIEW_BEFORE_START: _("The day to look back comes before the day it starts."),
        Fault.OUT_OF_RANGE: _("Confidence is a number from 1 to 10."),
    }
    return sentences[fault]


def unclear_words(field: str, unclear: Unclear) -> str:
    """Say why a field about an experience cannot be kept."""
    most = LONGEST_DID if field == "did" else LONGEST_NAME
    sentences = {
        Unclear.NOTHING: _("A few words are needed here: what was it?"),
        Unclear.TOO_LONG: _("Up to %(most)d characters fit. What you wrote is still in the field.") % {"most": most},
        Unclear.NO_MOMENT: _("Write a year, such as 2019, or a year and a month, such as 2019-04."),
        Unclear.ENDED_BEFORE: _("The end comes before the beginning."),
        Unclear.STILL_ENDED: _("It still goes on, so it has no end. Take out the end or the tick."),
    }
    return sentences[unclear]


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
