"""What the pages of applications show: the board, what happened, one application."""

from collections.abc import Iterable
from datetime import date
from typing import cast
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mosaic.journal.models import Reminder
from mosaic.journal.queries import open_reminders_of
from mosaic.people.models import Person
from opportunity_bridge import queries, words
from opportunity_bridge.domain.stages import CLOSED, TALKING, Change, Stage, can_move, standing
from opportunity_bridge.models import Application, ApplicationEvent, Interest

Shown = dict[str, object]
LATEST = 12


def board(person: Person) -> Shown:
    """Return the columns, what can be moved, and what happened last."""
    applications = list(queries.applications_of(person))
    due = due_dates(person)
    saved = _without(queries.saved_jobs_of(person), applications)
    cards = [card(one, due.get(one.pk)) for one in applications]
    stages = (
        {Stage.SAVED: "saved", Stage.APPLIED: "applied"}
        | dict.fromkeys(TALKING, "talking")
        | dict.fromkeys(CLOSED, "closed")
    )
    columns = {"saved": [_saved_card(one) for one in saved], "applied": [], "talking": [], "closed": []}
    for application, shown in zip(applications, cards, strict=True):
        columns[stages[Stage(application.stage)]].append(shown)
    titles = {"saved": _("saved"), "applied": _("applied"), "talking": _("in conversation"), "closed": _("closed")}
    return {
        "columns": [{"key": key, "title": titles[key], "cards": found} for key, found in columns.items()],
        "movable": cards,
        "stages": stage_choices(),
        "events": [happening(one) for one in queries.events_of(person)[:LATEST]],
        "is_empty": not applications and not saved,
        "due": [one for one in cards if one["due"] and cast(date, one["due"]) <= timezone.localdate()],
    }


def detail(person: Person, application: Application) -> Shown:
    """Return one application with what was frozen and everything that happened."""
    reminder = due_dates(person).get(application.pk)
    events = list(application.events.all())
    present = Stage(application.stage)
    enclosure = application.enclosure if isinstance(application.enclosure, dict) else None
    return {
        "application": application,
        "posting": application.posting,
        "enclosure": enclosure,
        "stage": words.stage_words(present),
        "due": reminder,
        "stages": stage_choices(present),
        "events": [happening(one) for one in reversed(events)],
        "can_undo": len(standing(queries.steps_in(application))) > 1,
        "is_visible": bool(application.job and queries.job_for(person, application.job.pk)),
    }


def stage_choices(present: Stage | None = None) -> list[tuple[str, str]]:
    """Return the stages an application can move to, those that come next first."""
    order = list(Stage)
    after = order.index(present) if present else 0
    turned = [*order[after + 1 :], *order[: after + 1]]
    fitting = [stage for stage in turned if stage is not Stage.SAVED and (present is None or can_move(present, stage))]
    return [(stage.value, words.stage_words(stage)) for stage in fitting]


def due_dates(person: Person) -> dict[UUID, date]:
    """Return when to ask how things stand, by application."""
    reminders: Iterable[Reminder] = open_reminders_of(person).filter(subject=Application._meta.model_name)
    return {reminder.subject_id: reminder.due_on for reminder in reminders}


def card(application: Application, due: date | None) -> Shown:
    """Return a card of the board."""
    posting = cast(dict[str, object], application.posting)
    return {
        "id": application.pk,
        "url": reverse("applications:detail", args=[application.pk]),
        "role": posting.get("role") or _("posting without a title"),
        "company": posting.get("company"),
        "is_sample": posting.get("sample"),
        "stage": words.stage_words(application.stage),
        "since": application.applied_at,
        "due": due,
        "is_closed": application.stage in CLOSED,
        "changed_at": application.changed_at,
    }


def happening(event: ApplicationEvent) -> Shown:
    """Return one line of what happened."""
    posting = cast(dict[str, object], event.application.posting)
    stage = words.stage_words(event.stage)
    told = _("taken back: %(stage)s") % {"stage": stage} if event.change == Change.UNDONE else stage
    return {
        "at": event.created_at,
        "application": event.application_id,
        "role": posting.get("role") or _("posting without a title"),
        "company": posting.get("company"),
        "what": told,
        "words": event.words,
    }


def _without(saved: QuerySet[Interest], applications: list[Application]) -> list[Interest]:
    taken = {application.job_id for application in applications}
    return [interest for interest in saved if interest.job_id not in taken]


def _saved_card(interest: Interest) -> Shown:
    job = interest.job
    found = job.words
    return {
        "id": job.pk,
        "url": reverse("opportunities:detail", args=[job.pk]),
        "role": found.role or _("posting without a title"),
        "company": found.company,
        "is_sample": job.is_sample,
        "note": _closing(job.closes_on),
    }


def _closing(closes_on: date | None) -> str:
    if closes_on is None:
        return ""
    days = (closes_on - timezone.localdate()).days
    if days < 0:
        return _("closed")
    if days == 0:
        return _("closes today")
    return ngettext("closes in %(days)d day", "closes in %(days)d days", days) % {"days": days}
