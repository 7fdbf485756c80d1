"""The service about itself, and people with where they stand: what several apps know of them together."""

from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Max, Model
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mosaic.models import Alert, Heartbeat, Traffic
from mosaic.people import admin as people
from mosaic.people.models import Person, Session
from wimd.domain.metrics import Metric
from wimd.queries.overview import Overview, overviews_of

admin.site.site_header = "Mosaic"
admin.site.site_title = "Mosaic"
admin.site.index_title = "What is going on"

Row = TypeVar("Row", bound=Model)
STANDING = ("stage", "clarity", "action", "momentum", "storage")


@admin.register(Heartbeat)
class HeartbeatAdmin(people.ReadOnlyAdmin[Heartbeat]):
    """When things last ran to their end."""

    list_display = ("name", "at")


@admin.register(Alert)
class AlertAdmin(people.ReadOnlyAdmin[Alert]):
    """What is, or was, out of its bounds."""

    list_display = ("name", "reading", "began_at", "ended_at")
    list_filter = ("name",)


@admin.register(Traffic)
class TrafficAdmin(people.ReadOnlyAdmin[Traffic]):
    """How long answers took."""

    list_display = ("window", "bucket", "count")


class StandingList(ChangeList):
    """A page of a list, with where the people on it stand; read for all of them at once."""

    def get_results(self, request: HttpRequest) -> None:
        """Read the rows, and what is known of their people."""
        super().get_results(request)
        rows = list(self.result_list)
        whose = {row.pk: row if isinstance(row, Person) else row.person for row in rows}
        found = overviews_of(list({person.pk: person for person in whose.values()}.values()), timezone.now())
        used = Session.objects.filter(person__in=found).order_by().values_list("person_id").annotate(at=Max("used_at"))
        last: dict[UUID, datetime] = dict(used)
        for row in rows:
            row.standing, row.last_used = found[whose[row.pk].pk], last.get(whose[row.pk].pk)
        self.result_list = rows


class WithStanding(people.PersonalAdmin[Row]):
    """Rows with where their person stands: stage, readings, storage, and when they were here last."""

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[ChangeList]:
        """Return the list that reads it."""
        return StandingList

    @admin.display(description=_("stage"))
    def stage(self, row: Row) -> str:
        """Return how far they are."""
        return _of(row).stage

    @admin.display(description=_("clarity"))
    def clarity(self, row: Row) -> int:
        """Return the reading."""
        return _of(row).readings[Metric.CLARITY]

    @admin.display(description=_("action"))
    def action(self, row: Row) -> int:
        """Return the reading."""
        return _of(row).readings[Metric.ACTION]

    @admin.display(description=_("momentum"))
    def momentum(self, row: Row) -> int:
        """Return the reading."""
        return _of(row).readings[Metric.MOMENTUM]

    @admin.display(description=_("storage"))
    def storage(self, row: Row) -> str:
        """Return the bytes of all files."""
        return filesizeformat(_of(row).storage)

    @admin.display(description=_("last here"))
    def last_here(self, row: Row) -> datetime | None:
        """Return when one of their sessions was last used, to the hour."""
        at: datetime | None = row.last_used  # type: ignore[attr-defined]  # set by StandingList
        return at


def _of(row: Model) -> Overview:
    found: Overview = row.standing  # type: ignore[attr-defined]  # set by StandingList
    return found


admin.site.unregister((Person, Session))


@admin.register(Person)
class PersonAdmin(WithStanding[Person], people.PersonAdmin):
    """People: where they stand, when they came and were here last, until when they are kept."""

    list_display = ("__str__", *STANDING, "last_here", "created_at", "expires_at", "has_content", "language", "ai_mode")


@admin.register(Session)
class SessionAdmin(WithStanding[Session], people.SessionAdmin):
    """Open sessions, with where their person stands."""

    list_display = ("__str__", "person", "used_at", *STANDING, "created_at")
