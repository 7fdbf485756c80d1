"""What the discovery part of the API refuses."""

from django.utils.translation import gettext as _

from mosaic.lib.problems import Invalid, Problem
from ps101 import services
from ps101.domain.engine import Finding
from ps101.words import words_for


def not_completed(error: services.NotCompleted) -> Problem:
    """Return the problem that names what is still open."""
    detail = _("Some questions are still open. Answer them and come back.")
    return Problem(409, "ps101_not_completed", detail, open=list(error.open))


def refused(finding: Finding) -> Invalid:
    """Return the problem of an answer that is kept as a draft only."""
    return Invalid("rating" if "rating" in finding.code else "text", finding.code, words_for(finding))
