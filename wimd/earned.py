"""What earned each point: named in the person's own words where there are some, with its day and where it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.urls import reverse

from mosaic.facts.models import Fact
from mosaic.facts.queries import facts_of
from mosaic.journal import origins
from mosaic.journal.domain.names import Happened
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.models import Experiment, Journey
from wimd import queries
from wimd.domain.metrics import Metric, Next, Point, Reading, readings
from wimd.domain.points import Known, Moving
from wimd.words.readings import counted_words, next_words

History = Sequence[tuple[datetime, Mapping[Metric, Reading]]]

LONGEST_QUOTE = 160
WEEKS = 12

# Where each kind of thing is looked at; those with an id of their own lead to it.
PAGES: Mapping[str, str] = {
    Known.AGREED: "ps101:understood",
    Known.CONFIRMED: "ps101:understood",
    Known.PROBLEM: "ps101:understood",
    Known.WHOLE_JOURNEY: "ps101:understood",
    Known.TALK: "wimd:coach",
    Happened.JOURNEY_COMPLETED: "ps101:summary",
    Happened.REMINDER_DONE: "ps101:mastery",
    Happened.ANSWER_GIVEN: "ps101:discovery",
    Happened.APPLIED: "applications:list",
    Happened.CHECKED_IN: "wimd:check-in",
}
ROWS: Mapping[str, str] = {
    Happened.EXPERIMENT_DESIGNED: "ps101:experiment",
    Happened.EXPERIMENT_STARTED: "ps101:experiment",
    Happened.EXPERIMENT_REVIEWED: "ps101:experiment",
    Happened.EXPERIENCE_TOLD: "ps101:experience",
    Happened.FILE_READ: "wimd:file",
    Happened.JOB_SAVED: "opportunities:detail",
    Happened.JOB_ADDED: "opportunities:detail",
    Happened.STAGE_CHANGED: "applications:detail",
    Happened.VERSION_MADE: "resume:version",
}
# Where what raises a reading is done.
NEXT: Mapping[str, str] = {
    Known.VALUE: "wimd:coach",
    Known.GOAL: "wimd:coach",
    Known.SKILL: "ps101:experiences",
    Known.AGREED: "wimd:coach",
    Known.TALK: "wimd:coach",
    Known.TARGET: "opportunities:list",
    Known.CONFIRMED: "ps101:understood",
    Known.WHOLE_JOURNEY: "ps101:discovery",
    Happened.EXPERIMENT_DESIGNED: "ps101:experiment-new",
    Happened.EXPERIMENT_STARTED: "ps101:experiments",
    Happened.EXPERIMENT_REVIEWED: "ps101:experiments",
    Happened.ACTION_DONE: "ps101:experiments",
    Happened.FILE_READ: "wimd:files",
    Happened.JOB_SAVED: "opportunities:list",
    Happened.VERSION_MADE: "resume:studio",
    Happened.APPLIED: "opportunities:list",
    Happened.REMINDER_DONE: "ps101:mastery",
    Moving.ANY_STEP: "door",
    Moving.ANOTHER_DAY: "door",
    Moving.NEXT_WEEK: "door",
}


@dataclass(frozen=True, slots=True)
class Earned:
    """Points with what earned them: what kind of thing, what it is called, in whose words, when, and where it is."""

    fact: str
    points: int
    when: datetime
    words: str
    label: str
    quote: str
    url: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """What raises a reading next, in words, and where it is done."""

    step: str
    points: int
    words: str
    url: str


def numbers(person: Person, now: datetime) -> dict[Metric, int]:
    """Return the three numbers of this moment."""
    found = readings(queries.things_of(person), queries.steps_of(person), now, queries.zone_of(person))
    return {metric: reading.value for metric, reading in found.items()}


def with_history(person: Person, now: datetime) -> tuple[dict[Metric, Reading], History]:
    """Return the readings of this moment, with what can raise them, and those of the last twelve weeks up to now."""
    things, steps, zone = queries.things_of(person), queries.steps_of(person), queries.zone_of(person)
    moments = (now - timedelta(weeks=back) for back in range(WEEKS, 0, -1))
    current = readings(things, steps, now, zone, queries.doable_of(person))
    return current, [*((at, readings(things, steps, at, zone)) for at in moments), (now, current)]


class Names:
    """The names of everything of a person that can have earned a point, read once."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.facts: dict[str, Fact] = {str(fact.pk): fact for fact in facts_of(person)}
        self.labels = {str(pk): name for pk, name in origins.names_of(person).items()}
        # Words are sealed: of many rows only those that earned something are opened.
        self.quotes: dict[str, Callable[[], str]] = {
            str(one.pk): partial(getattr, one, name)
            for name, rows in (
                ("text", discovery.given_answers_of(person)),
                ("title", discovery.experiences_of(person)),
                ("filename", queries.uploads_of(person).only("filename", "person")),
            )
            for one in rows
        }
        self.actions: dict[str, Experiment] = {}
        for experiment in discovery.experiments_of(person):
            self.quotes[str(experiment.pk)] = partial(_title_of, experiment)
            for action in experiment.actions.all():
                self.quotes[str(action.pk)] = partial(getattr, action, "label")
                self.actions[str(action.pk)] = experiment
        context = discovery.context_of(person)
        self.problem = context.problem_definition if context else ""

    def earned(self, point: Point) -> Earned:
        """Return a point with its name and its place."""
        code = point.detail if point.fact == Moving.ACTIVE_DAY else point.fact
        label, quote = self._named(code, point.subject)
        return Earned(
            fact=point.fact,
            points=point.points,
            when=point.when,
            words=counted_words(code),
            label=label,
            quote=_short(quote),
            url=self._url(code, point),
        )

    def _named(self, code: str, subject: str) -> tuple[str, str]:
        """Return what a thing is called here, and the words of the person it stands on."""
        fact = self.facts.get(subject)
        if fact:
            quote = next((one.quote for one in fact.evidence.all()), "")
            return (fact.label, quote) if fact.lexicon_id else ("", fact.label)
        if code == Known.PROBLEM:
            return "", self.problem
        if code == Known.TALK:
            turn = queries.turns_of(self.person).filter(pk=subject).first()
            return "", turn.text if turn else ""
        return self.labels.get(subject, ""), self.quotes.get(subject, str)()

    def _url(self, code: str, point: Point) -> str:
        if point.subject in self.facts:
            return reverse("wimd:fact-edit", args=[UUID(point.subject)])
        if code == Known.TARGET and not point.subject:
            return reverse("wimd:delta")
        if code == Known.TARGET:
            code = Happened.JOB_SAVED
        if code == Known.WANTED:
            return reverse("ps101:prompt", args=[queries.WISHED_STATE])
        if code == Happened.ACTION_DONE:
            experiment = self.actions.get(point.subject)
            return reverse("ps101:experiment", args=[experiment.pk]) if experiment else reverse("ps101:experiments")
        if code in ROWS and point.subject:
            return reverse(ROWS[code], args=[UUID(point.subject)])
        return reverse(PAGES.get(code, "door"))


def _title_of(experiment: Experiment) -> str:
    return experiment.title or experiment.hypothesis


def _short(quote: str) -> str:
    return quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def ahead(person: Person, found: Next) -> Ahead:
    """Return what raises a reading, in words and with its place."""
    return Ahead(found.step, found.points, next_words(found.step), _place(person, found.step))


def _place(person: Person, step: str) -> str:
    if step in NEXT:
        return reverse(NEXT[step])
    journey = discovery.latest_journey_of(person)
    if journey is None:
        return reverse("ps101:discovery")
    if step == Known.PROBLEM and discovery.has_context(person):
        return reverse("ps101:problem")
    if step == Known.WANTED:
        return reverse("ps101:prompt", args=[queries.WISHED_STATE])
    if journey.status != Journey.Status.COMPLETED:
        return reverse("ps101:next")
    return reverse("ps101:understood")
