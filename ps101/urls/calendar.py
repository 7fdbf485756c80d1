"""Addresses of days to look back and to do something, for a calendar."""

from django.urls import path

from mosaic.lib.routes import api
from ps101.views import calendar
from ps101.viewsets.calendar import CalendarViewSet

pages = [
    path("experiments/calendar.ics", calendar.all_days, name="calendar"),
    path("experiments/<uuid:experiment_id>/calendar.ics", calendar.days, name="experiment-calendar"),
]

calls = [
    api("ps101/experiments/calendar", CalendarViewSet.as_view({"get": "list"}), "calendar-list"),
    api("ps101/experiments/<uuid:experiment_id>/calendar", CalendarViewSet.as_view({"get": "retrieve"}), "calendar"),
]
