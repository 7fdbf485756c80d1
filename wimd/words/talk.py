"""What the coach says: its parts put into words. Plain, warm, never directive."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wimd.domain.coach import Part, Reply
from wimd.words.phrases import PHRASES

NEAR = timedelta(days=6)


def message_for(reply: Reply) -> str:
    """Return a reply as text; paragraphs are separated by empty lines."""
    return "\n\n".join(_worded(part) for part in reply.parts)


def _worded(part: Part) -> str:
    wordings = PHRASES[part.code]
    values = {name: _day(value) if isinstance(value, date) else value for name, value in part.values.items()}
    return str(wordings[part.variant % len(wordings)]) % values


def _day(day: date) -> str:
    """Return a day as people name it: the weekday where it is near, else the date."""
    away = timezone.localdate() - day
    if not away:
        return _("today")
    if abs(away) <= timedelta(days=1):
        return _("yesterday") if away > timedelta() else _("tomorrow")
    return date_format(day, "l" if abs(away) <= NEAR else "j F")
