"""The app's registration with Django."""

from django.apps import AppConfig


class AIConfig(AppConfig):
    """Registers the app."""

    name = "mosaic.ai"
    label = "ai"
    verbose_name = "models"

    def ready(self) -> None:
        """Send what somebody says yes to."""
        from mosaic.ai import tasks
        from mosaic.people import consent

        consent.when_approved(lambda receipt: tasks.send_approved.delay(str(receipt.pk)))
