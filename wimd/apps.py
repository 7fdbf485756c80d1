"""The app's registration with Django and with what the apps share."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WimdConfig(AppConfig):
    """What Is My Delta: the coach, the person's files, readings."""

    name = "wimd"
    verbose_name = "What Is My Delta"

    def ready(self) -> None:
        """Register what this app holds of a person and what it lets workers do."""
        from mosaic.ai import approvals, known
        from mosaic.ai.domain.purposes import Purpose
        from mosaic.facts import origins
        from mosaic.lib import work
        from mosaic.people import holdings, stored
        from wimd import archive, coach, links, queries, tasks
        from wimd.models import Upload

        files = holdings.Holding(
            "files", _("files"), lambda person: queries.uploads_of(person).count(), queries.bytes_of
        )
        holdings.register(files)
        holdings.register(holdings.Holding("messages", _("messages"), lambda person: queries.turns_of(person).count()))
        holdings.register(
            holdings.Holding("checkins", _("check-ins"), lambda person: queries.checkins_of(person).count())
        )
        archive.register()
        origins.register(links.origins_of)
        origins.register(links.checkins_of)
        stored.register(stored.Kind(Upload))
        work.register(Upload, tasks.read_upload)
        approvals.register(Purpose.COACH, coach.word_approved)
        known.register(queries.private_of)
