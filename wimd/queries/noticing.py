"""What a person's journal and plans show without being asked, for the coach to say once."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone

from mosaic.journal.domain.names import Happened
from mosaic.journal.models import Event
from mosaic.journal.queries import events_of
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.domain.experiments import Status
from ps101.models import Commitment, Experiment
from wimd.domain.coach import Notice, Noticed
from wimd.domain.momentum import REAL

SILENT = 3
"""Days without a message after which it was quiet."""
LATELY = timedelta(days=7)
SAVED_FOR = timedelta(days=2)
"""How long a saved job is left alone."""
LONGEST = 160


def notices_of(person: Person, *, away: int) -> tuple[Notice, ...]:
    """Return what there is to notice, what encourages first."""
    today = timezone.localdate()
    experiments = list(discovery.experiments_of(person).exclude(status=Status.ARCHIVED))
    found = (
        *_done(person),
        *_overdue(experiments, today),
        *_experiments(experiments, today),
        *_commitments(person, today),
        *_saved(person),
        *_away(away, today),
    )
    return tuple(one for one in found if len(one.words) <= LONGEST)


def _done(person: Person) -> Iterator[Notice]:
    since = timezone.now() - LATELY
    for action in discovery.actions_of(person).filter(done_at__gte=since):
        yield Notice(Noticed.DONE, f"done:{action.pk}", _bare(action.label))


def _overdue(experiments: list[Experiment], today: date) -> Iterator[Notice]:
    late = [
        action
        for experiment in experiments
        if experiment.status != Status.REVIEWED
        for action in experiment.actions.all()
        if action.done_at is None and action.due_on and action.due_on < today
    ]
    for action in sorted(late, key=lambda one: (one.due_on, one.created_at, one.pk)):
        yield Notice(Noticed.OVERDUE, f"overdue:{action.pk}", _bare(action.label), action.due_on)


def _experiments(experiments: list[Experiment], today: date) -> Iterator[Notice]:
    for one in experiments:
        if one.status != Status.ACTIVE or hasattr(one, "reflection"):
            continue
        named = _bare(one.title or one.hypothesis)
        if one.review_on is None:
            yield Notice(Noticed.NO_REVIEW_DATE, f"no-review:{one.pk}", named)
        elif one.review_on <= today:
            yield Notice(Noticed.UNREVIEWED, f"unreviewed:{one.pk}", named, one.review_on)


def _commitments(person: Person, today: date) -> Iterator[Notice]:
    """What was to be done by a day that has passed, and was not ticked off."""
    open_ones = Commitment.objects.filter(person=person, done_at__isnull=True, day__lt=today).order_by("-day")
    for one in open_ones[:1]:
        yield Notice(Noticed.SAID_NOT_DONE, f"committed:{one.pk}", _bare(one.week), one.day)


def _saved(person: Person) -> Iterator[Notice]:
    """Jobs that are kept, none of which was applied to since the first of them was."""
    saved: dict[object, Event] = {}
    for event in reversed(events_of(person, Happened.JOB_SAVED, Happened.JOB_UNSAVED, Happened.JOB_HIDDEN)):
        if event.name == Happened.JOB_SAVED:
            saved[event.subject_id] = event
        else:
            saved.pop(event.subject_id, None)
    first = min((event.created_at for event in saved.values()), default=None)
    if first is None or first > timezone.now() - SAVED_FOR:
        return
    if not events_of(person, Happened.APPLIED).filter(created_at__gte=first).exists():
        # Told once for each number of them: a further one may be the right one.
        yield Notice(Noticed.SAVED_NOT_APPLIED, f"saved:{len(saved)}", count=len(saved))


def _away(away: int, today: date) -> Iterator[Notice]:
    if away >= SILENT:
        yield Notice(Noticed.AWAY, f"away:{today.isoformat()}")


def has_stepped_lately(person: Person) -> bool:
    """Whether a person took a real step in the last seven days."""
    return Event.objects.filter(person=person, name__in=REAL, created_at__gte=timezone.now() - LATELY).exists()


def _bare(words: str) -> str:
    return words.strip().rstrip(".!? ")
