"""Sentences for how reading a file went."""

from django.utils.translation import gettext as _

from mosaic.documents.model import REPAIRED, Outcome
from mosaic.lib import room
from mosaic.lib.work import GAVE_UP, WorkState
from wimd.domain.values import LONGEST_BULLET, LONGEST_LINE, LONGEST_TEXT, Why
from wimd.models import GONE, Upload


def message_of(upload: Upload) -> str:
    """Say how reading a file stands, with a way on where it did not work."""
    if room.is_waiting(upload):
        return _(
            "Waiting for room: the share for providers is used up for now. It is tried again by itself for a day; nothing is lost."
        )
    if upload.state == WorkState.QUEUED:
        return _("Kept. It is next to be read.")
    if upload.state == WorkState.RUNNING:
        return _("Being read. You can leave; the result waits here.")
    if upload.state == WorkState.DONE and upload.outcome == REPAIRED:
        return _("This file is damaged. What is whole in it was read: %(words)d words.") % {"words": upload.words or 0}
    if upload.state == WorkState.DONE:
        return _("Read: %(words)d words.") % {"words": upload.words or 0}
    return _reason(upload.error)


def _reason(code: str) -> str:
    reasons = {
        Outcome.EMPTY: _("There is no text in this file. The file is kept."),
        Outcome.SCANNED: _(
            "These pages are pictures, and no text recognition is installed here. A PDF or DOCX saved from a word processor can be read."
        ),
        Outcome.ENCRYPTED: _("This file is locked with a password. Save it without one and bring it again."),
        Outcome.DAMAGED: _(
            "This file is damaged and could not be read. Saving it again from where it was made often helps."
        ),
        Outcome.UNSUPPORTED: _(
            "This is not a kind of file that can be read here. PDF, DOCX, ODT, RTF and plain text can."
        ),
        Outcome.NEEDS_TRANSCRIPTION: _(
            "Sound becomes text only through a transcription provider. Nobody has heard this one; the file is kept."
        ),
        Outcome.NOT_TRANSCRIBED: _(
            "The provider could not write this recording down, or is not to be had at the moment. The file is kept; later may work."
        ),
        Outcome.TOO_LARGE: _("There is more in this file than can be read here."),
        Outcome.TOO_MANY_PAGES: _(
            "This document has more pages than can be read here. The pages about you are enough."
        ),
        Outcome.EXPANDS_TOO_FAR: _("This file unpacks to far more than it should, so it was not opened."),
        Outcome.TOOK_TOO_LONG: _("Reading this file took too long and was stopped. A simpler version of it may work."),
        Outcome.TOOK_TOO_MUCH_MEMORY: _(
            "Reading this file needed too much memory and was stopped. A simpler version of it may work."
        ),
        GONE: _("The file itself is no longer here. What was read from it stays; bring it again and it is read anew."),
        GAVE_UP: _("Reading was interrupted three times. The file is kept; try once more."),
    }
    return reasons.get(code, _("This file could not be read. It is kept; try once more."))


def refusal_of(why: Why) -> str:
    """Say why a correction cannot be kept."""
    sentences = {
        Why.UNKNOWN_PATH: _("There is no such field in this résumé."),
        Why.WRONG_TYPE: _(
            "A text belongs here; a list of lines where there are lines, the fields of an entry where it is added."
        ),
        Why.TOO_LONG: _(
            "This is longer than fits: %(line)d characters in a line, %(bullet)d in a point, %(text)d in a text."
        )
        % {"line": LONGEST_LINE, "bullet": LONGEST_BULLET, "text": LONGEST_TEXT},
        Why.TOO_MANY: _("There are more than fit here."),
        Why.NOTHING: _("Fill in at least one field."),
        Why.DATE: _("A year, or a month and a year: 2018, 2018-03 or March 2018."),
        Why.EMAIL: _("An e-mail address has an @ and a name of a site after it."),
        Why.URL: _("An address of the web, such as https://example.org."),
        Why.COUNTRY: _("Two letters, such as SE for Sweden."),
    }
    return sentences[why]
