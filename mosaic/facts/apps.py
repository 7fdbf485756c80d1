"""The app's registration with Django."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    """Registers the app."""

    name = "mosaic.facts"
    label = "facts"

    def ready(self) -> None:
        """Register what goes along when somebody takes everything."""
        from mosaic.facts import archive

        archive.register()
