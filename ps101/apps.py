"""The app's registration with Django and with what the apps share."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from mosaic.people.models import Person


def _count(rows: "Callable[[Person], QuerySet[Model]]", person: "Person") -> int:
    return rows(person).count()


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

        for name, label, rows in (
            ("journeys", _("journeys"), queries.journeys_of),
            ("answers", _("answers"), queries.given_answers_of),
            ("experiments", _("small experiments"), queries.experiments_of),
            ("preference_choices", _("choices between two weeks"), queries.preference_choices_of),
            ("likings", _("things to do you spoke of"), queries.interest_answers_of),
        ):
            holdings.register(holdings.Holding(name, label, partial(_count, rows)))
        archive.register()
        work.register(Context, lambda pk: tasks.extract_context.delay(str(pk)))
