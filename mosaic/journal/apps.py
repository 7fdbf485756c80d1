"""The app's registration with Django."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Registers the app."""

    name = "mosaic.journal"
    label = "journal"

    def ready(self) -> None:
        """Register what goes along when somebody takes everything."""
        from mosaic.journal import archive

        archive.register()
