"""Sentences about what somebody has done, and the tools beside questions."""

from django.utils.translation import gettext as _

from ps101.domain.experiences import LONGEST_DID, LONGEST_NAME, Unclear


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
