"""The app's registration with Django."""

from django.apps import AppConfig


class AIConfig(AppConfig):
    """Registers the app."""

    name = "mosaic.ai"
    label = "ai"
    verbose_name = "models"
