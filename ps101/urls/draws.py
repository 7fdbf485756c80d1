"""Addresses of what matters most, and what draws somebody."""

from django.urls import path

from mosaic.lib.routes import api
from ps101.views import draws as views
from ps101.viewsets import InterestsViewSet, PreferencesViewSet

pages = [
    path("discovery/what-matters/", views.what_matters, name="what-matters"),
    path("discovery/what-matters/back/", views.unchoose, name="what-matters-back"),
    path("discovery/what-matters/again/", views.choose_again, name="what-matters-again"),
    path("discovery/what-draws/", views.what_draws, name="what-draws"),
    path("discovery/what-draws/back/", views.unlike, name="what-draws-back"),
    path("discovery/what-draws/again/", views.like_again, name="what-draws-again"),
]

calls = [
    api(
        "wimd/preferences",
        PreferencesViewSet.as_view({"get": "retrieve", "post": "create", "delete": "destroy"}),
        "preferences",
    ),
    api("wimd/preferences/undo", PreferencesViewSet.as_view({"post": "undo"}), "preferences-undo"),
    api(
        "wimd/interests",
        InterestsViewSet.as_view({"get": "retrieve", "post": "create", "delete": "destroy"}),
        "interests",
    ),
    api("wimd/interests/undo", InterestsViewSet.as_view({"post": "undo"}), "interests-undo"),
]
