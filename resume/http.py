"""How the refusals of this app are told to programs, and how ids are read out of bodies."""

from uuid import UUID

from django.utils.translation import gettext as _

from mosaic.lib.ids import uuid_in
from mosaic.lib.pdf import MissingGlyphs
from mosaic.lib.problems import Problem
from resume.domain.document import NotAResume
from resume.rendering.files import Format

RETRY_SECONDS = "2"
NOBODY = UUID(int=0)


def uuid_of(text: str | None) -> UUID:
    """Read an id out of a body or a query; a malformed one becomes the nil id, which is nobody's."""
    return uuid_in(text) or NOBODY


def nothing_to_go_by() -> Problem:
    """Return the problem of a résumé out of nothing."""
    detail = _("There is nothing to write from yet. Send a file, a text, or answer the first questions.")
    return Problem(409, "nothing_to_go_by", detail, next="POST /wimd/upload")


def not_ready() -> Problem:
    """Return the problem of a file that is not read."""
    problem = Problem(409, "upload_not_ready", _("This file has not been read yet. It takes a few seconds."))
    return problem.with_headers(Retry_After=RETRY_SECONDS)


def not_a_resume(error: NotAResume) -> Problem:
    """Return the problem that names where a document is not JSON Resume."""
    errors = [
        {"field": f"document{one.pointer}", "code": "not_json_resume", "message": one.message} for one in error.findings
    ]
    return Problem(422, "not_json_resume", _("The document is not a résumé in JSON Resume form."), errors=errors)


def missing_glyphs(error: MissingGlyphs) -> Problem:
    """Return the problem of letters that no font here draws, with the formats that need none."""
    detail = _("No font here can draw “%(letters)s”. A Word file carries the text as it is.") % {
        "letters": error.letters
    }
    others = [one.value for one in Format if one is not Format.PDF]
    return Problem(422, "missing_glyphs", detail, letters=error.letters, formats=others)
