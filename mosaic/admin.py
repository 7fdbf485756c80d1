"""The service about itself: signs of life, traffic, alerts."""

from django.contrib import admin

from mosaic.models import Alert, Heartbeat, Traffic
from mosaic.people.admin import ReadOnlyAdmin

admin.site.site_header = "Mosaic"
admin.site.site_title = "Mosaic"
admin.site.index_title = "What is going on"


@admin.register(Heartbeat)
class HeartbeatAdmin(ReadOnlyAdmin[Heartbeat]):
    """When things last ran to their end."""

    list_display = ("name", "at")


@admin.register(Alert)
class AlertAdmin(ReadOnlyAdmin[Alert]):
    """What is, or was, out of its bounds."""

    list_display = ("name", "reading", "began_at", "ended_at")
    list_filter = ("name",)


@admin.register(Traffic)
class TrafficAdmin(ReadOnlyAdmin[Traffic]):
    """How long answers took."""

    list_display = ("window", "bucket", "count")
