"""Sentences for what the engine reports as codes."""

from enum import StrEnum

from django.utils.translation import gettext as _

from ps101.domain.engine import AnswerProblem, Finding


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


def liking_words(liking: int) -> str:
    """Say how much something is liked, from 1 to 5."""
    names = (_("not at all"), _("not much"), _("in between"), _("quite a bit"), _("very much"))
    return names[liking - 1]
