"""Days for a calendar, as an iCalendar file (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, vText
from icalendar.enums import TRANSP

from mosaic.lib.text import normalised

CONTENT_TYPE = "text/calendar; charset=utf-8"
PRODID = "-//Mosaic//Mosaic//EN"
DOMAIN = "mosaic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One whole day. `uid` stays the same for ever, so that a calendar knows again what it has.

    Of two files the one with the later `changed_at` is right; both times are aware.
    """

    uid: str
    day: date
    title: str
    words: str = ""
    created_at: datetime
    changed_at: datetime

    @property
    def sequence(self) -> int:
        """A number that rises with each change: seconds since the entry was made."""
        return max(0, int((self.changed_at - self.created_at).total_seconds()))


def uid(kind: str, key: object) -> str:
    """Return the name a thing has in every calendar."""
    return f"{kind}-{key}@{DOMAIN}"


def write(entries: Iterable[Entry], *, name: str) -> bytes:
    """Return a calendar with an event for each entry. The days are the person's own: they carry no time zone."""
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", vText(normalised(name)))
    for entry in entries:
        calendar.add_component(_event(entry))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.changed_at)
    event.add("created", entry.created_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.sequence)
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", normalised(entry.title))
    if entry.words:
        event.add("description", normalised(entry.words))
    # A day to look back takes nobody's time away.
    event.add("transp", TRANSP.TRANSPARENT)
    return event
