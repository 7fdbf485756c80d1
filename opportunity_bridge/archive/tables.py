"""Decisions and applications, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from django.db.models import Model
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from pydantic import TypeAdapter

from mosaic.people.archive import registry
from mosaic.people.archive.registry import Told
from mosaic.people.archive.tables import Table
from mosaic.people.domain.archive import Refused, Why
from mosaic.people.models import Person
from opportunity_bridge import queries
from opportunity_bridge.archive.postings import Postings
from opportunity_bridge.models import Application, ApplicationEvent, Interest, Ranking, Weights
from opportunity_bridge.services.applications import checksum_of
from opportunity_bridge.services.weights import MOST
from opportunity_bridge.words import stage_words


@dataclass(frozen=True)
class FrozenPosting:
    """A posting as it was when somebody applied."""

    role: str
    company: str
    location: str
    url: str
    text: str
    source: str
    sample: bool
    posted_on: str | None


@dataclass(frozen=True)
class FrozenEnclosure:
    """What went along."""

    label: str
    text: str
    document: dict[str, object]
    version: str | None


def register() -> None:
    """Register it."""
    registry.register(Postings())
    for table in (INTERESTS, WEIGHTS, APPLICATIONS, EVENTS):
        registry.register(table)
    registry.leave_out(Ranking, "made anew from what is known whenever it is looked at")


def _check_weights(person: Person, rows: list[Model]) -> None:
    for row in cast(list[Weights], rows):
        weights = row.by_part.values()
        if not any(weights) or max(weights) > MOST:
            raise Refused(Why.WRONG_TYPE, "weights")


def _seal_checksums(person: Person, rows: list[Model]) -> None:
    """Count the checksum again: what was enclosed names its version by a new id."""
    for row in cast(list[Application], rows):
        row.checksum = checksum_of(row.posting, row.enclosure)


def _told_saved(person: Person) -> Iterator[Told]:
    for interest in queries.saved_jobs_of(person):
        words = interest.job.words
        yield Told(words.role, ((_("at"), words.company), (_("where"), words.location)))


def _told_applications(person: Person) -> Iterator[Told]:
    for application in queries.applications_of(person):
        posting = cast(dict[str, str], application.posting)
        enclosure = cast(dict[str, str] | None, application.enclosure)
        applied = date_format(application.applied_at, "j F Y") if application.applied_at else ""
        lines = (
            (_("at"), posting["company"]),
            (_("where"), posting["location"]),
            (_("stands at"), stage_words(application.stage)),
            (_("applied on"), applied),
            (_("your notes"), application.notes),
            (_("what went along"), enclosure["text"] if enclosure else ""),
            (_("the posting"), posting["text"]),
        )
        remarks = tuple((_("you noted"), event.words) for event in application.events.all() if event.words)
        yield Told(posting["role"], (*lines, *remarks))


INTERESTS = Table("interests", "interest", _("saved postings"), Interest, tell=_told_saved)
WEIGHTS = Table("weights", "weights", _("what counts for you"), Weights, prepare=_check_weights)
APPLICATIONS = Table(
    "applications", "application", _("applications"), Application,
    left_out=frozenset({"checksum"}),
    inner={"enclosure": (("version",),)},
    shapes={"posting": TypeAdapter(FrozenPosting), "enclosure": TypeAdapter(FrozenEnclosure)},
    prepare=_seal_checksums,
    tell=_told_applications,
)  # fmt: skip
EVENTS = Table("application_events", "move", _("what happened to applications"), ApplicationEvent)
