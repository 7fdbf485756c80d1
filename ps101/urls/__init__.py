"""Addresses of discovery: pages and API."""

from django.urls import URLPattern, URLResolver, include, path

from ps101.urls import calendar, draws, experiences, experiments, journeys, mastery, understood

# Fixed words come before ids.
AREAS = (journeys, understood, draws, experiences, mastery, calendar, experiments)
pages = [page for area in AREAS for page in area.pages]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((pages, "ps101"))),
    *(call for area in AREAS for call in area.calls),
]
