"""Sentences about experiments."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ps101.domain.experiments import Badge, Fault, Missing, NextMove, Side, Status

SIDES = [(Side.EXTERNAL, gettext_lazy("from outside")), (Side.INTERNAL, gettext_lazy("from inside"))]
NEXT_MOVES = [
    (NextMove.CONTINUE, gettext_lazy("go on with it")),
    (NextMove.PIVOT, gettext_lazy("try something different")),
    (NextMove.ARCHIVE, gettext_lazy("put it away")),
]


def status_words(status: str) -> str:
    """Say where an experiment stands."""
    return {
        Status.DRAFT: _("waiting"),
        Status.ACTIVE: _("under way"),
        Status.REVIEWED: _("looked back at"),
        Status.ARCHIVED: _("put away"),
    }[Status(status)]


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
