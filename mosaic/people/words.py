"""Sentences for the ways in which an archive can be refused."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mosaic.people.domain.archive import Refused, Why

NOTHING_KEPT = _("Nothing of it was kept.")
NOT_EMPTY = _(
    "There is something here already, and nothing of it is replaced. Take in an archive before you begin, or erase first."
)
SENTENCES: dict[Why, Promise | str] = {
    Why.NOT_A_ZIP: _("This is not a ZIP archive."),
    Why.DAMAGED: _("This archive is damaged, or was packed in a way that is not read here."),
    Why.LOCKED: _("This archive is locked with a password. Take the password off and try again."),
    Why.TOO_LARGE: _("This archive holds more than fits here."),
    Why.TOO_MANY: _("This archive has more parts than any export from here."),
    Why.EXPANDS: _("This archive would unpack to far more than it should. It was not opened."),
    Why.UNSAFE_NAME: _("This archive holds names that reach outside of it, or the same name twice. It was not opened."),
    Why.NO_MANIFEST: _("There is no mosaic.json in this archive, so it is no export from here."),
    Why.NOT_JSON: _("The mosaic.json in this archive cannot be read."),
    Why.OTHER_FORMAT: _("The mosaic.json in this archive is not an export from here."),
    Why.MISSING_FILE: _("A file that mosaic.json names is not in the archive."),
    Why.CHANGED_FILE: _("A file in the archive is not the one that was exported."),
    Why.WRONG_TYPE: _("Something in mosaic.json does not fit its place."),
    Why.UNKNOWN_ID: _("Something in mosaic.json points at what is not in this archive."),
    Why.CONTRADICTS: _("Some parts of mosaic.json contradict each other."),
    Why.TOO_SLOW: _("Looking at this archive took too long."),
}
SHOWN_PLACE = 120


def refusal_words(refused: Refused) -> str:
    """Say why an archive was refused, and where in it if one place is to blame."""
    said = f"{SENTENCES[refused.why]} {NOTHING_KEPT}"
    return f"{said} ({refused.where[:SHOWN_PLACE]})" if refused.where else said
