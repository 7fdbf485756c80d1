"""Counts over all journeys of a version, made by the database: of nobody in particular, without a word of anybody."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.db.models import CharField, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, StrIndex
from django.db.models.lookups import GreaterThan
from django.utils import timezone

from ps101.domain.dropoff import SILENT_DAYS, Counts
from ps101.domain.experiments import Status
from ps101.domain.flow import Flow
from ps101.models import Answer, Experiment, FlowVersion, Journey

# Times between answers are read from the latest journeys only, so that the page stays quick with many.
TIMED_JOURNEYS = 2000


def drop_off_counts(version: FlowVersion, flow: Flow, now: datetime) -> Counts:
    """Return what is counted of a version's journeys, in a number of queries that does not grow."""
    keys = [prompt.key for prompt in flow.prompts]
    passed = {key: Count("pk", filter=_is_in(Value(f'"{key}"'), "skipped")) for key in keys}
    journeys = Journey.objects.filter(flow=version)
    found = journeys.aggregate(_all=Count("pk"), _done=Count("pk", filter=_completed()), **passed)
    answered, came_back = _answered(version)
    return Counts(
        journeys=found["_all"],
        completed=found["_done"],
        waiting=_waiting(version, now).count(),
        answered=answered,
        left_open={key: found[key] - came_back.get(key, 0) for key in keys},
        stopped=_stopped(version, now),
        minutes=_minutes(version),
    )


def _is_in(named: Value | Concat, field: str) -> Q:
    """Whether a list of keys holds one; lists are searched as text, which every database can."""
    return Q(GreaterThan(StrIndex(Cast(field, TextField()), named), 0))


def _completed() -> Q:
    return Q(status=Journey.Status.COMPLETED)


def _given(version: FlowVersion) -> QuerySet[Answer]:
    return Answer.objects.filter(journey__flow=version, saved_at__isnull=False)


def _answered(version: FlowVersion) -> tuple[dict[str, int], dict[str, int]]:
    """Return how often each question was answered, and how often after it had been left open."""
    named = Concat(Value('"'), F("prompt_key"), Value('"'), output_field=TextField())
    given = _given(version).annotate(passed=Cast("journey__skipped", TextField()))
    counted = given.values("prompt_key").annotate(given=Count("pk"), late=Count("pk", filter=Q(passed__contains=named)))
    rows = list(counted.order_by().values_list("prompt_key", "given", "late"))
    return {key: count for key, count, _ in rows}, {key: late for key, _, late in rows}


def _open(version: FlowVersion) -> QuerySet[Journey]:
    return Journey.objects.filter(~_completed(), flow=version)


def _waiting(version: FlowVersion, now: datetime) -> QuerySet[Journey]:
    """Return the journeys whose experiment has its day to look back still to come: nobody stopped there."""
    return _open(version).filter(Exists(_running(now)))


def _running(now: datetime) -> QuerySet[Experiment]:
    ahead = Experiment.objects.filter(journey=OuterRef("pk"), review_on__gt=timezone.localdate(now))
    return ahead.filter(status__in=(Status.DRAFT, Status.ACTIVE))


def _stopped(version: FlowVersion, now: datetime) -> dict[str, int]:
    """Return after which question journeys stopped; "" for those that stopped before the first."""
    before = now - timedelta(days=SILENT_DAYS)
    last = Answer.objects.filter(journey=OuterRef("pk"), saved_at__isnull=False).order_by("-saved_at", "-pk")
    journeys = _open(version).annotate(
        last_key=Coalesce(Subquery(last.values("prompt_key")[:1]), Value(""), output_field=CharField()),
        last_at=Coalesce(Subquery(last.values("saved_at")[:1]), F("created_at")),
    )
    silent = journeys.filter(Q(status=Journey.Status.PAUSED) | Q(last_at__lt=before)).exclude(Exists(_running(now)))
    return dict(silent.order_by().values_list("last_key").annotate(count=Count("pk")))


def _minutes(version: FlowVersion) -> dict[str, list[float]]:
    """Return the minutes between each answer and the one before it, for the latest journeys."""
    latest = Journey.objects.filter(flow=version).order_by("-created_at").values("pk")[:TIMED_JOURNEYS]
    given = _given(version).filter(journey__in=Subquery(latest)).order_by("journey_id", "saved_at")
    minutes = defaultdict[str, list[float]](list)
    former: tuple[object, datetime] | None = None
    for journey, key, at in given.values_list("journey_id", "prompt_key", "saved_at"):
        assert at is not None
        if former and former[0] == journey:
            minutes[key].append((at - former[1]).total_seconds() / 60)
        former = journey, at
    return minutes
