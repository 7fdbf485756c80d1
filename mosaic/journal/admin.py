"""Steps, reminders and daily counts, as staff see them."""

from django.contrib import admin

from mosaic.journal.models import DailyCount, Event, Reminder
from mosaic.people.admin import OwnedAdmin, ReadOnlyAdmin


@admin.register(Event)
class EventAdmin(OwnedAdmin[Event]):
    """What happened to people."""

    list_display = ("name", "person", "created_at", "subject")
    list_filter = ("name",)


@admin.register(Reminder)
class ReminderAdmin(OwnedAdmin[Reminder]):
    """What is due."""

    list_display = ("kind", "person", "due_on", "state")
    list_filter = ("kind", "state")


@admin.register(DailyCount)
class DailyCountAdmin(ReadOnlyAdmin[DailyCount]):
    """How often things happened, to everybody together."""

    list_display = ("day", "name", "count")
    list_filter = ("name",)
