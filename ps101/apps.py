"""The app's registration with Django and with what the apps share."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Ps101Config(AppConfig):
    """Discovery: flows, journeys, answers, and what was understood from them."""

    name = "ps101"
    verbose_name = "Discovery"

    def ready(self) -> None:
        """Register what this app holds of a person and what it lets workers do."""
        from mosaic.lib import work
        from mosaic.people import holdings
        from ps101 import archive, queries, tasks
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
                "preference_choices",
                _("choices between two weeks"),
                lambda person: queries.preference_choices_of(person).count(),
            )
        )
        holdings.register(
            holdings.Holding(
                "likings", _("things to do you spoke of"), lambda person: queries.interest_answers_of(person).count()
            )
        )
        archive.register()
        work.register(Context, lambda pk: tasks.extract_context.delay(str(pk)))
