"""What is said of a file that is brought."""

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _


def kept() -> str:
    """Say that a file is new here."""
    return _("Kept. It is next to be read.")


def kept_before(name: str) -> str:
    """Say that the same bytes were here already, under a name."""
    return _("These very bytes were here already, as %(name)s. It stays one file.") % {"name": name}


def empty_file() -> str:
    """Say that a file holds nothing."""
    return _("This file is empty: it holds 0 bytes.")


def unreadable() -> str:
    """Say that nobody here can read a file's kind."""
    return _(
        "This is not a kind of file that can be read here. PDF, DOCX, ODT, RTF, plain text, pictures, sound and film can."
    )


def too_large(limit: int) -> str:
    """Say which limit in bytes a file is over."""
    return _("This file is larger than %(limit)s, the most that is read here of its kind.") % {
        "limit": filesizeformat(limit)
    }


def too_full(limit: int, free: int) -> str:
    """Say that a file does not fit beside a person's others, and how much would."""
    return _(
        "Your files together would be more than %(limit)s. %(free)s are left; deleting one of the largest makes room."
    ) % {"limit": filesizeformat(limit), "free": filesizeformat(free)}
