"""The project itself as an app: commands, checks of the service, and what watches over it."""

from functools import partial

from django.apps import AppConfig
from django.conf import settings

from mosaic.celery import app as celery_app
from mosaic.lexicon.store import add_to_lexicon
from mosaic.lexicon.taxonomies import kept

__all__ = ["MosaicConfig", "celery_app"]


class MosaicConfig(AppConfig):
    """Makes the Celery app the current one wherever Django runs."""

    name = "mosaic"
    label = "mosaic"

    def ready(self) -> None:
        """Say what share links can show, and that the lexicon goes on with what `load_taxonomy` kept."""
        from mosaic import sharing

        sharing.register()
        add_to_lexicon(partial(kept.extend, folder=settings.TAXONOMIES))
