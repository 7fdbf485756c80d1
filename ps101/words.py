"""Sentences for what the engine reports as codes."""

from django.utils.translation import gettext as _

from ps101.domain.engine import AnswerProblem, Finding


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
