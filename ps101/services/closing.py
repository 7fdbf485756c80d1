"""What a person can do at the end of a journey: commit to a week, take up the next experiment, keep it all on paper."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from mosaic.journal.domain.names import Due, Happened
from mosaic.journal.queries import open_reminders_of
from mosaic.journal.services import finish_reminder, note, remind
from mosaic.lib.pdf import Paper
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from ps101 import queries
from ps101.domain.commitment import Doubt, doubt_about
from ps101.domain.experiments import Canvas
from ps101.models import Commitment, Experiment, Journey
from ps101.rendering.pdf import to_pdf
from ps101.rendering.sheet import lay_out
from ps101.services.experiments import design


class Doubtful(Exception):
    """A commitment that cannot be kept as it was typed; says why as a code."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt)
        self.doubt = doubt


@dataclass(frozen=True, slots=True)
class Printed:
    """A journey on paper, and how the file is called."""

    content: bytes
    name: str


@transaction.atomic
def commit(
    person: Person, journey: Journey, *, week: str, day: date, holding: str = "", telling: str = ""
) -> Commitment:
    """Commit to something this week, due on a day; said again, it is changed. Nobody is told. Raises Doubtful.

    One that is done is open again with another day: that is how the next week begins.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    before = queries.commitment_of(journey)
    doubt = doubt_about(week, day, today=timezone.localdate(), kept=before.day if before else None)
    if doubt:
        raise Doubtful(doubt)
    is_anew = before is None or (before.done_at is not None and before.day != day)
    commitment = before or Commitment(person=person, journey=journey)
    if is_anew:
        commitment.done_at = None
    commitment.week, commitment.day = normalised(week).strip(), day
    commitment.holding, commitment.telling = normalised(holding).strip(), normalised(telling).strip()
    commitment.save()
    if commitment.done_at is None:
        remind(person, Due.COMMITMENT, commitment, day)
    if is_anew:
        note(person, Happened.COMMITTED, commitment)
    return commitment


@transaction.atomic
def finish(person: Person, commitment: Commitment) -> Commitment:
    """Note that it is done; twice is once."""
    if Commitment.objects.filter(person=person, pk=commitment.pk, done_at=None).update(done_at=timezone.now()):
        for reminder in open_reminders_of(person).filter(subject_id=commitment.pk):
            finish_reminder(person, reminder)
    commitment.refresh_from_db()
    return commitment


@transaction.atomic
def reopen(person: Person, commitment: Commitment) -> Commitment:
    """Take back that it is done; its day is due again."""
    done = Commitment.objects.filter(person=person, pk=commitment.pk, done_at__isnull=False)
    if done.update(done_at=None):
        remind(person, Due.COMMITMENT, commitment, commitment.day)
    commitment.refresh_from_db()
    return commitment


@transaction.atomic
def follow_up(person: Person, canvas: Canvas, *, follows: Experiment | None) -> Experiment:
    """Write down the next experiment; the same form sent twice is one experiment. Raises Faulty."""
    Person.objects.select_for_update().get(pk=person.pk)
    # Sealed words cannot be compared by the database.
    for one in queries.experiments_of(person).filter(follows=follows):
        if (one.title, one.hypothesis) == (canvas.title.strip(), canvas.hypothesis.strip()):
            return one
    return design(person, canvas, follows=follows)


def print_journey(journey: Journey, paper: Paper) -> Printed:
    """Set everything of a journey as PDF. Raises MissingGlyphs when no font here can draw its letters."""
    sheet = lay_out(journey)
    day = timezone.localdate(journey.completed_at or journey.created_at)
    return Printed(to_pdf(sheet, paper=paper, made_at=timezone.now()), f"{_('discovery')}-{day.isoformat()}.pdf")
