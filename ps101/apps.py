"""The app's registration with Django and with what the apps share."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Ps101Config(AppConfig):
    """Discovery: flows, journeys, answers, and what was understood from them."""

    name = "ps101"
    verbose_name = "Discovery"

    def ready(self) -> None:
        """Register what this app holds of a person and what it lets workers do."""
        from mosaic.ai import approvals
        from mosaic.ai.domain.purposes import Purpose
        from mosaic.facts import origins
        from mosaic.lib import work
        from mosaic.people import holdings
        from ps101 import archive, jobs, links, queries, tasks
        from ps101.models import Context

        holdings.register(
            holdings.Holding("journeys", _("journeys"), lambda person: queries.journeys_of(person).count())
        )
        holdings.register(
            holdings.Holding("answers", _("answers"), lambda person: queries.given_answers_of(person).count())
        )
        holdings.register(
            holdings.Holding(
                "experiments", _("small experiments"), lambda person: queries.experiments_of(person).count()
            )
        )
        holdings.register(
            holdings.Holding(
                "experiences", _("things you have done"), lambda person: queries.experiences_of(person).count()
            )
        )
        origins.register(links.origins_of)
        archive.register()
        work.register(Context, lambda pk: tasks.extract_context.delay(str(pk)))
        approvals.register(Purpose.EXTRACT, jobs.use_approved)
