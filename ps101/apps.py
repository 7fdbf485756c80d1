"""The app's registration with Django and with what the apps share."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet

    from mosaic.people.models import Person


def _count(rows_of: "Callable[[Person], QuerySet[Model]]", person: "Person") -> int:
    return rows_of(person).count()


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

        held = {
            "journeys": (_("journeys"), queries.journeys_of),
            "answers": (_("answers"), queries.given_answers_of),
            "experiments": (_("small experiments"), queries.experiments_of),
            "experiences": (_("things you have done"), queries.experiences_of),
            "preference_choices": (_("choices between two weeks"), queries.preference_choices_of),
            "likings": (_("things to do you spoke of"), queries.interest_answers_of),
        }
        for name, (words, rows_of) in held.items():
            holdings.register(holdings.Holding(name, words, partial(_count, rows_of)))
        origins.register(links.origins_of)
        archive.register()
        work.register(Context, tasks.extract_context)
        approvals.register(Purpose.EXTRACT, jobs.use_approved)
