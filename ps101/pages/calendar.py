"""Days to look back and to do something, as a calendar file."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.utils.translation import gettext as _

from mosaic.journal.domain.names import Due
from mosaic.journal.queries import open_reminders_of
from mosaic.lib import ics
from mosaic.people.models import Person
from ps101 import queries
from ps101.models import Action, Experiment

DETAILS = "details"


def calendar_file(person: Person, *, about: Experiment | None = None, with_details: bool) -> HttpResponse:
    """Return what is due about a person's experiments, or one of them, as a file for a calendar.

    Without details no word of the person is in it: whoever runs the calendar reads along.
    """
    content = ics.write(_entries(person, about, with_details), name=_("Mosaic"))
    headers = {
        "Content-Disposition": 'attachment; filename="mosaic-experiments.ics"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=ics.CONTENT_TYPE, headers=headers)


def wants_details(said: str) -> bool:
    """Whether somebody chose to have their own words in a calendar."""
    return said in ("1", "true", "on")


def _entries(person: Person, about: Experiment | None, with_details: bool) -> Iterator[ics.Entry]:
    experiments = {one.pk: one for one in queries.experiments_of(person)}
    actions = {one.pk: one for one in queries.actions_of(person)}
    for reminder in open_reminders_of(person).filter(kind__in=(Due.REVIEW, Due.ACTION)):
        row: Experiment | Action | None = experiments.get(reminder.subject_id) or actions.get(reminder.subject_id)
        if row and about in (None, row if isinstance(row, Experiment) else row.experiment):
            title, words = _told(row) if with_details else (_plain(row), "")
            yield ics.Entry(
                uid=ics.uid(reminder.kind, row.pk),
                day=reminder.due_on,
                title=title,
                words=words,
                created_at=row.created_at,
                changed_at=row.changed_at,
            )


def _plain(row: Experiment | Action) -> str:
    return _("Mosaic: look back") if isinstance(row, Experiment) else _("Mosaic: a small step")


def _told(row: Experiment | Action) -> tuple[str, str]:
    """Return a title and more, in the person's words."""
    if isinstance(row, Experiment):
        title = _("Mosaic: look back: %(title)s") % {"title": row.title or row.hypothesis}
        return title, _("The sign: %(sign)s") % {"sign": row.success_metric} if row.success_metric else ""
    title = _("Mosaic: %(step)s") % {"step": row.label}
    return title, _("With: %(name)s") % {"name": row.accountability} if row.accountability else ""
